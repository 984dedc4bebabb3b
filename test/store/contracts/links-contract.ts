import { expect, test } from 'vitest';
import type { Store } from '../../../src/store/open.ts';
import { ADMIN, accounts, OTHER, readAudit } from './askers.ts';

const [alice, bob] = accounts('alice', 'Bob') as [never, never];

export function linksContract(open: () => Promise<Store>): void {
  test('a person has one link, and a later one takes its place', async () => {
    const { links } = await open();
    expect(await links.link('U1', alice, ADMIN)).toBeUndefined();
    expect(await links.link('U1', alice, ADMIN)).toBeUndefined();
    expect(await links.link('U1', bob, OTHER)).toBe('alice');
    expect(await links.of(['U1', 'U2'])).toEqual(new Map([['U1', 'Bob']]));
    expect(await links.of([])).toEqual(new Map());
  });

  test('several people may share an account; all are listed by account, bytes in order', async () => {
    const { links } = await open();
    for (const [personId, account] of [
      ['U3', alice],
      ['U1', alice],
      ['U2', bob],
    ] as const)
      await links.link(personId, account, ADMIN);
    const all = await links.all();
    expect(all.map(({ personId, account, by }) => [personId, account, by])).toEqual([
      ['U2', 'Bob', ADMIN.personId],
      ['U1', 'alice', ADMIN.personId],
      ['U3', 'alice', ADMIN.personId],
    ]);
  });

  test('unlinking names the account there was', async () => {
    const { links } = await open();
    await links.link('U1', alice, ADMIN);
    expect(await links.unlink('U1', ADMIN)).toBe('alice');
    expect(await links.unlink('U1', ADMIN)).toBeUndefined();
    expect(await links.all()).toEqual([]);
  });

  test('each change is audited', async () => {
    const { links, audit } = await open();
    await links.link('U1', alice, ADMIN);
    await links.link('U1', bob, OTHER);
    await links.unlink('U1', OTHER);
    await links.unlink('U1', OTHER);
    expect(
      (await readAudit(audit)).map(({ action, actor, outcome, details }) => [action, actor, outcome, details]),
    ).toEqual([
      ['link', ADMIN.personId, 'done', { person: 'U1', account: 'alice' }],
      ['link', OTHER.personId, 'done', { person: 'U1', account: 'Bob', before: 'alice' }],
      ['unlink', OTHER.personId, 'done', { person: 'U1', account: 'Bob' }],
      ['unlink', OTHER.personId, 'failed', { person: 'U1', why: 'absent' }],
    ]);
  });
}
