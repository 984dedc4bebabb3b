import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import type { Answer } from '../../src/followstats/answer.ts';
import { ACTIONS } from '../../src/slack/names.ts';
import { ANA, BO, buttons, call, OPEN } from '../demo/slack/open-workspace.ts';
import { resolvedOf, whoOf } from '../followstats/sample-lookups.ts';
import { bigReport, counts, longId, reportOf } from './blocks/sample-reports.ts';
import { openListeners } from './open-listeners.ts';

const reportOfAlice = (followers: number): Answer => ({
  kind: 'report',
  report: reportOf([['alice', counts(followers)]]),
});
const failure: Answer = { kind: 'failed', error: new AppError('upstream_timeout', ''), who: resolvedOf('alice') };

/** Gives these answers, one a question. */
const inTurn = (...answers: readonly Answer[]) => {
  const left = [...answers];
  return async () => left.shift() as Answer;
};

describe('Refresh', () => {
  test('asks past the cache, and the new answer takes the old one’s place', async () => {
    const { ask, press, questions } = await openListeners(inTurn(reportOfAlice(1), reportOfAlice(2)));
    const first = await ask('alice');
    const seen = await press(first, ACTIONS.refresh);
    expect(seen).toMatchObject([{ ts: first.ts, text: expect.stringContaining('alice: 2 followers') }]);
    expect(questions.map(({ fresh }) => fresh)).toEqual([undefined, true]);
    expect(questions[1]?.asker.personId).toBe(ANA.id);
  });

  test('works as Try again after a failure', async () => {
    const { ask, press } = await openListeners(inTurn(failure, reportOfAlice(2)));
    const first = await ask('alice');
    expect(first.text).toMatch(/^Nothing could be read/);
    expect(await press(first, ACTIONS.refresh)).toMatchObject([
      { ts: first.ts, text: expect.stringMatching(/^1 of 1/) },
    ]);
  });
});

describe('Share', () => {
  test('shows the answer to everyone, once', async () => {
    const { ask, press, seenBy } = await openListeners(async () => reportOfAlice(1));
    const answer = await ask('alice');
    await press(answer, ACTIONS.share);
    expect(seenBy(BO.id)).toMatchObject([
      { visibleTo: undefined, text: expect.stringContaining(`Shared by <@${ANA.id}>`) },
    ]);
    const seen = await press(answer, ACTIONS.share);
    expect(seen.at(-1)).toMatchObject({ text: 'You have already shared this answer.', visibleTo: ANA.id });
    expect(seenBy(BO.id)).toHaveLength(1);
  });

  test('pressed twice at once shows it once', async () => {
    const { ask, press, seenBy } = await openListeners(async () => reportOfAlice(1));
    const answer = await ask('alice');
    await Promise.all([press(answer, ACTIONS.share), press(answer, ACTIONS.share)]);
    expect(seenBy(BO.id)).toHaveLength(1);
  });

  test('of another answer is another thing', async () => {
    const { ask, press, seenBy } = await openListeners(async () => reportOfAlice(1));
    await press(await ask('alice'), ACTIONS.share);
    await press(await ask('alice'), ACTIONS.share);
    expect(seenBy(BO.id)).toHaveLength(2);
  });

  test.each<[string, Answer]>([
    ['a failure', failure],
    ['a refusal', { kind: 'refused', reason: 'no-rule', admins: [] }],
  ])('that ends in %s tells only who pressed, and may be pressed again', async (_, given) => {
    const { ask, press, seenBy } = await openListeners(inTurn(reportOfAlice(1), given, reportOfAlice(1)));
    const answer = await ask('alice');
    await press(answer, ACTIONS.share);
    expect(seenBy(BO.id)).toEqual([]);
    expect(seenBy(ANA.id)).toHaveLength(2);
    await press(answer, ACTIONS.share);
    expect(seenBy(BO.id)).toHaveLength(1);
  });
});

describe('CSV', () => {
  const many: Answer = { kind: 'report', report: bigReport(101, counts) };

  test('comes as a file in the asker’s direct messages, with every row', async () => {
    const { workspace, ask, press } = await openListeners(async () => many);
    const seen = await press(await ask('alice'), ACTIONS.csv);
    expect(seen.at(-1)?.text).toBe('The CSV with all rows is in your direct messages with this app.');
    const direct = workspace.channels.find(({ id }) => id.startsWith('D'));
    expect(direct?.memberIds).toContain(ANA.id);
    const [file] = workspace.messagesFor(ANA.id, direct?.id ?? '').flatMap(({ files }) => files);
    expect(file?.name).toBe('followstats-2026-11-23.csv');
    expect(file?.content.trimEnd().split('\r\n')).toHaveLength(102);
  });

  test.each([
    ['missing_scope', 'This needs the scopes files:write and im:write'],
    ['user_disabled', 'Slack did not take the CSV (user_disabled).'],
  ])('when Slack says %s the person is told', async (error, words) => {
    const { workspace, ask, press } = await openListeners(async () => many);
    const answer = await ask('alice');
    workspace.setFaults([{ kind: 'refuse', method: 'conversations.open', error, times: 1 }]);
    expect((await press(answer, ACTIONS.csv)).at(-1)?.text).toContain(words);
  });

  test('of what can no longer be read is the failure itself', async () => {
    const { ask, press } = await openListeners(inTurn(many, failure));
    expect((await press(await ask('alice'), ACTIONS.csv)).at(-1)?.text).toMatch(/^Nothing could be read/);
  });
});

test('a question too long for a button is asked again whole', async () => {
  const ids = Array.from({ length: 100 }, (_, n) => longId(n));
  const { ask, press, questions } = await openListeners(async () => reportOfAlice(1));
  await press(await ask(ids.join(' ')), ACTIONS.refresh);
  expect(questions[1]?.command).toEqual(questions[0]?.command);
  expect(questions[1]?.command).toMatchObject({ who: whoOf(...ids) });
});

test.each([ACTIONS.refresh, ACTIONS.share, ACTIONS.csv])(
  '%s below an answer of a process that has ended says so',
  async (action) => {
    const { workspace, press, questions } = await openListeners(async () => reportOfAlice(1));
    const value = 'kept 00000000-0000-4000-8000-000000000000';
    const { elements, ...rest } = buttons(action);
    const old = { ...rest, elements: (elements as readonly object[]).map((element) => ({ ...element, value })) };
    await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'old', blocks: [old] });
    const [message] = workspace.messagesFor(ANA.id, OPEN);
    if (!message) throw new Error('nothing was posted');
    const seen = await press(message, action);
    expect(seen.at(-1)?.text).toBe('This answer is too old for its buttons to work; please type the command again.');
    expect(questions).toMatchObject([{ command: { kind: 'wrong' } }]);
  },
);
