import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { FollowEvent } from '../../src/followstats/events/ports.ts';
import type { AccountId } from '../../src/followstats/types.ts';
import type { Store } from '../../src/store/open.ts';
import { readCsv } from '../slack/blocks/kit/read-csv.ts';
import { readAudit } from '../store/contracts/askers.ts';
import { createForger } from './forged.ts';
import { kindsOf, rowsOf } from './read-answer.ts';
import { WEBHOOK_TOKEN } from './webhook-request.ts';
import { createWorld, PEOPLE, type World } from './world.ts';

const HOUR_MS = 3_600_000;
const env = { TENCENT_WEBHOOK_TOKEN: WEBHOOK_TOKEN };
const alice = 'alice' as AccountId;

const readingOf = (followers: number, hours: number) => ({
  followers,
  following: 1,
  mutual: 1,
  readAt: Date.now() - hours * HOUR_MS,
});
const eventOf = (kind: FollowEvent['kind'], follower: string, hours: number, account = alice): FollowEvent => ({
  kind,
  follower: follower as AccountId,
  account,
  at: Date.now() - hours * HOUR_MS,
});
const heardSince = ({ hearing }: Store, from: number, to: number) =>
  hearing.keep(`heard ${from}`, {
    kind: 'hearing',
    since: Date.now() - from * HOUR_MS,
    until: Date.now() - to * HOUR_MS,
    events: 0,
  });
const filesOf = (world: World) =>
  world.slack.channels
    .filter(({ id, memberIds }) => id.startsWith('D') && memberIds.includes(PEOPLE.viewer))
    .flatMap(({ id }) => world.slack.messagesFor(PEOPLE.viewer, id))
    .flatMap(({ files }) => files);

/** A world whose alice had two followers a day ago, was heard of since, and was followed by carol. */
async function openHeard(meanwhile: (store: Store) => Promise<unknown> = async () => {}): Promise<World> {
  const world = await createWorld({ env });
  onTestFinished(() => world.stop());
  await world.restart(async (store) => {
    await store.snapshots.record(new Map([[alice, readingOf(2, 25)]]));
    await heardSince(store, 30, 0);
    await meanwhile(store);
  });
  return world;
}

test('who came and who left since yesterday explains the count, with the newest by name', async () => {
  const world = await openHeard();
  world.chat.unfollow('bob', 'alice');
  world.chat.addAccount('dave');
  world.chat.follow('dave', 'alice');
  await world.chat.settleWebhooks();
  const answer = await world.ask('/followstats changes alice');
  const lines = answer.text.split('\n');
  expect(lines[0]).toMatch(/^alice: 2 followers, no change since \w+\.$/);
  expect(lines[1]).toBe('2 + 1 came − 1 left = 2.');
  expect(lines.slice(2, 6)).toEqual([
    'Came (1):',
    expect.stringMatching(/^dave · /),
    'Left (1):',
    expect.stringMatching(/^bob · /),
  ]);
  expect(lines.at(-1)).toMatch(/^As of .+ \(Europe\/Berlin\)\.$|^As of .+\.$/);
});

test('one coming is counted once, though its webhook comes three times, and in any order', async () => {
  const world = await openHeard();
  world.chat.setWebhookRoute(async (_, send) => {
    await send();
    await send();
    await send();
  });
  world.chat.addAccount('dave');
  world.chat.follow('dave', 'alice');
  world.chat.unfollow('dave', 'alice');
  world.chat.follow('dave', 'alice');
  await world.chat.settleWebhooks();
  const { text } = await world.ask('/followstats changes alice');
  expect(text).toMatch(/2 \+ [12] came − [01] left (?:[−+] 1 unexplained )?= 3\./);
  expect(text).toContain('dave · ');
});

