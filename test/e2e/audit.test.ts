import { expect, onTestFinished, test } from 'vitest';
import type { Message } from '../../src/demo/slack/types.ts';
import { AUDIT_DETAILS } from '../../src/followstats/audit/details.ts';
import { AUDIT_ACTIONS } from '../../src/followstats/audit-actions.ts';
import { readAudit } from '../store/contracts/askers.ts';
import { openForm, SAVED, save, textOf } from './digest-form.ts';
import { createForger } from './forged.ts';
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

test('the audit keeps every action, with the details that are documented and no others', async () => {
  const world = await createWorld({ chat: { accounts: MANY, follows }, env: { FOLLOWSTATS_MAX_ACCOUNTS: '200' } });
  onTestFinished(() => world.stop());
  await driveQuestions(world);
  await driveDigests(world);
  const entries = await world.restart(async (store) => readAudit(store.audit));

  expect(new Set(entries.map(({ action }) => action))).toEqual(new Set(AUDIT_ACTIONS));
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
