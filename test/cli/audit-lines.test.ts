import { expect, test } from 'vitest';
import { auditLines } from '../../src/cli/audit-lines.ts';
import type { AuditRecord } from '../../src/followstats/audit/audit.ts';

const RECORD: AuditRecord = {
  id: '1',
  at: Date.parse('2026-11-25T10:00:00.250Z'),
  action: 'lookup',
  actor: 'U0MAYA00001',
  channelId: 'C0COMMUNITY',
  outcome: 'allowed',
  details: { accounts: 3, rule: 'configuration' },
};

function linesOf(json: boolean, ...records: readonly AuditRecord[]): Promise<string[]> {
  return Array.fromAsync(
    auditLines(
      {
        read: async function* () {
          yield* records;
        },
      },
      { since: 0, json },
    ),
  );
}

test('people read a table, one line an entry', async () => {
  expect(await linesOf(false, RECORD, { ...RECORD, channelId: '', action: 'list-create', details: {} })).toEqual([
    'when (UTC)               who          where        what         outcome   details',
    '2026-11-25 10:00:00.250  U0MAYA00001  C0COMMUNITY  lookup       allowed   accounts=3 rule=configuration',
    '2026-11-25 10:00:00.250  U0MAYA00001               list-create  allowed',
  ]);
});

test('machines read JSON lines without a heading', async () => {
  const [line, ...more] = await linesOf(true, RECORD);
  expect(line).toBe(
    '{"at":"2026-11-25T10:00:00.250Z","actor":"U0MAYA00001","channel":"C0COMMUNITY","action":"lookup",' +
      '"outcome":"allowed","details":{"accounts":3,"rule":"configuration"}}',
  );
  expect(more).toEqual([]);
});

test('what was written by others cannot steer the terminal or begin a line', async () => {
  const [, line] = await linesOf(false, { ...RECORD, details: { list: 'a\u001b[31m\n\u202eb' } });
  expect(line).toMatch(/list=a\ufffd\[31m\ufffd\ufffdb$/);
});
