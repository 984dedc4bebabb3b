import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/demo/slack/types.ts';
import { AppError } from '../../../src/errors.ts';
import type { Answer } from '../../../src/followstats/commands/answer.ts';
import { createButtonValues } from '../../../src/slack/conversation/button-values.ts';
import { ACTIONS } from '../../../src/slack/names.ts';
import { ANA, BO, call, OPEN } from '../../demo/slack/open-workspace.ts';
import type { createMemoryValues } from '../../followstats/memory-values.ts';
import { failed, resolvedOf, whoOf } from '../../followstats/reports/sample-lookups.ts';
import { objectsIn } from '../blocks/read-rendering.ts';
import { baseline, bigReport, counts, longId, reportOf } from '../blocks/reports/sample-reports.ts';
import { openListeners } from '../open-listeners.ts';

const reportOfAlice = (followers: number): Answer => ({
  kind: 'report',
  report: reportOf([['alice', counts(followers)]]),
});
const failure: Answer = { kind: 'failed', error: new AppError('upstream_timeout', ''), who: resolvedOf('alice') };

/** Gives these answers, one an invocation. */
const inTurn = (...answers: readonly Answer[]) => {
  const left = [...answers];
  return async () => left.shift() as Answer;
};

/** Keeps no more of an answer than older versions did. */
async function forgetReadings(values: ReturnType<typeof createMemoryValues>, { blocks }: Message): Promise<void> {
  const key = `answer:${blocks.find(({ type }) => type === 'actions')?.block_id}`.replace('kept ', '');
  const { readings: _, ...kept } = JSON.parse((await values.get(key)) ?? '');
  await values.set(key, JSON.stringify(kept), 60_000);
}

describe('Refresh', () => {
  test('asks past the cache, and the new answer takes the old one’s place', async () => {
    const { ask, press, invocations } = await openListeners(inTurn(reportOfAlice(1), reportOfAlice(2)));
    const first = await ask('alice');
    const seen = await press(first, ACTIONS.refresh);
    expect(seen).toMatchObject([{ ts: first.ts, text: expect.stringContaining('alice · 2 followers') }]);
    expect(invocations.map(({ fresh }) => fresh)).toEqual([undefined, true]);
    expect(invocations[1]?.asker.personId).toBe(ANA.id);
  });

  test('works as Try again after a failure', async () => {
    const { ask, press } = await openListeners(inTurn(failure, reportOfAlice(2)));
    const first = await ask('alice');
    expect(first.text).toMatch(/^Nothing could be read/);
    expect(await press(first, ACTIONS.refresh)).toMatchObject([
      { ts: first.ts, text: expect.stringMatching(/^alice · 2 followers/) },
    ]);
  });
});

