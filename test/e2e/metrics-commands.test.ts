import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Message } from '../../src/demo/slack/types.ts';
import { COMMAND_KINDS } from '../../src/followstats/commands/command-ends.ts';
import { openForm, SAVED, save, textOf } from './digest-form.ts';
import { homesOf, said } from './open-home.ts';
import { type MetricsPage, metricsWhen, readMetrics } from './read-metrics.ts';
import { CHANNELS, createWorld, PEOPLE, type World } from './world.ts';

const MANY = Array.from({ length: 12 }, (_, n) => `account_${n}`);
const COMMANDS = 'followstats_commands_total';
const asAdmin = { personId: PEOPLE.admin };
const control = (key: string) => `followstats_command:${key}`;

let world: World;
let doneSoFar = 0;
beforeAll(async () => {
  const accounts = ['alice', 'bob', 'carol', 'dora', ...MANY];
  world = await createWorld({ env: { METRICS_PORT: '0' }, chat: { accounts, follows: [['bob', 'alice']] } });
});
afterAll(() => world.stop());

const countsOf = ({ samples }: MetricsPage): readonly string[] =>
  samples
    .filter(({ name }) => name === COMMANDS)
    .flatMap(({ labels: { kind, outcome }, value }) => new Array<string>(value).fill(`${kind} ${outcome}`));

/** Does something, and waits until it is counted: as this, and as nothing else. */
async function counts<Result>(expected: string, work: () => Promise<Result>): Promise<Result> {
  const before = countsOf(await readMetrics(world.metricsUrl));
  expect(before).toHaveLength(doneSoFar);
  const result = await work();
  const page = await metricsWhen(world.metricsUrl, (one) => one.sum(COMMANDS) > doneSoFar);
  doneSoFar += 1;
  expect(countsOf(page).toSorted()).toEqual([...before, expected].toSorted());
  return result;
}

/** Opens a card, or a form of one's own, and resolves once it is more than its place. */
async function opens(work: () => Promise<unknown>, personId: string = PEOPLE.viewer) {
  const since = world.slack.mark();
  await work();
  const isThere = (view: Parameters<typeof textOf>[0]) => !/Opening|One moment|Working/.test(textOf(view));
  return world.slack.waitForModal({ personId, since, matches: isThere });
}

const type =
  (text: string, personId: string = PEOPLE.viewer) =>
  () =>
    world.ask(`/followstats ${text}`.trimEnd(), { personId });

test('what is typed counts once each, under its subcommand, by what came of it', async () => {
  await counts('lookup answered', type('alice'));
  await counts('lookup answered', type('lookup alice'));
  await counts('help answered', type(''));
  await counts('lookup wrong', type('lokup alice'));
  await counts('lookup wrong', type('"alice'));
  await counts('lookup refused', type('alice', PEOPLE.nobody));
  await counts('list refused', type('list create mine alice'));
  for (const text of ['list create vip alice bob', 'list add vip carol', 'list show vip'])
    await counts('list answered', type(text, PEOPLE.admin));
  await counts('history wrong', type('history'));
  await counts('digest wrong', type('digest pause 99', PEOPLE.admin));
});

test('every other subcommand counts under its name', async () => {
  for (const [kind, text] of [
    ['allow', 'allow @priya'],
    ['revoke', 'revoke @priya'],
    ['access', 'access'],
    ['why', 'why @priya'],
    ['link', 'link @priya alice'],
    ['links', 'links'],
    ['unlink', 'unlink @priya'],
    ['history', 'history alice'],
    ['changes', 'changes alice'],
    ['check', 'check alice bob'],
    ['digest', 'digest list'],
    ['watch', 'watch list'],
  ] as const)
    await counts(`${kind} answered`, type(text, PEOPLE.admin));
  for (const kind of ['fans', 'following', 'mutual']) {
    const place = { personId: PEOPLE.viewer, channelId: CHANNELS.community };
    await counts(`${kind} answered`, () =>
      opens(() => world.slack.type({ ...place, text: `/followstats ${kind} alice` })),
    );
    await world.slack.closeModal({ personId: PEOPLE.viewer });
  }
});

