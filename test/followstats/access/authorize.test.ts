import { expect, test } from 'vitest';
import { createAuthorize } from '../../../src/followstats/access/authorize.ts';
import type { AuditEntry } from '../../../src/followstats/audit/audit.ts';
import { everyone } from './sample-rules.ts';

const asker = { personId: 'U1', channelId: 'C1' };

function open(role: 'viewer' | 'editor') {
  const recorded: AuditEntry[] = [];
  const access = {
    decideWithAdmins: async () => ({ decision: { role, rule: everyone(role), isPartial: false }, admins: ['U9'] }),
  } as const;
  return { recorded, authorize: createAuthorize({ access, record: (entries) => recorded.push(...entries) }) };
}

test('a denial is kept at once, with what it was about and the rule that did not do', async () => {
  const { authorize, recorded } = open('viewer');
  const { denial } = await authorize(asker, 'editor', 'digest-edit', { digest: '7' });
  expect(denial).toEqual({ reason: 'low-role', role: 'viewer', needed: 'editor', admins: ['U9'] });
  const details = { digest: '7', rule: 'everyone, viewer, configuration', why: 'low-role' };
  expect(recorded).toEqual([{ action: 'digest-edit', actor: 'U1', channelId: 'C1', outcome: 'refused', details }]);
});

test('of a person who is let in is kept how it ended, once it has', async () => {
  const { authorize, recorded } = open('editor');
  const { denial, keep } = await authorize(asker, 'editor', 'digest-preview');
  expect([denial, recorded]).toEqual([undefined, []]);
  keep('done', { accounts: 2 });
  const details = { rule: 'everyone, editor, configuration', accounts: 2 };
  expect(recorded).toMatchObject([{ outcome: 'done', details }]);
});
