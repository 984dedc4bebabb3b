import { expect, test } from 'vitest';
import type { Rule, Subject } from '../../../src/followstats/access/rules.ts';
import type { Store } from '../../../src/store/open.ts';
import { ADMIN, OTHER, readAudit } from './askers.ts';

const FREE = { keepAnAdmin: false };
const KEEP = { keepAnAdmin: true };
const person = (id: string): Subject => ({ kind: 'person', id });
const isAdmin = (id: string): Rule => ({ subject: person(id), role: 'admin' });

export function grantsContract(open: () => Promise<Store>): void {
  test('a subject has the role it was granted last, in the order given', async () => {
    const { grants } = await open();
    const subjects: Subject[] = [
      person('U1'),
      { kind: 'group', id: 'S1' },
      { kind: 'channel', id: 'C1' },
      { kind: 'everyone' },
    ];
    for (const subject of subjects) expect(await grants.grant({ subject, role: 'viewer' }, ADMIN, FREE)).toBe('done');
    await grants.grant({ subject: person('U1'), role: 'editor' }, OTHER, FREE);
    const all = await grants.all();
    expect(all.map(({ subject, role, by }) => [subject, role, by])).toEqual([
      ...subjects.slice(1).map((subject) => [subject, 'viewer', ADMIN.personId]),
      [person('U1'), 'editor', OTHER.personId],
    ]);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted());
  });

  test('a person and a channel of the same id are two subjects', async () => {
    const { grants } = await open();
    await grants.grant({ subject: person('X1'), role: 'viewer' }, ADMIN, FREE);
    await grants.grant({ subject: { kind: 'channel', id: 'X1' }, role: 'editor' }, ADMIN, FREE);
    expect(await grants.revoke(person('X1'), ADMIN, FREE)).toBe('done');
    expect((await grants.all()).map(({ subject }) => subject)).toEqual([{ kind: 'channel', id: 'X1' }]);
  });

  test('what was not granted is absent when revoked', async () => {
    const { grants } = await open();
    expect(await grants.revoke(person('U1'), ADMIN, KEEP)).toBe('absent');
  });

  test('the last person who is an admin is kept, whether revoked or made less', async () => {
    const { grants } = await open();
    await grants.grant(isAdmin('U1'), ADMIN, KEEP);
    await grants.grant({ subject: { kind: 'group', id: 'S1' }, role: 'admin' }, ADMIN, KEEP);
    expect(await grants.revoke(person('U1'), ADMIN, KEEP)).toBe('last-admin');
    expect(await grants.grant({ subject: person('U1'), role: 'editor' }, ADMIN, KEEP)).toBe('last-admin');
    expect(await grants.grant(isAdmin('U1'), ADMIN, KEEP)).toBe('done');
    await grants.grant(isAdmin('U2'), ADMIN, KEEP);
    expect(await grants.revoke(person('U1'), ADMIN, KEEP)).toBe('done');
    expect(await grants.revoke({ kind: 'group', id: 'S1' }, ADMIN, KEEP)).toBe('done');
    expect(await grants.revoke(person('U2'), ADMIN, FREE)).toBe('done');
    expect(await grants.all()).toEqual([]);
  });

  test('each change is audited with what it was about and how it ended', async () => {
    const { grants, audit } = await open();
    await grants.grant(isAdmin('U1'), ADMIN, KEEP);
    await grants.grant({ subject: person('U1'), role: 'viewer' }, ADMIN, KEEP);
    await grants.revoke({ kind: 'everyone' }, OTHER, KEEP);
    await grants.revoke(person('U1'), OTHER, FREE);
    const by = (asker: typeof ADMIN) => ({ actor: asker.personId, channelId: asker.channelId });
    const notDone = { before: 'admin', why: 'last-admin' };
    expect(await readAudit(audit)).toEqual([
      { action: 'grant', ...by(ADMIN), outcome: 'done', details: { subject: 'person U1', role: 'admin' } },
      {
        action: 'grant',
        ...by(ADMIN),
        outcome: 'failed',
        details: { subject: 'person U1', role: 'viewer', ...notDone },
      },
      { action: 'revoke', ...by(OTHER), outcome: 'failed', details: { subject: 'everyone', why: 'absent' } },
      { action: 'revoke', ...by(OTHER), outcome: 'done', details: { subject: 'person U1', before: 'admin' } },
    ]);
  });
}
