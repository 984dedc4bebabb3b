import { expect, onTestFinished, test } from 'vitest';
import type { Message, View } from '../../src/demo/slack/types.ts';
import { AUDIT_DETAILS } from '../../src/followstats/audit/details.ts';
import { AUDIT_ACTIONS, type AuditAction } from '../../src/followstats/audit-actions.ts';
import { kindOfAction } from '../../src/followstats/commands/command-ends.ts';
import { readAudit } from '../store/contracts/askers.ts';
import { openForm, SAVED, save, textOf } from './digest-form.ts';
import { createForger } from './forged.ts';
import { readMetrics } from './read-metrics.ts';
import { createWatchWorld, HOUR, type WatchWorld } from './watch-world.ts';
import { CHANNELS, createWorld, PEOPLE, type World } from './world.ts';

const MANY = Array.from({ length: 110 }, (_, n) => `secret_account_${String(n).padStart(3, '0')}`);
const [STAR = '', OTHER = ''] = MANY;
/** A count that can't be taken for how many accounts something was about. */
const FANS = 73;
const follows = MANY.slice(1, FANS + 1).map((fan) => [fan, STAR] as const);
const asAdmin = { personId: PEOPLE.admin };

const say = async (world: World, ...texts: readonly string[]) => {
  for (const text of texts) await world.ask(`/followstats ${text}`, asAdmin);
};

/** Opens the card of an account, and resolves once something is known of it. */
async function openAccount({ slack }: World, { ts }: Message): Promise<void> {
  const since = slack.mark();
  const menu = { ...asAdmin, ts, actionId: 'followstats_account' };
  await slack.suggest({ ...menu, text: STAR });
  await slack.choose({ ...menu, value: STAR });
  await slack.waitForModal({ ...asAdmin, since, matches: ({ blocks }) => JSON.stringify(blocks).includes(STAR) });
}

async function driveQuestions(world: World): Promise<void> {
  await world.slack.openHome(PEOPLE.admin);
  await say(world, 'help', 'access', 'why @priya', 'allow @priya editor', 'revoke @priya', 'no "end');
  await say(world, `link @priya ${STAR}`, `link @priya ${OTHER}`, 'links', 'unlink @priya');
  await say(world, `list create vip ${MANY.join(' ')}`, `list add vip ${STAR}`, `list remove vip ${OTHER}`);
  await say(world, 'list show vip', 'history list:vip 90d');
  await say(world, `list create gone ${STAR}`, 'list delete gone');
  const answer = await world.ask('/followstats list:vip', asAdmin);
  await world.press(answer, 'followstats_csv', asAdmin);
  const fresh = await world.press(answer, 'followstats_refresh', asAdmin);
  await openAccount(world, fresh);
  await world.share(fresh, asAdmin);
  const message = world.slack.postAsBot({ username: 'a bot', channelId: CHANNELS.community, text: 'no mention' });
  await world.lookUpMentions(message, asAdmin);
}

/** Opens a list of an account, and resolves once it is there. */
async function openList({ slack }: World, kind: string): Promise<void> {
  const isOpen = (view: View) => !textOf(view).includes('Opening');
  const opened = slack.mark();
  await slack.type({ ...asAdmin, channelId: CHANNELS.community, text: `/followstats ${kind} ${STAR}` });
  await slack.waitForModal({ ...asAdmin, since: opened, matches: isOpen });
}

