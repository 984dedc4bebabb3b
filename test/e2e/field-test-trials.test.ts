import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { needLines, summaryOf, toMarkdown } from '../../src/cli/field-test/markdown.ts';
import { fieldRulesOf } from '../../src/demo/field-rules.ts';
import type { Workspace } from '../../src/demo/slack/workspace-types.ts';
import { isWell } from '../../src/field-report.ts';
import { systemTimers } from '../../src/timers.ts';
import { createCanaries } from '../canaries.ts';
import { ARGS, createFieldScene, IMPATIENT, pressAll } from '../cli/field-test/field-scene.ts';
import { SECRET_KEY } from './app-env.ts';
import { CHANNELS, PEOPLE } from './world.ts';

const idsOf = (trials: readonly { readonly id: string }[]) => trials.map(({ id }) => id);

const INFO = { kind: 'refuse', method: 'conversations.info', times: 1 } as const;

/** What nothing but other people, other hosts or a change would show. */
const CANT_BE_TRIED = [
  'open/shortcut-elsewhere',
  'open/repeated-commands',
  'call/usergroups.users.list',
  'chat/follow_get_info/backup-host',
  'chat/follow_get_info/freshness',
  'chat/follow_get_info/burst',
];

test('where Slack and Chat do as their documents say, nothing is refused once somebody presses, and nothing is left', async () => {
  const { run, slack } = await createFieldScene();
  const report = await run({ person: pressAll });
  const by = Object.groupBy(report.trials, ({ outcome }) => outcome);
  expect(idsOf(by.refused ?? [])).toEqual([]);
  expect(idsOf(by['not tried'] ?? [])).toEqual(CANT_BE_TRIED);
  expect(new Set(idsOf(report.trials)).size).toBe(report.trials.length);
  for (const way of ['post', 'thread', 'update', 'ephemeral', 'direct', 'response-url', 'response-url-public', 'home'])
    expect(idsOf(by.taken ?? []).filter((id) => id.startsWith(`${way}/`))).not.toEqual([]);
  expect(report.leftBehind).toEqual([]);
  const channels = slack.channels.map(({ id }) => id);
  const left = channels
    .flatMap((id) => slack.messagesFor(PEOPLE.viewer, id))
    .filter((one) => one.visibleTo === undefined);
  expect(left).toEqual([]);
});

test('Socket Mode brings the same presses', async () => {
  const { run } = await createFieldScene({ mode: 'socket' });
  const report = await run({ person: pressAll });
  expect(report.mode).toBe('socket');
  expect(idsOf(report.trials.filter(({ outcome }) => outcome === 'not tried'))).toEqual(CANT_BE_TRIED);
});

test('what needs a press is not tried when nobody presses in a minute, and that is no failure', async () => {
  const { run } = await createFieldScene();
  const report = await run();
  const pressed = report.trials.filter(({ id }) => id.startsWith('press/'));
  expect(pressed.map(({ outcome, detail }) => [outcome, detail])).toEqual(
    Array.from({ length: 5 }, () => ['not tried', 'Nobody did it in time.']),
  );
  expect(report.trials.filter(({ id }) => /^(modal|home|response-url)/.test(id))).toEqual([]);
  // The admin of the configuration is who else is written to.
  expect(report.trials.find(({ id }) => id === 'ephemeral/text')?.outcome).toBe('taken');
  expect(isWell(report)).toBe(true);
});

test('a kind of block that has a plainer one may be refused, one that hasn’t may not', async () => {
  const { run, slack } = await createFieldScene();
  slack.setFaults([{ kind: 'refuse-blocks', types: ['data_table'] }]);
  const report = await run();
  const refused = report.trials.filter(({ outcome }) => outcome === 'refused');
  expect(idsOf(refused)).toContain('ephemeral/data_table');
  expect(refused.find(({ id }) => id === 'post/data_table')).toMatchObject({
    isNeeded: false,
    rejection: { code: 'invalid_blocks', messages: ['[ERROR] unsupported type [json-pointer:/blocks/0/type]'] },
  });
  // The app's next rendering is sent, and a third one isn't.
  expect(idsOf(report.trials).filter((id) => id.startsWith('post/a look-up of twelve'))).toEqual([
    'post/a look-up of twelve accounts',
    'post/a look-up of twelve accounts, plainer by 1',
  ]);
  expect(isWell(report)).toBe(true);

  slack.setFaults([{ kind: 'refuse-blocks', types: ['header'] }]);
  const other = await run();
  expect(isWell(other)).toBe(false);
  expect(toMarkdown(other)).toMatch(
    /## Refused\n\n.*\n.*\n\| \*\*needed\*\* header, posted \| Slack refuses it: invalid_blocks\./,
  );
});

