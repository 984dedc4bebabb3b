import { expect, test } from 'vitest';
import type { AuditEntry } from '../../../src/followstats/audit/audit.ts';
import type { Store } from '../../../src/store/open.ts';
import { readAudit } from './askers.ts';

const DAY_MS = 86_400_000;
const START = 1_700_000_000_000;
const lookup = (details: AuditEntry['details'] = {}): AuditEntry => ({
  action: 'lookup',
  actor: 'U1',
  channelId: 'C1',
  outcome: 'allowed',
  details,
});

export function auditContract(open: (now?: () => number) => Promise<Store>): void {
  test('entries come back as written, oldest first, from a moment on', async () => {
    let now = START;
    const { audit } = await open(() => now);
    const entries = [
      lookup({ accounts: 5, failed: 1, rule: 'configuration' }),
      { ...lookup({ why: 'no "rule" — 它 \u0000 \ud800' }), outcome: 'refused' as const },
      { ...lookup(), actor: 'system', channelId: '', action: 'help' as const },
    ];
    for (const entry of entries) {
      await audit.append([entry]);
      now += 1000;
    }
    expect(await readAudit(audit)).toEqual(entries);
    expect(await readAudit(audit, START + 1000)).toEqual(entries.slice(1));
    expect(await readAudit(audit, START + 1001)).toEqual(entries.slice(2));
    expect(await audit.latest(2)).toMatchObject([entries[2], entries[1]]);
    expect(await audit.latest(2, ['help'])).toMatchObject([entries[1], entries[0]]);
    const [first] = await Array.fromAsync(audit.read(0));
    expect(first).toMatchObject({ at: START, id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  test('a log of many pages is read whole, each entry once, though many are of one moment', async () => {
    const { audit } = await open(() => START);
    const count = 1203;
    await Promise.all(Array.from({ length: count }, (_, n) => audit.append([lookup({ accounts: n })])));
    const read = await readAudit(audit);
    expect(new Set(read.map(({ details }) => details.accounts)).size).toBe(count);
    expect(read).toHaveLength(count);
  });

  test('many entries in one write are kept in their order', async () => {
    const { audit } = await open(() => START);
    await audit.append([]);
    await audit.append(Array.from({ length: 500 }, (_, n) => lookup({ accounts: n })));
    const read = await readAudit(audit);
    expect(read.map(({ details }) => details.accounts)).toEqual(Array.from({ length: 500 }, (_, n) => n));
  });

  test('what is older than the retention is forgotten, nothing else', async () => {
    let now = START;
    const { audit } = await open(() => now);
    for (let day = 0; day < 5; day += 1) {
      await audit.append([lookup({ accounts: day })]);
      now += DAY_MS;
    }
    expect(await audit.prune(3 * DAY_MS)).toBe(2);
    expect((await readAudit(audit)).map(({ details }) => details.accounts)).toEqual([2, 3, 4]);
    expect(await audit.prune(3 * DAY_MS)).toBe(0);
  });

  test('without a clock of the test’s, times are the present', async () => {
    const { audit } = await open();
    const before = Date.now();
    await audit.append([lookup()]);
    const [record] = await Array.fromAsync(audit.read(0));
    expect(record?.at).toBeGreaterThanOrEqual(before - 1);
    expect(record?.at).toBeLessThanOrEqual(Date.now() + 1);
    expect(Number.isInteger(record?.at)).toBe(true);
  });
}