describe('Share', () => {
  test('shows the answer to everyone, once', async () => {
    const { ask, press, seenBy, entries } = await openListeners(async () => reportOfAlice(1));
    const answer = await ask('alice');
    await press(answer, ACTIONS.share);
    expect(seenBy(BO.id)).toMatchObject([
      { visibleTo: undefined, text: expect.stringContaining(`Shared by <@${ANA.id}>`) },
    ]);
    const [own, shared, ...others] = seenBy(ANA.id);
    expect(own).toMatchObject({ ts: answer.ts, text: `Shared to <#${OPEN}>.`, visibleTo: ANA.id });
    expect(objectsIn(own?.blocks).filter(({ type }) => type === 'actions')).toEqual([]);
    expect([shared?.visibleTo, others]).toEqual([undefined, []]);
    expect(entries.at(-1)).toMatchObject({ action: 'share', outcome: 'done' });
  });

  test('clicked twice at once shows it once, and the second click is told so', async () => {
    const { ask, press, seenBy, entries } = await openListeners(async () => reportOfAlice(1));
    const answer = await ask('alice');
    await Promise.all([press(answer, ACTIONS.share), press(answer, ACTIONS.share)]);
    expect(seenBy(BO.id)).toHaveLength(1);
    const told = seenBy(ANA.id).filter(({ text }) => /^You have already (shared|pressed)/.test(text));
    expect(told).toMatchObject([{ visibleTo: ANA.id }]);
    expect(entries.filter(({ action, outcome }) => action === 'share' && outcome === 'failed')).toHaveLength(1);
  });

  test('of an answer whose response_url is used up is posted by the app, once and without its buttons', async () => {
    const { workspace, ask, press, seenBy } = await openListeners(async () => reportOfAlice(1));
    const answer = await ask('alice');
    workspace.setFaults([{ kind: 'refuse', method: 'response_url', error: 'used_url' }]);
    await press(answer, ACTIONS.share);
    expect(seenBy(BO.id)).toMatchObject([{ text: expect.stringContaining(`Shared by <@${ANA.id}>`) }]);
    expect(seenBy(ANA.id).at(-1)).toMatchObject({ text: `Shared to <#${OPEN}>.`, visibleTo: ANA.id });
  });

  test('of another answer is another thing', async () => {
    const { ask, press, seenBy } = await openListeners(async () => reportOfAlice(1));
    await press(await ask('alice'), ACTIONS.share);
    await press(await ask('alice'), ACTIONS.share);
    expect(seenBy(BO.id)).toHaveLength(2);
  });

  test('sends what the answer showed, and asks nothing anew', async () => {
    const { ask, press, seenBy, entries } = await openListeners(inTurn(reportOfAlice(1), failure));
    await press(await ask('alice'), ACTIONS.share);
    expect(seenBy(BO.id)).toMatchObject([
      { text: expect.stringMatching(/^alice · 1 follower .*\nShared by .*as of <!date\^1795429800\^/) },
    ]);
    expect(entries.at(-1)).toMatchObject({ action: 'share', outcome: 'done', details: { accounts: 1, failed: 0 } });
  });

  test.each<[string, Answer]>([
    ['a failure', failure],
    ['a denial', { kind: 'refused', reason: 'no-rule', admins: [] }],
  ])(
    'of an answer of an older version that ends in %s is shown only to who clicked, and may be clicked again',
    async (_, given) => {
      const { ask, press, seenBy, values } = await openListeners(inTurn(reportOfAlice(1), given, reportOfAlice(1)));
      const answer = await ask('alice');
      await forgetReadings(values, answer);
      await press(answer, ACTIONS.share);
      expect(seenBy(BO.id)).toEqual([]);
      expect(seenBy(ANA.id)).toHaveLength(2);
      await press(answer, ACTIONS.share);
      expect(seenBy(BO.id)).toHaveLength(1);
    },
  );
});