async function driveRelations(world: World): Promise<void> {
  const { slack, chat } = world;
  await say(world, `check ${STAR} ${OTHER}`, `changes ${STAR}`);
  await openList(world, 'following');
  await openList(world, 'mutual');
  await openList(world, 'fans');
  const turned = slack.mark();
  await slack.pressInView({ ...asAdmin, actionId: 'followstats_relations_page:next' });
  await slack.waitForModal({ ...asAdmin, since: turned });
  chat.setFaults([{ kind: 'hang', command: 'follow_get' }]);
  const since = slack.mark();
  await slack.pressInView({ ...asAdmin, actionId: 'followstats_relations_csv' });
  const making = await slack.waitForMessage({
    ...asAdmin,
    since,
    matches: ({ blocks }) => JSON.stringify(blocks).includes('followstats_relations_cancel'),
  });
  await slack.press({ ...asAdmin, ts: making.ts, actionId: 'followstats_relations_cancel' });
  await slack.waitForMessage({ ...asAdmin, since, matches: ({ text }) => text.includes('was cancelled') });
  chat.setFaults([]);
  await slack.closeModal({ ...asAdmin, all: true });
}

async function driveWatchForm(world: World): Promise<void> {
  const { slack } = world;
  const opened = slack.mark();
  await slack.type({ ...asAdmin, channelId: CHANNELS.community, text: '/followstats watch new' });
  const form = await slack.waitForModal({
    ...asAdmin,
    since: opened,
    matches: (view) => !textOf(view).includes('Opening'),
  });
  await createForger(world, PEOPLE.nobody).pressInView(form, 'followstats_watch_kind');
  await slack.fillIn({ ...asAdmin, values: { followers: '500', accounts: STAR, channel: CHANNELS.community } });
  const since = slack.mark();
  await slack.submitModal(PEOPLE.admin);
  await slack.waitForMessage({ ...asAdmin, since, matches: ({ text }) => text.includes('#1 is saved') });
}

/** Watch 1 has two alerts whose answers are lost; what the owner says of them, and every command about watches. */
async function driveWatches(world: WatchWorld): Promise<void> {
  const { slack } = world;
  for (const [n, answer] of ['arrived', 'again'].entries()) {
    slack.setFaults([
      { kind: 'lose-answer', method: 'chat.postMessage', times: 1 },
      { kind: 'refuse', method: 'conversations.history', error: 'missing_scope', times: 9 },
      { kind: 'refuse', method: 'conversations.replies', error: 'missing_scope', times: 9 },
    ]);
    world.setFollowers('alice', 0);
    await world.pass(HOUR);
    const since = slack.mark();
    world.setFollowers('alice', 10 + n);
    await world.pass(HOUR);
    const matches = ({ text }: Message) => text.includes('may or may not have arrived');
    const question = await slack.waitForMessage({ ...asAdmin, since, matches });
    await world.press(question, `followstats_watch_${answer}`, asAdmin);
    await world.pass(HOUR);
  }
  const edit = slack.mark();
  await slack.type({ ...asAdmin, channelId: CHANNELS.community, text: '/followstats watch edit 1' });
  await slack.waitForModal({ ...asAdmin, since: edit, matches: (view) => !textOf(view).includes('Opening') });
  await slack.closeModal({ ...asAdmin, all: true });
  for (const action of ['list', 'mute 1', 'unmute 1', 'pause 1', 'resume 1', 'delete 1', 'restore 1']) {
    await world.ask(`/followstats watch ${action}`, asAdmin);
  }
}

/** Asks for a post of digest 1, and resolves with it. */
async function run(world: World): Promise<Message> {
  const since = world.slack.mark();
  await say(world, 'digest run 1');
  const matches = ({ metadata }: Message) => metadata?.event_type === 'followstats_digest';
  return world.slack.waitForMessage({ ...asAdmin, since, matches });
}

