import { expect, test } from 'vitest';
import { createResolveUnknown } from '../../../src/digests/delivery/resolve-unknown.ts';
import { readRunId } from '../../../src/digests/runs.ts';
import { createAuthorize } from '../../../src/followstats/access/authorize.ts';
import type { AuditEntry } from '../../../src/followstats/audit/audit.ts';
import { ADMIN, OTHER } from '../../store/contracts/askers.ts';
import { claimOne, LEASE, NINE, openDue } from '../../store/contracts/digest-scene.ts';
import { describeEngines } from '../../store/engines.ts';
import { openNew } from '../../store/new-store.ts';

describeEngines('a run whose fate is unknown', (newStore) => {
  async function openUnknown(role: 'editor' | 'viewer', away?: string) {
    const opened = await openDue((now) => openNew(newStore, now));
    const { runs, clock } = opened;
    const claim = await claimOne(opened);
    await runs.startPosting(claim, new Map(), LEASE);
    await runs.finish(claim, { state: 'unknown', reason: 'no-answer' });
    const entries: AuditEntry[] = [];
    const answer = createResolveUnknown({
      ...opened,
      read: (id) => opened.digests.read(id as never),
      audit: { detail: 'digest', actions: { arrived: 'digest-arrived', again: 'digest-post-again' } },
      authorize: createAuthorize({
        access: {
          decideWithAdmins: async () => ({
            decision: { role, rule: { role, subject: { kind: 'everyone' } }, isPartial: false },
            admins: [],
          }),
        },
        record: (more) => entries.push(...more),
      }),
      mayPointTo: async (personId) => (personId === away ? 'not-yours' : undefined),
      now: clock.read,
    });
    const value = claim.run.id;
    const state = async () => (await runs.log(opened.digest.id, 1))[0]?.state;
    return { ...opened, answer, value, entries, state };
  }

  test('is settled by its owner, whatever role they have; the second answer is too late', async () => {
    const { answer, value, entries, state } = await openUnknown('viewer');
    expect(await answer({ asker: ADMIN, answer: 'arrived', value })).toMatchObject({ kind: 'arrived' });
    expect(await answer({ asker: ADMIN, answer: 'again', value })).toMatchObject({ kind: 'settled' });
    expect(await state()).toBe('posted');
    expect(entries.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['digest-arrived', 'done'],
      ['digest-post-again', 'failed'],
    ]);
  });

  test('is posted again for an editor', async () => {
    const { answer, value, entries, state } = await openUnknown('editor');
    expect(await answer({ asker: OTHER, answer: 'again', value })).toMatchObject({ kind: 'again' });
    expect(await state()).toBe('due');
    // It isn't posted yet.
    expect(entries).toMatchObject([{ action: 'digest-post-again', outcome: 'allowed' }]);
  });

  test('is no other viewer’s business', async () => {
    const { answer, value, entries, state } = await openUnknown('viewer');
    expect(await answer({ asker: OTHER, answer: 'again', value })).toMatchObject({ kind: 'denied' });
    expect(await state()).toBe('unknown');
    expect(entries).toMatchObject([{ action: 'digest-post-again', actor: OTHER.personId, outcome: 'refused' }]);
  });

  test('is not posted again by an editor who isn’t where it would be posted', async () => {
    const { answer, value, state } = await openUnknown('editor', OTHER.personId);
    expect(await answer({ asker: OTHER, answer: 'again', value })).toMatchObject({ kind: 'elsewhere' });
    expect(await state()).toBe('unknown');
    expect(await answer({ asker: ADMIN, answer: 'again', value })).toMatchObject({ kind: 'again' });
  });

  test('that no button of this version names is said so to editors alone', async () => {
    expect(await (await openUnknown('editor')).answer({ asker: OTHER, answer: 'again', value: 'x' })).toEqual({
      kind: 'unread',
    });
    expect(await (await openUnknown('viewer')).answer({ asker: OTHER, answer: 'again', value: 'x' })).toMatchObject({
      kind: 'denied',
    });
  });

  test('of a digest that was deleted is left alone', async () => {
    const { answer, value, digests, digest } = await openUnknown('editor');
    await digests.delete(digest.id, ADMIN);
    expect(await answer({ asker: ADMIN, answer: 'again', value })).toEqual({ kind: 'gone' });
  });

  test('of a digest that was deleted is nothing that a viewer learns of', async () => {
    const { answer, value, digests, digest } = await openUnknown('viewer');
    await digests.delete(digest.id, ADMIN);
    expect(await answer({ asker: OTHER, answer: 'again', value })).toMatchObject({ kind: 'denied' });
  });
});

test('a button’s value is read by the same rules as it is written', () => {
  expect(readRunId(`12-${NINE}`)).toEqual({ id: `12-${NINE}`, digestId: '12', slot: NINE });
  for (const text of ['', '12', '12-', '-5', 'x-5', '12-5-6', '0-5', '12-99999999999999999']) {
    expect(readRunId(text)).toBeUndefined();
  }
});