describe('CSV', () => {
  const many: Answer = { kind: 'report', report: bigReport(101, counts) };

  test('comes as a file in the asker’s direct messages, with every row', async () => {
    const { workspace, ask, press } = await openListeners(async () => many);
    const seen = await press(await ask('alice'), ACTIONS.csv);
    expect(seen.at(-1)?.text).toBe('The CSV is in your direct messages with followstats.');
    const direct = workspace.channels.find(({ id }) => id.startsWith('D'));
    expect(direct?.memberIds).toContain(ANA.id);
    const [file] = workspace.messagesFor(ANA.id, direct?.id ?? '').flatMap(({ files }) => files);
    expect(file?.name).toBe('followstats-2026-11-23.csv');
    expect(file?.content.trimEnd().split('\r\n')).toHaveLength(102);
  });

  test.each([
    ['missing_scope', 'followstats isn’t allowed to send files here yet. Please tell the people who run it.'],
    ['user_disabled', 'Slack didn’t take the CSV (user_disabled).'],
  ])('when Slack says %s the person reads why', async (error, words) => {
    const { workspace, ask, press } = await openListeners(async () => many);
    const answer = await ask('alice');
    workspace.setFaults([{ kind: 'refuse', method: 'conversations.open', error, times: 1 }]);
    expect((await press(answer, ACTIONS.csv)).at(-1)?.text).toContain(words);
  });

  test('has what the answer showed, when and why, and asks nothing anew', async () => {
    const shown: Answer = {
      kind: 'report',
      report: reportOf(
        [
          ...bigReport(9, counts).rows.map(({ account, lookup }) => [account, lookup] as const),
          ['gone', failed('missing_account', 30003)],
          ['late', failed('throttled')],
        ],
        {},
        { late: baseline(7) },
      ),
    };
    const { workspace, ask, press } = await openListeners(inTurn(shown, failure));
    await press(await ask('alice'), ACTIONS.csv);
    const direct = workspace.channels.find(({ id }) => id.startsWith('D'));
    const [file] = workspace.messagesFor(ANA.id, direct?.id ?? '').flatMap(({ files }) => files);
    expect(file?.content.replaceAll('"', '').trimEnd().split('\r\n').slice(-3)).toEqual([
      'user_8,,8,2,1,,,read,,,2026-11-23T10:30:00.000Z',
      'gone,,,,,,,not read,30003,Chat doesn’t know this account.,',
      'late,,7,2,1,,,last known,,Chat is getting too many requests right now.,2026-11-22T08:30:00.000Z',
    ]);
  });

  test('of an answer of an older version that can no longer be read is the failure itself', async () => {
    const { ask, press, values } = await openListeners(inTurn(many, failure));
    const answer = await ask('alice');
    await forgetReadings(values, answer);
    expect((await press(answer, ACTIONS.csv)).at(-1)?.text).toMatch(/^Nothing could be read/);
  });
});

test('a command too long for a button is run again whole', async () => {
  const ids = Array.from({ length: 100 }, (_, n) => longId(n));
  const { ask, press, invocations } = await openListeners(async () => reportOfAlice(1));
  await press(await ask(ids.join(' ')), ACTIONS.refresh);
  expect(invocations[1]?.command).toEqual(invocations[0]?.command);
  expect(invocations[1]?.command).toMatchObject({ who: whoOf(...ids) });
});

describe.each([
  [ACTIONS.refresh, 'refresh'],
  [ACTIONS.share, 'share'],
  [ACTIONS.csv, 'csv'],
] as const)('%s', (button, action) => {
  const TOO_OLD = 'This answer is too old for its buttons to work. Type the command again.';

  test.each([
    ['the value of a button from long ago', 'kept 00000000-0000-4000-8000-000000000000'],
    ['a command that a client made up', 'lookup bob'],
    ['a command that looks nothing up', 'list delete vip'],
  ])('with %s asks nothing, says so and is in the audit', async (_, forged) => {
    const { ask, press, invocations, entries } = await openListeners(async () => reportOfAlice(1));
    const answer = await ask('alice');
    const seen = await press(answer, button, forged);
    expect(seen.map(({ text }) => text)).toEqual([answer.text, TOO_OLD]);
    expect(invocations).toHaveLength(1);
    expect(entries.slice(1)).toMatchObject([{ action, outcome: 'failed', details: { why: 'expired' } }]);
  });

  test('with the value of another person’s answer asks nothing, and is in the audit', async () => {
    const { workspace, connection, ask, invocations, entries, values, seenBy } = await openListeners(async () =>
      reportOfAlice(1),
    );
    await ask('alice');
    const buttonValues = createButtonValues({ values, onLost: () => {} });
    const [mine, theirs] = [
      { personId: ANA.id, channelId: OPEN },
      { personId: BO.id, channelId: OPEN },
    ];
    const stolen = await buttonValues.keep({
      asker: mine,
      command: 'lookup secret',
      hasCounts: true,
      readings: undefined,
    });
    await workspace.type({ personId: theirs.personId, channelId: OPEN, text: '/followstats bob' });
    await connection.app.idle();
    const [own] = seenBy(BO.id);
    await workspace.press({ personId: BO.id, ts: own?.ts ?? '', actionId: button, forged: { value: stolen ?? '' } });
    await connection.app.idle();
    expect(seenBy(BO.id).map(({ text }) => text)).toEqual([own?.text, TOO_OLD]);
    expect(invocations).toHaveLength(2);
    expect(entries.at(-1)).toMatchObject({ action, outcome: 'refused', details: { why: 'foreign-button' } });
  });

  test('while the store is away does nothing and says so', async () => {
    const { ask, press, invocations, values } = await openListeners(async () => reportOfAlice(1));
    const answer = await ask('alice');
    values.setFailure(() => Promise.reject(new AppError('store_unavailable', 'gone')));
    const seen = await press(answer, button, 'kept 00000000-0000-4000-8000-000000000000');
    expect(seen.at(-1)?.text).toMatch(
      /^Nothing was done\. followstats can’t reach its own data right now\. Press the button again/,
    );
    expect(invocations).toHaveLength(1);
  });
});