test('buttons, the card and the shortcut count once each', async () => {
  const answer = await counts('lookup answered', type(MANY.join(' ')));
  const fresh = await counts('refresh answered', () => world.press(answer, 'followstats_refresh'));
  await counts('csv answered', () => world.press(fresh, 'followstats_csv'));
  const menu = { personId: PEOPLE.viewer, ts: fresh.ts, actionId: 'followstats_account' };
  await counts('card answered', () => opens(() => world.slack.choose({ ...menu, value: 'account_3' })));
  await world.slack.closeModal({ personId: PEOPLE.viewer });
  await counts('share answered', () => world.share(fresh));
  await counts('link answered', type('link @maya alice', PEOPLE.admin));
  await world.slack.type({ ...asAdmin, channelId: CHANNELS.community, text: 'thanks @maya!' });
  const thanks = world.slack.messagesFor(PEOPLE.admin, CHANNELS.community).at(-1) as Message;
  await counts('shortcut answered', () => world.lookUpMentions(thanks));
  const history = await counts('history answered', type('history alice'));
  await counts('csv answered', () => world.press(history, 'followstats_history_csv'));
});

test('a control counts as the command that it gives, and not as the list below its answer', async () => {
  const mistyped = await counts('lookup wrong', type('lokup bob'));
  await counts('lookup answered', () => world.press(mistyped, control('corrected')));
  const linked = await counts('links answered', type('links', PEOPLE.admin));
  await counts('unlink answered', () => world.press(linked, control(`unlink-${PEOPLE.viewer}`), asAdmin));
});

test('a form counts when it is sent, and once more for each time that it has to be put right', async () => {
  const help = await counts('help answered', type(''));
  await opens(() => world.slack.press({ personId: PEOPLE.viewer, ts: help.ts, actionId: control('lookup') }));
  const send = async (accounts: string) => {
    await world.slack.fillIn({ personId: PEOPLE.viewer, values: { ask_accounts: accounts } });
    await world.slack.submitModal(PEOPLE.viewer);
  };
  await counts('lookup wrong', () => send('"alice'));
  await counts('lookup answered', () => send('alice'));
});

test('a digest’s form counts when it opens, when it is refused, and when it is saved', async () => {
  await counts('digest answered', () => openForm(world));
  await counts('digest wrong', async () => {
    await world.slack.fillIn({ ...asAdmin, values: { ...SAVED, accounts: '"alice' } });
    await world.slack.submitModal(PEOPLE.admin);
  });
  await counts('digest answered', () => save(world, SAVED));
});

test('a Home counts the command of a control and its own field, not that it was opened', async () => {
  const homes = homesOf(world);
  const values = { followstats_home_lookup: 'alice' };
  await homes.open(PEOPLE.viewer);
  await counts('lookup answered', () => world.slack.fillIn({ personId: PEOPLE.viewer, surface: 'home', values }));
  await homes.open(PEOPLE.admin, (view) => said(view).includes('Creators'));
  await counts('digest answered', () =>
    homes.choose(PEOPLE.admin, control('digest-1'), 'digest pause 1\ndigest list', (view) =>
      said(view).includes(control('resume-1')),
    ),
  );
});

test('what Chat fails at counts as failed, and so does an answer that Slack takes nowhere', async () => {
  world.chat.setFaults([{ kind: 'code', code: 30005, times: 1 }]);
  await counts('lookup failed', type('dora'));
  world.slack.setFaults([
    { kind: 'refuse', method: 'response_url', error: 'expired_url', times: 9 },
    { kind: 'refuse', method: 'chat.postEphemeral', error: 'channel_not_found', times: 9 },
    { kind: 'refuse', method: 'conversations.open', error: 'missing_scope', times: 9 },
    { kind: 'refuse', method: 'chat.postMessage', error: 'account_inactive', times: 9 },
  ]);
  const place = { personId: PEOPLE.viewer, channelId: CHANNELS.community };
  await counts('lookup failed', () => world.slack.type({ ...place, text: '/followstats alice' }));
});

test('every answer is timed by its kind, every acknowledgement once, and no kind is unknown', async () => {
  const page = await readMetrics(world.metricsUrl);
  const kinds = page.samples.filter(({ name }) => name === 'followstats_answer_seconds_count');
  for (const { labels, value } of kinds) expect(value).toBe(page.sum(COMMANDS, { kind: labels.kind ?? '' }));
  expect(
    kinds.map(({ labels }) => labels.kind).filter((kind) => !(COMMAND_KINDS as readonly unknown[]).includes(kind)),
  ).toEqual([]);
  expect(page.sum(COMMANDS)).toBe(doneSoFar);
  // Each command is at least one request.
  expect(page.sum('followstats_ack_seconds_count')).toBeGreaterThanOrEqual(page.sum(COMMANDS));
});