test.each<[what: string, breakIt: (slack: Workspace) => void, fault: RegExp]>([
  [
    'that isn’t there',
    (slack) => slack.setFaults([{ ...INFO, error: 'channel_not_found' }]),
    /channel_not_found.*copy/,
  ],
  [
    'that the app isn’t in',
    (slack) => slack.changeChannel(CHANNELS.community, { hasBot: false }),
    /not_in_channel.*\/inv/,
  ],
  [
    'that is archived',
    (slack) => slack.changeChannel(CHANNELS.community, { isArchived: true }),
    /is_archived.*name one/,
  ],
])('for a channel %s nothing is tried, and one sentence says what to do', async (_what, breakIt, fault) => {
  const { run, slack, chat } = await createFieldScene();
  breakIt(slack);
  await expect(run()).rejects.toMatchObject({ faults: [expect.stringMatching(fault)] });
  // Whether the last account is in Chat was asked beside.
  expect(chat.calls).toHaveLength(1);
  expect(slack.messagesFor(PEOPLE.viewer, CHANNELS.community)).toEqual([]);
});

test('a channel that the app isn’t in, where Slack didn’t say so before, refuses everything, and that is said', async () => {
  const { run, slack } = await createFieldScene({ slack: { withoutScopes: ['channels:read'] } });
  slack.changeChannel(CHANNELS.community, { hasBot: false });
  const report = await run();
  expect(report.trials.find(({ id }) => id === 'post/text')).toMatchObject({
    outcome: 'refused',
    isNeeded: true,
    detail: 'Slack refuses it: not_in_channel.',
  });
  expect([...needLines(report.trials)][0]).toMatch(/^Needed: .*, and \d+ more\. Slack refuses it: not_in_channel\.$/);
  expect(report.trials.find(({ id }) => id === 'press/try')?.detail).toMatch(/^People could not be asked/);
  // That says nothing of what was sent, so a demo that follows the report takes it.
  const refusing = fieldRulesOf(report).contentRules.filter(({ rejection }) => rejection);
  expect(refusing.filter(({ way }) => !way.startsWith('call/'))).toEqual([]);
});

test('a last account that is in Chat is told of before anything is tried', async () => {
  const { run, slack, chat } = await createFieldScene({ chat: { accounts: ['alice', 'bob', 'ghost'] } });
  await expect(run()).rejects.toMatchObject({ faults: [expect.stringMatching(/last account .* a,b,missing$/)] });
  expect(chat.calls.map(({ command }) => command)).toEqual(['follow_get_info', 'follow_get_info']);
  expect(slack.messagesFor(PEOPLE.viewer, CHANNELS.community)).toEqual([]);
});

test('what the app depends on and could not be tried is no success', async () => {
  const { run, slack } = await createFieldScene();
  slack.setFaults([{ kind: 'refuse', method: 'users.info', error: 'user_not_found' }]);
  const report = await run();
  expect(isWell(report)).toBe(false);
  expect(summaryOf(report.trials)).toMatch(
    /\(the app depends on 0 of them\).* not tried \(the app depends on 1 of them\)\.$/,
  );
  expect([...needLines(report.trials)]).toEqual(['Needed: users.info of a person. Slack answered user_not_found.']);
});

test('without a press it is enough that the configuration names an admin; with none, a line says what that left open', async () => {
  expect(isWell(await (await createFieldScene()).run())).toBe(true);
  const { trials } = await (await createFieldScene({ admins: '' })).run();
  expect(isWell({ trials })).toBe(false);
  expect([...needLines(trials)]).toEqual([
    expect.stringMatching(/^Needed: .* Nobody pressed a button, and FOLLOWSTATS_ADMINS names nobody\.$/),
  ]);
});