async function driveDigests(world: World): Promise<void> {
  const { slack } = world;
  const form = await openForm(world);
  await slack.fillIn({ ...asAdmin, values: { ...SAVED, accounts: 'list:vip' } });
  await slack.pressInView({ ...asAdmin, actionId: 'followstats_digest_preview' });
  await slack.waitForModal({ ...asAdmin, matches: (view) => textOf(view).includes('"success"') });
  await save(world, { title: 'VIPs' });
  await createForger(world, PEOPLE.nobody).pressInView(form, 'followstats_digest_time_zone');
  await openForm(world, 'digest edit 1');
  await save(world, { title: 'The VIPs' });
  await say(world, 'digest list', 'digest pause 1', 'digest resume 1');
  await world.press(await run(world), 'followstats_digest_csv', asAdmin);
  for (const answer of ['arrived', 'again']) {
    slack.setFaults([
      { kind: 'lose-answer', method: 'chat.postMessage', times: 1 },
      { kind: 'refuse', method: 'conversations.history', error: 'missing_scope', times: 9 },
    ]);
    const since = slack.mark();
    await run(world);
    const matches = ({ text }: Message) => text.includes('may or may not have arrived');
    const question = await slack.waitForMessage({ ...asAdmin, since, matches });
    await world.press(question, `followstats_digest_${answer}`, asAdmin);
  }
  await say(world, 'digest log 1', 'digest delete 1', 'digest restore 1');
}

/** The kind of every command that was counted. */
async function countedIn(world: Pick<World, 'metricsUrl'>): Promise<readonly string[]> {
  const { samples } = await readMetrics(world.metricsUrl);
  return samples
    .filter(({ name }) => name === 'followstats_commands_total')
    .flatMap(({ labels, value }) => new Array<string>(value).fill(labels.kind ?? ''));
}

type Entry = Awaited<ReturnType<typeof readAudit>>[number];
const kindOf = ({ action }: Entry): string => kindOfAction(action as AuditAction) ?? '';

/** What people did themselves and is a command; of a file that is made in the background its beginning. */
function isCounted(entry: Entry): boolean {
  const isEndOfFile = entry.action === 'relations-csv' && entry.outcome !== 'allowed';
  return entry.actor !== 'system' && kindOf(entry) !== '' && !isEndOfFile;
}

test('the audit keeps every action, with the details that are documented and no others, and each command is counted once', async () => {
  const world = await createWorld({
    chat: { accounts: MANY, follows },
    env: { FOLLOWSTATS_MAX_ACCOUNTS: '200', METRICS_PORT: '0' },
  });
  onTestFinished(() => world.stop());
  await driveQuestions(world);
  await driveDigests(world);
  await driveRelations(world);
  await driveWatchForm(world);
  const watchWorld = await createWatchWorld({
    watches: [{ rule: { kind: 'reaches', followers: 10 } }],
    fans: 20,
    env: { METRICS_PORT: '0' },
  });
  onTestFinished(() => watchWorld.stop());
  await driveWatches(watchWorld);
  const counted = [...(await countedIn(world)), ...(await countedIn(watchWorld))];
  // The first is of the watch that was there from the start.
  const [, ...ofWatches] = await watchWorld.restart(async (store) => readAudit(store.audit));
  const entries = [...(await world.restart(async (store) => readAudit(store.audit))), ...ofWatches];

  expect(new Set(entries.map(({ action }) => action))).toEqual(new Set(AUDIT_ACTIONS));
  expect(counted.toSorted()).toEqual(entries.filter(isCounted).map(kindOf).toSorted());
  const names = new Set(entries.flatMap(({ details }) => Object.keys(details)));
  expect(names).toEqual(new Set(Object.keys(AUDIT_DETAILS)));
  // An account is named where it is linked, and nowhere else; what Chat says of it, nowhere at all.
  const naming = entries.filter(({ details }) => JSON.stringify(details).includes('secret_account'));
  expect(naming.map(({ action, details }) => [action, details.account, details.before])).toEqual([
    ['link', STAR, undefined],
    ['link', OTHER, STAR],
    ['unlink', OTHER, undefined],
  ]);
  expect(entries.flatMap(({ details }) => Object.values(details)).filter((value) => value === FANS)).toEqual([]);
  expect(entries.flatMap(({ action, outcome }) => (outcome === 'allowed' ? [action] : []))).toEqual(
    expect.arrayContaining(['digest-run', 'digest-post-again']),
  );
});