describe('what no event tells of is unexplained, with why', () => {
  test('an outage, from when to when', async () => {
    const world = await createWorld({ env });
    onTestFinished(() => world.stop());
    await world.restart(async (store) => {
      await store.snapshots.record(new Map([[alice, readingOf(5, 25)]]));
      await heardSince(store, 30, 10);
      await heardSince(store, 8, 0);
    });
    const { text } = await world.ask('/followstats changes alice');
    expect(text).toContain('5 + 0 came − 0 left − 3 unexplained = 2.');
    expect(text).toMatch(/What is unexplained: no webhooks were taken in this time: .+ – .+\./);
  });

  test('lost events, counted', async () => {
    const world = await openHeard((store) =>
      store.hearing.keep('lost', { kind: 'lost', since: Date.now() - HOUR_MS, until: Date.now(), events: 7 }),
    );
    world.chat.setWebhookRoute(() => {});
    world.chat.unfollow('bob', 'alice');
    const { text } = await world.ask('/followstats changes alice');
    expect(text).toContain('2 + 0 came − 0 left − 1 unexplained = 1.');
    expect(text).toContain('What is unexplained: 7 events could not be kept.');
  });

  test('a webhook that never came', async () => {
    const world = await openHeard();
    world.chat.setWebhookRoute(() => {});
    world.chat.unfollow('bob', 'alice');
    const { text } = await world.ask('/followstats changes alice');
    expect(text).toContain('Chat’s webhook is missing, or still on its way.');
  });
});

test('without webhooks the counts alone, and only an admin reads how to get them', async () => {
  const world = await createWorld();
  onTestFinished(() => world.stop());
  await world.restart(({ snapshots }) => snapshots.record(new Map([[alice, readingOf(1, 25)]])));
  const { text } = await world.ask('/followstats changes alice');
  expect(text).toMatch(/^alice: 2 followers, \+1 \(\+100%\) since/);
  expect(text).toContain('Who came and who left isn’t known');
  expect(text).not.toMatch(/came −|TENCENT/);
  const forAdmin = await world.ask('/followstats changes alice', { personId: PEOPLE.admin });
  expect(forAdmin.text).toContain('TENCENT_WEBHOOK_TOKEN');
  const first = await world.ask('/followstats changes bob');
  expect(first.text).toContain('There is no other reading to compare with.');
});

test('several have a line each and their sum, more than ten a table; all their events are in the CSV', async () => {
  const accounts = Array.from({ length: 12 }, (_, n) => `user_${n}`);
  const world = await createWorld({
    env,
    chat: { accounts: [...accounts, 'fan'], follows: accounts.map((account) => ['fan', account] as const) },
  });
  onTestFinished(() => world.stop());
  await world.restart(async (store) => {
    await heardSince(store, 30, 0);
    await store.snapshots.record(new Map(accounts.map((account) => [account as AccountId, readingOf(0, 25)])));
    await store.events.record(accounts.map((account) => eventOf('follow', 'fan', 3, account as AccountId)));
    await store.events.record([eventOf('follow', '=cmd()', 2, 'user_0' as AccountId)]);
  });
  const few = await world.ask('/followstats changes user_0 user_1 nosuch');
  expect(few.text.split('\n').slice(0, 4)).toEqual([
    'Together: 0 + 3 came − 0 left − 1 unexplained = 2.',
    expect.stringMatching(/^Compared with /),
    'user_0: 0 + 2 came − 0 left − 1 unexplained = 1',
    'user_1: 0 + 1 came − 0 left = 1',
  ]);
  expect(few.text).toContain('nosuch');
  const many = await world.ask(`/followstats changes ${accounts.join(' ')}`);
  expect(kindsOf(many)).toContain('data_table');
  expect(rowsOf(many)).toHaveLength(12);
  await world.press(many, 'followstats_changes_csv');
  const [file] = filesOf(world);
  const rows = readCsv(file?.content ?? '', ',');
  expect(rows[0]).toEqual(['Account', 'Event', 'Follower', 'Name', 'At']);
  expect(rows).toHaveLength(14);
  expect(rows).toContainEqual(['user_0', 'came', "'=cmd()", '', expect.any(String)]);
});

