import { expect, test } from 'vitest';
import { createAnswerUnknown } from '../../src/digests/answer-unknown.ts';
import { readRunId } from '../../src/digests/types.ts';
import type { AuditEntry } from '../../src/followstats/audit.ts';
import { ADMIN, OTHER } from '../contracts/askers.ts';
import { claimOne, LEASE, NINE, openDue } from '../contracts/digest-scene.ts';
import { describeEngines, openNew } from '../store/engines.ts';

describeEngines('a run whose fate is unknown', (newStore) => {
  async function openUnknown(role: 'editor' | 'viewer') {
    const opened = await openDue((now) => openNew(newStore, now));
    const { runs, clock } = opened;
    const claim = await claimOne(opened);
    await runs.startPosting(claim, new Map(), LEASE);
    await runs.finish(claim, { state: 'unknown', reason: 'no-answer' });
    const entries: AuditEntry[] = [];
    const answer = createAnswerUnknown({
      ...opened,
      access: { decide: async () => ({ role, rule: { role, subject: { kind: 'everyone' } }, isPartial: false }) },
      record: (more) => entries.push(...more),
      now: clock.read,
    });
    const run = readRunId(claim.run.id) as NonNullable<ReturnType<typeof readRunId>>;
    const state = async () => (await runs.log(run.digestId, 1))[0]?.state;
    return { ...opened, answer, run, entries, state };
  }

  test('is settled by its owner, whatever role they have; the second answer is too late', async () => {
    const { answer, run, entries, state } = await openUnknown('viewer');
    expect(await answer({ asker: ADMIN, answer: 'arrived', run })).toMatchObject({ kind: 'arrived' });
    expect(await answer({ asker: ADMIN, answer: 'again', run })).toMatchObject({ kind: 'settled' });
    expect(await state()).toBe('posted');
    expect(entries.map(({ action, outcome }) => [action, outcome])).toEqual([
      ['digest-arrived', 'done'],
      ['digest-post-again', 'failed'],
    ]);
  });

  test('is posted again for an editor', async () => {
    const { answer, run, entries, state } = await openUnknown('editor');
    expect(await answer({ asker: OTHER, answer: 'again', run })).toMatchObject({ kind: 'again' });
    expect(await state()).toBe('due');
    // It isn't posted yet.
    expect(entries).toMatchObject([{ action: 'digest-post-again', outcome: 'allowed' }]);
  });

  test('is nobody else’s business', async () => {
    const { answer, run, entries, state } = await openUnknown('viewer');
    expect(await answer({ asker: OTHER, answer: 'again', run })).toMatchObject({ kind: 'refused' });
    expect(await state()).toBe('unknown');
    expect(entries).toMatchObject([{ action: 'digest-post-again', actor: OTHER.personId, outcome: 'refused' }]);
  });

  test('of a digest that was deleted is left alone', async () => {
    const { answer, run, digests, digest } = await openUnknown('editor');
    await digests.delete(digest.id, ADMIN);
    expect(await answer({ asker: ADMIN, answer: 'again', run })).toEqual({ kind: 'gone' });
  });

  test('of a digest that was deleted is nothing that a viewer learns of', async () => {
    const { answer, run, digests, digest } = await openUnknown('viewer');
    await digests.delete(digest.id, ADMIN);
    expect(await answer({ asker: OTHER, answer: 'again', run })).toEqual({ kind: 'refused' });
  });
});

test('a button’s value is read by the same rules as it is written', () => {
  expect(readRunId(`12-${NINE}`)).toEqual({ id: `12-${NINE}`, digestId: '12', slot: NINE });
  for (const text of ['', '12', '12-', '-5', 'x-5', '12-5-6', '0-5', '12-99999999999999999']) {
    expect(readRunId(text)).toBeUndefined();
  }
});