describe('what Refresh leaves alone', () => {
  test('a message that others see: by a forged press the answer comes to the person alone', async () => {
    const { workspace, ask, press, seenBy } = await openListeners(inTurn(reportOfAlice(1), reportOfAlice(2)));
    const answer = await ask('alice');
    await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'for everyone' });
    const everyones = seenBy(BO.id).at(-1);
    const value = String(objectsIn(answer.blocks).find(({ action_id: id }) => id === ACTIONS.refresh)?.value);
    const seen = await press(everyones ?? answer, ACTIONS.refresh, value);
    expect(seenBy(BO.id)).toEqual([everyones]);
    expect(seen.at(-1)).toMatchObject({ visibleTo: ANA.id, text: expect.stringContaining('alice · 2 followers') });
    expect(seen).toHaveLength(3);
  });

  test('counts, when it fails: they stay in their place, and say so', async () => {
    const { ask, press } = await openListeners(inTurn(reportOfAlice(1), failure));
    const answer = await ask('alice');
    const seen = await press(answer, ACTIONS.refresh);
    expect(seen).toMatchObject([{ ts: answer.ts, visibleTo: ANA.id }]);
    expect(seen[0]?.text).toMatch(/^Couldn’t refresh\. These are from .*\nalice · 1 follower · /);
  });

  test.each<[string, Answer]>([
    ['is refused', { kind: 'refused', reason: 'no-rule', admins: [] }],
    ['breaks', undefined as never],
  ])('counts, when it %s', async (_, second) => {
    const { ask, press } = await openListeners(inTurn(reportOfAlice(1), second));
    const answer = await ask('alice');
    const seen = await press(answer, ACTIONS.refresh);
    expect(seen).toHaveLength(2);
    expect(seen[0]).toEqual(answer);
  });
});

describe('Share that Slack didn’t confirm', () => {
  test('is not sent again by another press', async () => {
    const { workspace, ask, press, seenBy } = await openListeners(async () => reportOfAlice(1));
    const answer = await ask('alice');
    workspace.setFaults([{ kind: 'lose-answer', method: 'response_url', times: 1 }]);
    await press(answer, ACTIONS.share);
    const seen = await press(answer, ACTIONS.share);
    expect(seen.at(-1)?.text).toMatch(/^You have already pressed Share for this answer\./);
    expect(seenBy(BO.id)).toHaveLength(1);
  });
});

test('no invocation carries the secret of a response URL, typed or by a button', async () => {
  const { ask, press, invocations } = await openListeners(async () => ({
    kind: 'report',
    report: bigReport(101, counts),
  }));
  const answer = await ask('alice');
  for (const button of [ACTIONS.refresh, ACTIONS.csv, ACTIONS.share]) await press(answer, button);
  expect(invocations.map(({ entry }) => entry)).toEqual([undefined, 'refresh', 'csv', 'share']);
  for (const { asker } of invocations) expect(asker).toEqual({ personId: ANA.id, channelId: OPEN });
  expect(inspect(invocations, { depth: 9 })).not.toContain('/response/');
});