test('Refresh reads it anew, Share shows what was shown, and both survive a restart', async () => {
  const world = await openHeard();
  const answer = await world.ask('/followstats changes alice');
  expect(answer.text).toContain('2 + 0 came − 0 left = 2.');
  world.chat.unfollow('bob', 'alice');
  await world.chat.settleWebhooks();
  await world.restart(async () => {});
  const shared = await world.share(answer);
  expect(shared.text).toContain('2 + 0 came − 0 left = 2.');
  expect(shared.text).toContain(`Shared by <@${PEOPLE.viewer}>.`);
  const again = await world.ask('/followstats changes alice');
  expect(again.text).toContain('2 + 0 came − 1 left = 1.');
  const refreshed = await world.press(again, 'followstats_refresh');
  expect(refreshed.text).toContain('2 + 0 came − 1 left = 1.');
});

test('the card of an account shows who came and left last, and opens its changes', async () => {
  const world = await openHeard((store) =>
    store.events.record([eventOf('follow', 'carol', 3), eventOf('unfollow', '<!channel> *x*', 2)]),
  );
  const answer = await world.ask('/followstats alice');
  let since = world.slack.mark();
  await world.slack.press({ personId: PEOPLE.viewer, ts: answer.ts, actionId: 'followstats_account' });
  const card = await world.slack.waitForModal({
    personId: PEOPLE.viewer,
    since,
    matches: ({ blocks }) => JSON.stringify(blocks).includes('followstats_changes'),
  });
  expect(JSON.stringify(card.blocks)).toMatch(/<!channel> \*x\*.*left: .*carol.*came: /);
  since = world.slack.mark();
  await world.slack.pressInView({ personId: PEOPLE.viewer, actionId: 'followstats_changes' });
  const view = await world.slack.waitForModal({
    personId: PEOPLE.viewer,
    since,
    matches: ({ blocks }) => JSON.stringify(blocks).includes('came −'),
  });
  expect(JSON.stringify(view.blocks)).toContain('2 + 1 came − 1 left = 2.');
});

describe('access and faults', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ env });
  });
  afterAll(() => world.stop());

  test('a person without a role learns nothing, whatever they type', async () => {
    for (const text of ['changes alice', 'changes alice 14d', 'changes list:nosuch']) {
      const answer = await world.ask(`/followstats ${text}`, { personId: PEOPLE.nobody });
      expect(answer.text).toContain('You haven’t been given access');
    }
    expect(world.chat.calls).toEqual([]);
  });

  test('what is mistyped is answered in one sentence, and nothing is asked', async () => {
    expect((await world.ask('/followstats changes alice 14d')).text).toContain('24h, 7d or 30d');
    expect((await world.ask('/followstats changes 7d alice')).text).toContain('The time comes last');
    expect((await world.ask('/followstats changes')).text).toContain('changes alice 7d');
    expect(world.chat.calls).toEqual([]);
  });

  test('each is in the audit with how many accounts it was about, and no name', async () => {
    await world.ask('/followstats changes alice nosuch 30d');
    const entries = await world.restart(({ audit }) => readAudit(audit));
    const changes = entries.filter(({ action, outcome }) => action === 'changes' && outcome === 'done');
    expect(changes.map(({ details }) => details)).toContainEqual(expect.objectContaining({ accounts: 2, failed: 1 }));
  });

  test('a press forged by a person without a role shows nothing, nor does one of another’s button', async () => {
    const answer = await world.ask('/followstats changes alice');
    const value = /"followstats_refresh".*?"value":"([^"]+)"/.exec(JSON.stringify(answer.blocks))?.[1] ?? '';
    const calls = world.chat.calls.length;
    for (const [actionId, held] of [
      ['followstats_changes', 'alice'],
      ['followstats_changes_csv', value],
    ] as const) {
      const since = world.slack.mark();
      await createForger(world, PEOPLE.nobody).press(actionId, held);
      const said = await world.slack.waitForMessage({ personId: PEOPLE.nobody, since });
      expect(said.text).toContain('You haven’t been given access');
    }
    const since = world.slack.mark();
    await createForger(world, PEOPLE.admin).press('followstats_changes_csv', value);
    const said = await world.slack.waitForMessage({ personId: PEOPLE.admin, since });
    expect(said.text).toContain('too old for its buttons to work');
    expect(world.chat.calls.length).toBe(calls);
  });
});