test('a limit of calls is waited for', async () => {
  const { run, slack } = await createFieldScene();
  slack.setFaults([{ kind: 'rate-limit', method: 'chat.postMessage', retryAfterSeconds: 0, times: 3 }]);
  const report = await run();
  expect(report.trials.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
});

test('what can’t be deleted is named', async () => {
  const { run, slack } = await createFieldScene();
  slack.setFaults([{ kind: 'refuse', method: 'chat.delete', error: 'cant_delete_message', times: 1 }]);
  expect((await run()).leftBehind).toEqual([expect.stringMatching(/^A message of 20\S+ \(cant_delete_message\)\.$/)]);
});

test('an interrupted test tries nothing more and deletes what it posted', async () => {
  const { run, slack } = await createFieldScene();
  const interrupts = new AbortController();
  const report = await run({ person: async () => interrupts.abort(), signal: interrupts.signal });
  expect(report.trials.find(({ id }) => id === 'ephemeral/text')?.detail).toBe('The test was interrupted.');
  expect(slack.messagesFor(PEOPLE.viewer, CHANNELS.community)).toEqual([]);
  expect(report.leftBehind).toEqual([]);
});

test('no secret, no account and no id of a person or channel is in a report, whatever is refused', async () => {
  const { run, slack, chat } = await createFieldScene();
  const hostile = `no ${slack.credentials.botToken} for U0MAYA00001 at https://hooks.example/T0/secret`;
  slack.setFaults([{ kind: 'refuse', method: 'chat.update', error: hostile }]);
  const report = await run({ person: pressAll });
  const text = JSON.stringify(report) + toMarkdown(report);
  const { botToken, signingSecret } = slack.credentials;
  const canaries = createCanaries({ 'bot token': botToken, 'signing secret': signingSecret, SecretKey: SECRET_KEY });
  for (const [n, { usersig }] of chat.calls.entries()) canaries.add(`UserSig ${n}`, usersig ?? '');
  expect(canaries.findIn(text)).toEqual([]);
  for (const id of [CHANNELS.community, PEOPLE.viewer, PEOPLE.admin]) expect(text).not.toContain(id);
  for (const account of ARGS[3].split(',')) expect(text).not.toMatch(new RegExp(`\\b${account}\\b`));
  expect(text).not.toMatch(/hooks\.example|\/response\//);
});

test('what Chat answers where its documents leave it open is in the report', async () => {
  const { run } = await createFieldScene({ chat: { unknownFailsCall: ['follow_get_info'] } });
  const { trials } = await run();
  const answerTo = (id: string) => trials.find((trial) => trial.id === `chat/${id}`);
  expect(answerTo('follow_get_info/mixed')).toMatchObject({
    outcome: 'answered',
    detail: 'The call fails with 30003; hasCounts: false; hasFailList: false.',
    chat: { command: 'follow_get_info', situation: 'mixed', call: 30003 },
  });
  expect(answerTo('portrait_get/unknown')?.chat).toMatchObject({ call: 0, items: { missing: 40003 } });
  expect(answerTo('follow_get/found')).toMatchObject({ outcome: 'taken', chat: { facts: { timesAreIn: 'seconds' } } });
});

test('with a key that Chat doesn’t take, nothing else is asked of it', async () => {
  const { run, chat } = await createFieldScene();
  chat.setFaults([{ kind: 'code', code: 30005 }]);
  const report = await run();
  // Whether the last account is there, and the first trial.
  expect(chat.calls).toHaveLength(2);
  expect(isWell(report)).toBe(false);
  expect(report.trials.find(({ id }) => id === 'chat/follow_get/found')?.detail).toBe(
    'Chat answered 30005 to the first call.',
  );
});

test('a post whose answer is lost is deleted like the others', async () => {
  const { run, slack } = await createFieldScene();
  slack.setFaults([{ kind: 'lose-answer', method: 'chat.postMessage', times: 2 }]);
  const report = await run();
  expect(report.trials.filter(({ id, outcome }) => id.startsWith('post/') && outcome === 'not tried')).toHaveLength(2);
  expect(slack.messagesFor(PEOPLE.viewer, CHANNELS.community)).toEqual([]);
});

test('a post that Slack calls a failure of its own, and a deletion whose answer is lost, leave nothing behind', async () => {
  const { run, slack } = await createFieldScene();
  slack.setFaults([
    { kind: 'half-done', method: 'chat.postMessage', error: 'internal_error', times: 2 },
    { kind: 'lose-answer', method: 'chat.delete', times: 2 },
  ]);
  expect((await run()).leftBehind).toEqual([]);
  expect(slack.messagesFor(PEOPLE.viewer, CHANNELS.community)).toEqual([]);
});

test('a Slack that stops answering half-way is asked no more, is bad news, and what stays there is named', async () => {
  const { run, slack } = await createFieldScene();
  let calls = 0;
  const fetch: typeof globalThis.fetch = (...args) => {
    calls += 1;
    return calls > 30 ? Promise.reject(new TypeError('fetch failed')) : globalThis.fetch(...args);
  };
  const report = await run({ seams: { fetch, timers: { ...systemTimers, sleep: () => Promise.resolve() } } });
  expect(calls).toBeLessThan(60);
  expect(report.trials.filter(({ outcome }) => outcome === 'refused')).toEqual([
    expect.objectContaining({ id: 'call/silence', isNeeded: true, detail: 'Slack gave no answer any more.' }),
  ]);
  expect(isWell(report)).toBe(false);
  const left = slack.messagesFor(PEOPLE.viewer, CHANNELS.community);
  expect(left.length).toBeGreaterThan(10);
  expect(report.leftBehind.filter((what) => what.startsWith('A message of '))).toHaveLength(left.length);
});

test('who types the command elsewhere meanwhile is told to come back, and gets nothing of the test', async () => {
  const { run, slack } = await createFieldScene();
  const outsider = { personId: PEOPLE.admin, channelId: CHANNELS.growth };
  const report = await run({
    async person() {
      await slack.type({ ...outsider, text: '/followstats alice' });
      await slack.waitForMessage({ ...outsider, matches: ({ text }) => text.includes('ask again in a few minutes') });
      const asking = slack
        .messagesFor(PEOPLE.viewer, CHANNELS.community)
        .find(({ text }) => text.includes('please press'));
      await slack.press({
        ...{ personId: PEOPLE.viewer, channelId: CHANNELS.community, ts: asking?.ts ?? '' },
        actionId: 'followstats_field_test:done',
      });
    },
  });
  expect(report.trials.find(({ id }) => id === 'press/command')?.outcome).toBe('not tried');
  const seen = slack.channels.flatMap(({ id }) => slack.messagesFor(PEOPLE.admin, id));
  expect(seen.filter(({ visibleTo }) => visibleTo === PEOPLE.admin)).toHaveLength(1);
});

test('a limit of deletions is waited for', async () => {
  const { run, slack } = await createFieldScene();
  slack.setFaults([{ kind: 'rate-limit', method: 'chat.delete', retryAfterSeconds: 0, times: 9 }]);
  expect((await run()).leftBehind).toEqual([]);
});

test('a Slack and a Chat that give no answer are what the app can’t do without', async () => {
  const { run, chat } = await createFieldScene();
  chat.setFaults([{ kind: 'reset' }]);
  const report = await run({
    seams: {
      fetch: () => Promise.reject(new TypeError('fetch failed')),
      timers: { ...IMPATIENT, timeout: () => AbortSignal.timeout(50) },
    },
  });
  expect(report.trials.filter(({ outcome }) => outcome === 'refused').map(({ id, detail }) => [id, detail])).toEqual([
    ['call/auth.test', 'Slack gave no answer.'],
    ['chat/follow_get_info/found', 'follow_get_info got no answer.'],
  ]);
  expect(isWell(report)).toBe(false);
});

test('beside a running app, whose port is taken, what needs a press says why it was not tried', async () => {
  const { run, env } = await createFieldScene();
  const app = createServer();
  await new Promise<void>((resolve) => app.listen(Number(env.PORT), '127.0.0.1', resolve));
  onTestFinished(() => void app.close());
  const report = await run();
  expect(report.trials.find(({ id }) => id === 'press/try')?.detail).toBe(
    'Slack can’t reach this machine: EADDRINUSE.',
  );
  expect(isWell(report)).toBe(true);
});

test('an app-level token that Slack rejects is a fault of the configuration, and what was posted by then is deleted', async () => {
  const { run, slack } = await createFieldScene({ mode: 'socket' });
  slack.setFaults([{ kind: 'refuse', method: 'apps.connections.open', error: 'invalid_auth' }]);
  await expect(run()).rejects.toMatchObject({ faults: [expect.stringContaining('SLACK_APP_TOKEN')] });
  expect(slack.messagesFor(PEOPLE.viewer, CHANNELS.community)).toEqual([]);
});
