import { expect, test } from 'vitest';
import { createOwedAnswers, STALE_MS } from '../../../src/slack/connection/owed-answers.ts';
import { createMemoryValues } from '../../followstats/memory-values.ts';

const command = {
  command: '/followstats',
  text: 'alice',
  user_id: 'U1',
  channel_id: 'C1',
  response_url: 'https://x/1',
};

/** Replicas on one store; time passes only when a test says so. */
function scene() {
  const values = createMemoryValues();
  let at = 1_000_000;
  return {
    values,
    pass(ms: number) {
      at += ms;
    },
    replica() {
      const owed = createOwedAnswers({ values, now: () => at });
      return {
        ...owed,
        /** As the receiver does it. */
        async take(id: string, body: Record<string, unknown>) {
          const begun = owed.begin(id, body);
          if (!begun) return undefined;
          await values.add(begun.key, begun.value, 1);
          begun.written();
          return begun;
        },
      };
    },
  };
}

test('of a replica that was killed another one finds what is owed, once, and who has waited for it', async () => {
  const { pass, replica } = scene();
  const [killed, first, second] = [replica(), replica(), replica()];
  await killed.take('a', command);
  pass(STALE_MS - 1);
  expect(await first.takeStale()).toEqual([]);
  pass(1);
  const taken = [...(await first.takeStale()), ...(await second.takeStale())];
  expect(taken).toMatchObject([{ owed: { personId: 'U1', channelId: 'C1', askedAt: 1_000_000 } }]);
  await first.drop(taken[0]?.key ?? '');
  expect(await second.takeStale()).toEqual([]);
});

test('what was answered is owed no more', async () => {
  const { values, pass, replica } = scene();
  const [one, other] = [replica(), replica()];
  const both = [await one.take('a', command), await one.take('b', command)];
  for (const owed of both) owed?.end();
  await one.settled();
  pass(STALE_MS);
  expect(await other.takeStale()).toEqual([]);
  expect(await values.under('')).toEqual(new Map());
});

test('what is still at work here isn’t taken for lost, however long it takes', async () => {
  const { pass, replica } = scene();
  const one = replica();
  await one.take('a', command);
  pass(STALE_MS * 10);
  expect(await one.takeStale()).toEqual([]);
});

test('a write that comes later than the end leaves nothing behind', async () => {
  const { values, replica } = scene();
  const one = replica();
  const owed = one.begin('a', command);
  owed?.end();
  const settled = one.settled();
  await values.add(owed?.key ?? '', owed?.value ?? '', 1);
  owed?.written();
  await settled;
  expect(await values.under('')).toEqual(new Map());
});

test('what the store doesn’t drop is dropped later', async () => {
  const { values, replica } = scene();
  const one = replica();
  const owed = await one.take('a', command);
  values.setFailure(() => Promise.reject(new Error('away')));
  owed?.end();
  await one.settled();
  values.setFailure(undefined);
  expect((await values.under('')).size).toBe(1);
  await one.settled();
  expect(await values.under('')).toEqual(new Map());
});

test('the URL that answers a request is kept nowhere', async () => {
  const { values, replica } = scene();
  await replica().take('a', command);
  expect([...(await values.under(''))].flat().join()).not.toContain('https');
});

test.each<[string, Record<string, unknown>, boolean]>([
  ['a command', command, true],
  ['a button below a message', { type: 'block_actions', user: { id: 'U1' }, container: { type: 'message' } }, true],
  ['the menu of a message', { type: 'message_action', user: { id: 'U1' }, channel: { id: 'C1' } }, true],
  ['a form', { type: 'view_submission', user: { id: 'U1' } }, true],
  ['a field of a form', { type: 'block_actions', user: { id: 'U1' }, container: { type: 'view' } }, false],
  ['what is typed into a menu', { type: 'block_suggestion', user: { id: 'U1' } }, false],
  ['an event', { type: 'event_callback', event: { type: 'app_home_opened', user: 'U1' } }, false],
  ['no payload of Slack’s', {}, false],
])('%s: an answer is owed or not', async (_, body, isOwed) => {
  expect((await scene().replica().take('a', body)) !== undefined).toBe(isOwed);
});
