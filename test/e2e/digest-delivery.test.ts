import { afterEach, describe, expect, test } from 'vitest';
import { BOT_USER_ID } from '../../src/demo/slack/installed-app.ts';
import { seedWorkspace } from '../../src/demo/slack/seed.ts';
import type { Zone } from '../../src/digests/schedule/zone.ts';
import type { ListName } from '../../src/followstats/typed/list-name.ts';
import { scheduleOf } from '../digests/schedule/sample-schedules.ts';
import { accounts } from '../store/contracts/askers.ts';
import { createDigest, createDigestWorld, DAY, type DigestWorld, HOUR, MINUTE, NINE } from './digest-world.ts';
import { kindsOf, rowsOf } from './read-answer.ts';
import { CHANNELS, PEOPLE } from './world.ts';

let world: DigestWorld;
const open = async (...options: Parameters<typeof createDigestWorld>) => {
  world = await createDigestWorld(...options);
  return world;
};
afterEach(() => world.stop());

describe('a slot', () => {
  test('is posted once, with its delivery id, as a chart and a table that say it is the first', async () => {
    await open();
    expect(await world.runAt(NINE)).toMatchObject({ state: 'posted', run: `1-${NINE}`, accounts: 2, failed: 0 });
    const [post, ...more] = world.posts();
    expect(more).toEqual([]);
    expect(post?.channelId).toBe(CHANNELS.community);
    expect(post?.metadata).toEqual({
      event_type: 'followstats_digest',
      event_payload: { delivery_id: `1-${NINE}`, digest_id: '1', slot: NINE },
    });
    expect(kindsOf(post as never)).toContain('data_visualization');
    expect(rowsOf(post as never)).toEqual([
      ['alice', '2'],
      ['bob', '1'],
    ]);
    expect(post?.text).toContain('3 followers in all. The next post will say what changed.');
    expect(post?.text).not.toContain('late');
  });

  test('is compared with the one before, and with seven days ago', async () => {
    await open();
    await world.runAt(NINE);
    world.chat.follow('carol', 'bob');
    await world.runAt(NINE + DAY);
    expect(rowsOf(world.posts()[1] as never)).toEqual([
      ['bob', '2', '+1 (+100%)'],
      ['alice', '2', '0'],
    ]);
    await world.runAt(NINE + 7 * DAY);
    expect(rowsOf(world.posts()[2] as never)).toEqual([
      ['alice', '2', '0', '0'],
      ['bob', '2', '0', '+1 (+100%)'],
    ]);
  });

  test('of a zone that isn’t taken any more is still posted, by the same clock', async () => {
    await open({ digests: [{ schedule: { ...scheduleOf('0 9 * * *'), zone: 'BST' as Zone } }] });
    const nineInDhaka = NINE + 18 * HOUR;
    expect(await world.runAt(nineInDhaka)).toMatchObject({ state: 'posted', run: `1-${nineInDhaka}` });
  });

  test('that was missed is delivered late once, and those before it are recorded as missed', async () => {
    await open({ digests: [{ schedule: scheduleOf('0 * * * *') }] });
    await world.restart(async () => world.moveTo(NINE + 3 * HOUR + 10 * MINUTE));
    await world.log.first('digest run');
    const [post] = world.posts();
    expect(world.posts()).toHaveLength(1);
    expect(post?.text).toMatch(/ · late, it was due .*12:00 · the 3 posts before it were missed$/);
    expect((await world.history()).map(({ slot, state, reason }) => [slot - NINE, state, reason])).toEqual([
      [3 * HOUR, 'posted', undefined],
      [2 * HOUR, 'missed', 'down'],
      [HOUR, 'missed', 'down'],
      [0, 'missed', 'down'],
    ]);
  });

  test('older than a day is only recorded', async () => {
    await open({ digests: [{ schedule: scheduleOf('0 9 * * 1') }] });
    await world.restart(async () => world.moveTo(NINE + 25 * HOUR));
    const [run] = await world.history();
    expect(run).toMatchObject({ state: 'missed', reason: 'down' });
    expect(world.posts()).toEqual([]);
  });

  test.each([
    ['that the clock leaves out comes right after the gap', '2027-03-28T00:00:00Z', '2027-03-28T01:00:00Z'],
    ['that the clock shows twice comes once', '2026-10-25T00:00:00Z', '2026-10-25T00:30:00Z'],
  ])('%s', async (_, from, slot) => {
    await open({ digests: [] });
    world.moveTo(Date.parse(from));
    await world.restart((store) => createDigest(store, { schedule: scheduleOf('30 2 * * *', 'Europe/Berlin') }));
    expect(await world.runAt(Date.parse(slot))).toMatchObject({ run: `1-${Date.parse(slot)}`, state: 'posted' });
    world.moveTo(Date.parse(slot) + 2 * HOUR);
    expect((await world.history()).map((run) => run.slot)).toEqual([Date.parse(slot)]);
    expect(world.posts()).toHaveLength(1);
  });
});

describe('only when something changed', () => {
  test('an unchanged slot is skipped, a changed one posted, and after a week of silence comes a sign of life', async () => {
    await open({ digests: [{ onlyIfChanged: true }] });
    expect(await world.runAt(NINE)).toMatchObject({ state: 'posted' });
    for (let day = 1; day < 7; day += 1)
      expect(await world.runAt(NINE + day * DAY)).toMatchObject({ state: 'skipped', reason: 'unchanged' });
    expect(await world.runAt(NINE + 7 * DAY)).toMatchObject({ state: 'posted', reason: 'sign-of-life' });
    expect(world.posts()[1]?.text).toContain('nothing has changed since');
    world.chat.follow('carol', 'bob');
    const changed = await world.runAt(NINE + 8 * DAY);
    expect(changed).toMatchObject({ state: 'posted' });
    expect(changed).not.toHaveProperty('reason');
    expect(world.posts()).toHaveLength(3);
  });

  test('whom an account follows is no change: a post speaks of followers alone', async () => {
    await open({ digests: [{ onlyIfChanged: true }] });
    await world.runAt(NINE);
    world.chat.follow('bob', 'carol');
    expect(await world.runAt(NINE + DAY)).toMatchObject({ state: 'skipped', reason: 'unchanged' });
    expect(world.posts()).toHaveLength(1);
  });

  test('a sign of life counts only those that could be read', async () => {
    await open({ digests: [{ onlyIfChanged: true, accounts: accounts('bob', 'ghost') }] });
    await world.runAt(NINE);
    await world.runAt(NINE + 7 * DAY);
    expect(world.posts()[1]?.text).toBe(
      'Creators: nothing has changed since 23 Nov. 1 account is still watched, 1 couldn’t be read.',
    );
  });
});

describe('what its words say', () => {
  test('an account that can’t be read once is in no sum, its last count is marked, and its milestone comes later', async () => {
    await open({
      chat: {
        accounts: ['alice', 'bob', 'carol', 'dave'],
        follows: [
          ['carol', 'alice'],
          ['carol', 'bob'],
        ],
      },
    });
    await world.runAt(NINE);
    world.chat.setFaults([{ kind: 'drop', account: 'bob' }]);
    await world.runAt(NINE + DAY);
    expect(world.posts()[1]?.text).toContain('No change over 1 account since Monday · 1 in the one that was read\n');
    world.chat.setFaults([]);
    world.chat.follow('dave', 'bob');
    await world.runAt(NINE + 2 * DAY);
    const post = world.posts()[2];
    expect(post?.text).toContain('No change over 1 account since Tuesday · 3 in all\n🎉 bob reached 2 followers\n');
    expect(post?.text).toContain('bob: 1; 1 (last known); 2\n');
    expect(JSON.stringify(post?.blocks)).toContain('Couldn’t be read, so the chart repeats the last count: ');
    await world.runAt(NINE + 3 * DAY);
    expect(world.posts()[3]?.text).not.toContain('reached');
  });

  test('an account that was never there before is not back, but there now', async () => {
    await open({ digests: [{ accounts: accounts('alice', 'ghost') }] });
    await world.runAt(NINE);
    world.chat.addAccount('ghost');
    await world.runAt(NINE + DAY);
    expect(world.posts()[1]?.text).toContain('\nNow in Chat: ghost\n');
  });

  test('an account that is gone and back is told each time, and never counted as 0', async () => {
    await open();
    await world.runAt(NINE);
    world.chat.removeAccount('bob');
    await world.runAt(NINE + DAY);
    const gone = world.posts()[1];
    expect(gone?.text).toContain('Gone from Chat: bob');
    expect(rowsOf(gone as never).map(([account]) => account)).toEqual(['alice']);
    expect(gone?.text.match(/bob/g)).toHaveLength(1);
    world.chat.addAccount('bob');
    await world.runAt(NINE + 2 * DAY);
    expect(world.posts()[2]?.text).toContain('Back in Chat: bob');
  });

  test('a threshold is told of when it is crossed, and not again while the count hovers there', async () => {
    await open({ digests: [{ thresholds: { absolute: 1 }, accounts: accounts('bob') }] });
    await world.runAt(NINE);
    world.chat.follow('carol', 'bob');
    await world.runAt(NINE + DAY);
    expect(world.posts()[1]?.text).toContain('bob passed +1: from 1 to 2 followers.');
    await world.runAt(NINE + 2 * DAY);
    expect(world.posts()[2]?.text).not.toContain('bob passed');
  });

  test('the news comes first, how it came about last, and every time is the digest’s', async () => {
    const followers = (of: string, from: number, to: number) => {
      for (let n = from; n < to; n += 1) {
        world.chat.addAccount(`fan_${n}`);
        world.chat.follow(`fan_${n}`, of);
      }
    };
    await open({
      chat: { accounts: ['alice', 'bob', 'carol'], follows: [] },
      digests: [
        {
          accounts: accounts('carol', 'bob', 'ghost', 'alice'),
          schedule: scheduleOf('0 18 * * *', 'Asia/Tokyo'),
          thresholds: { absolute: 5 },
        },
      ],
    });
    followers('alice', 0, 98);
    followers('bob', 0, 26);
    await world.runAt(NINE);
    followers('alice', 98, 101);
    followers('bob', 26, 33);
    await world.runAt(NINE + DAY);
    const post = world.posts()[1];
    expect(kindsOf(post as never)).toEqual([
      'header',
      'rich_text',
      'data_visualization',
      'data_table',
      'rich_text',
      'context',
      'actions',
    ]);
    expect(post?.text.split('\n')).toEqual([
      'Creators',
      'Up 10 followers since Monday · 134 in the 3 that were read',
      'bob +7 · alice +3',
      'bob passed +5: from 26 to 33 followers.',
      '🎉 alice reached 100 followers',
      'bob: 33 followers, +7 (+26.9%) since the last post',
      'alice: 101 followers, +3 (+3.1%) since the last post',
      'carol: 0 followers, 0 since the last post',
      expect.stringMatching(/^⚠ ghost: .* 30003$/),
      'Followers on 23 Nov; 24 Nov:',
      'alice: 98; 101',
      'bob: 26; 33',
      'carol: 0; 0',
      '23 Nov, 18:00 – 24 Nov, 18:00 · every day at 18:00, Asia/Tokyo · 3 of 4 read',
    ]);
    expect(rowsOf(post as never).map(([account]) => account)).toEqual(['bob', 'alice', 'carol']);
    await world.runAt(NINE + 2 * DAY);
    expect(world.posts()[2]?.text).toContain('No change since Tuesday · 134 in the 3 that were read');
    expect(world.posts()[2]?.text).not.toContain('reached');
  });

  test('500 accounts cost 25 calls and are one message', async () => {
    const names = Array.from({ length: 500 }, (_, n) => `account_${String(n).padStart(3, '0')}`);
    await open({ chat: { accounts: names, follows: [] }, digests: [{ accounts: accounts(...names) }] });
    expect(await world.runAt(NINE)).toMatchObject({ state: 'posted', accounts: 500 });
    expect(world.countCalls).toHaveLength(25);
    expect(world.posts()).toHaveLength(1);
    expect(world.posts()[0]?.text).toContain('account_499');
  });

  test('a post longer than a table has a CSV button, which sends what was posted to who presses it, after a restart, too', async () => {
    const names = Array.from({ length: 150 }, (_, n) => `account_${String(n).padStart(3, '0')}`);
    await open({ chat: { accounts: names, follows: [] }, digests: [{ accounts: accounts(...names) }] });
    await world.runAt(NINE);
    world.chat.follow('account_001', 'account_000');
    await world.runAt(NINE + DAY);
    world.chat.follow('account_002', 'account_000');
    await world.restart(async () => {});
    const [, post] = world.posts();
    const calls = world.countCalls.length;
    const press = (personId: string) =>
      world.slack.press({ personId, ts: post?.ts ?? '', actionId: 'followstats_digest_csv' });
    const since = world.slack.mark();
    await press(PEOPLE.viewer);
    await world.slack.waitForMessage({
      personId: PEOPLE.viewer,
      since,
      matches: ({ text }) => text.includes('The CSV is in your direct messages'),
    });
    const direct = world.slack.channels.find(
      ({ id, memberIds }) => id.startsWith('D') && memberIds.includes(PEOPLE.viewer),
    );
    const [message] = world.slack.messagesFor(PEOPLE.viewer, direct?.id ?? '');
    const lines = message?.files[0]?.content.trimEnd().split('\r\n') ?? [];
    expect(lines).toHaveLength(151);
    expect(lines[1]).toBe('"account_000",,1,1,,0,0,0,0,"read",');
    expect(world.countCalls).toHaveLength(calls);
    await press(PEOPLE.nobody);
    await world.slack.waitForMessage({
      personId: PEOPLE.nobody,
      since,
      matches: ({ text }) => text.includes('given access'),
    });
  });

  test('a workspace without native blocks gets the same numbers as a table', async () => {
    await open();
    world.slack.setFaults([{ kind: 'refuse-blocks', types: ['data_visualization', 'data_table'] }]);
    expect(await world.runAt(NINE)).toMatchObject({ state: 'posted' });
    expect(kindsOf(world.posts()[0] as never)).toContain('table');
    expect(rowsOf(world.posts()[0] as never)[0]?.slice(0, 2)).toEqual(['alice', '2']);
  });
});

describe('a permanent refusal pauses the digest and is told to the owner once', () => {
  test.each([
    ['not_in_channel', () => world.slack.changeChannel(CHANNELS.community, { hasBot: false }), 'Invite it there'],
    ['is_archived', () => world.slack.changeChannel(CHANNELS.community, { isArchived: true }), 'Unarchive it'],
    ['channel_not_found', () => world.slack.changeChannel(CHANNELS.community, { isDeleted: true }), 'can’t see'],
    [
      'restricted_action',
      () => world.slack.changeChannel(CHANNELS.community, { isRestricted: true }),
      'Apps aren’t allowed',
    ],
    [
      'missing_scope',
      () => world.slack.setFaults([{ kind: 'refuse', method: 'chat.postMessage', error: 'missing_scope', times: 1 }]),
      'with all scopes of its manifest',
    ],
  ])('%s', async (code, make, fix) => {
    await open();
    make();
    expect(await world.runAt(NINE)).toMatchObject({ state: 'failed', reason: code });
    expect((await world.notice('is paused')).text).toContain(fix);
    world.moveTo(NINE + 2 * DAY);
    expect((await world.history()).map(({ state }) => state)).toEqual(['failed']);
    expect(world.notices()).toHaveLength(1);
    expect(world.posts()).toEqual([]);
  });

  test.each([
    ['restricted_action_read_only_channel', 'Apps aren’t allowed'],
    ['channel_is_limited_access', 'Apps aren’t allowed'],
    ['team_access_not_granted', 'This workspace doesn’t allow'],
    ['is_inactive', `<#${CHANNELS.community}> is archived`],
    ['token_expired', 'the new token'],
    ['user_disabled', 'Choose a channel instead'],
  ])('%s, whatever sets it off', async (error, words) => {
    await open();
    world.slack.setFaults([{ kind: 'refuse', method: 'chat.postMessage', error, times: 1 }]);
    expect(await world.runAt(NINE)).toMatchObject({ state: 'failed', reason: error });
    expect((await world.notice('is paused')).text).toContain(words);
    world.moveTo(NINE + 2 * DAY);
    expect((await world.history()).map(({ state }) => state)).toEqual(['failed']);
  });

  test('a code that nobody knows does after three slots in a row, and the owner reads the code', async () => {
    await open();
    for (const day of [0, 1, 2]) {
      // Four renderings, the text alone and the last word are refused; what the owner is told after that is taken.
      world.slack.setFaults([{ kind: 'refuse-content', method: 'chat.postMessage', error: 'moon_is_full', times: 6 }]);
      expect(await world.runAt(NINE + day * DAY)).toMatchObject({ state: 'failed', refusal: 'moon_is_full' });
      const run = `1-${NINE + day * DAY}`;
      await world.log.first('digest owner', (line) => line.run === run && line.outcome === 'told');
    }
    expect((await world.notice('is paused')).text).toMatch(/Slack refused the last three posts\. .* moon_is_full$/);
    world.moveTo(NINE + 4 * DAY);
    expect((await world.history()).map(({ state }) => state)).toEqual(['failed', 'failed', 'failed']);
  });

  test.each(['account_inactive', 'token_revoked'] as const)(
    '%s can be told to nobody while it lasts, and is told once it is over',
    async (state) => {
      await open();
      world.slack.setInstallation(state);
      expect(await world.runAt(NINE)).toMatchObject({ state: 'failed', reason: state });
      await world.log.first('the owner of a digest cannot be told');
      world.slack.setInstallation('active');
      world.moveTo(NINE + 2 * MINUTE);
      await world.notice(state);
      expect(world.notices()).toHaveLength(1);
    },
  );

  test('a digest whose lists are gone pauses', async () => {
    await open({ digests: [{ accounts: [], lists: ['vip' as ListName] }] });
    expect(await world.runAt(NINE)).toMatchObject({ state: 'failed', reason: 'no-accounts' });
    await world.notice('Add accounts to it');
  });
});

describe('Slack in trouble', () => {
  test('a 429 is waited out by its Retry-After, and the slot is posted once', async () => {
    await open();
    world.slack.setFaults([{ kind: 'rate-limit', method: 'chat.postMessage', retryAfterSeconds: 40, times: 1 }]);
    expect(await world.runAt(NINE)).toMatchObject({ state: 'due', reason: 'rate-limited' });
    expect(await world.runAt(NINE + 40_000)).toMatchObject({ state: 'posted', attempt: 2 });
    expect(world.posts()).toHaveLength(1);
  });

  test('a lost answer is found in the channel’s history, and nobody is bothered', async () => {
    await open();
    world.slack.setFaults([{ kind: 'lose-answer', method: 'chat.postMessage', times: 1 }]);
    expect(await world.runAt(NINE)).toMatchObject({ state: 'unknown', reason: 'no-answer' });
    expect(await world.log.first('digest owner')).toMatchObject({ outcome: 'found' });
    const [run] = await world.history();
    expect(run).toMatchObject({ state: 'posted', reason: 'found', post: { ts: world.posts()[0]?.ts } });
    expect(world.notices()).toEqual([]);
  });

  const direct = { id: 'D0ANDERS001', name: 'directmessage', isPrivate: true, memberIds: [PEOPLE.admin, BOT_USER_ID] };

  test.each([
    ['the direct messages with the app', direct.id],
    ['a person, which stands for these', PEOPLE.admin],
  ])('a lost answer of a digest for %s is found there, too', async (_, channelId) => {
    await open({ slack: { channels: [...seedWorkspace().channels, direct] }, digests: [{ channelId }] });
    world.slack.setFaults([{ kind: 'lose-answer', method: 'chat.postMessage', times: 1 }]);
    expect(await world.runAt(NINE)).toMatchObject({ state: 'unknown', reason: 'no-answer' });
    expect(await world.log.first('digest owner')).toMatchObject({ outcome: 'found' });
    expect((await world.history())[0]).toMatchObject({
      state: 'posted',
      reason: 'found',
      post: { channelId: direct.id },
    });
  });

  test('without im:history the owner is asked about a digest in direct messages', async () => {
    const slack = { channels: [...seedWorkspace().channels, direct], withoutScopes: ['im:history'] };
    await open({ slack, digests: [{ channelId: direct.id }] });
    world.slack.setFaults([{ kind: 'lose-answer', method: 'chat.postMessage', times: 1 }]);
    expect(await world.runAt(NINE)).toMatchObject({ state: 'unknown', reason: 'no-answer' });
    await world.notice('may or may not have arrived');
    expect(world.log.named('the post of a digest cannot be looked for')).toMatchObject([{ reason: 'missing_scope' }]);
  });

  const ask = async (fault: 'lose-answer' | 'hang') => {
    await open({ slack: { withoutScopes: ['channels:history', 'groups:history'] } });
    world.slack.setFaults([
      fault === 'hang'
        ? { kind: 'status', status: 503, method: 'chat.postMessage', times: 1 }
        : { kind: fault, method: 'chat.postMessage', times: 1 },
    ]);
    expect(await world.runAt(NINE)).toMatchObject({ state: 'unknown' });
    return world.notice('may or may not have arrived');
  };
  const press = (ts: string, actionId: string) => world.slack.press({ personId: PEOPLE.admin, ts, actionId });

  test('without the scope the owner is asked, and says that it arrived', async () => {
    const question = await ask('lose-answer');
    await press(question.ts, 'followstats_digest_arrived');
    await world.notice('did arrive');
    expect((await world.history())[0]).toMatchObject({ state: 'posted', reason: 'arrived' });
    expect(world.posts()).toHaveLength(1);
  });

  test('without the scope the owner is asked, and has it posted again, once', async () => {
    const question = await ask('hang');
    await press(question.ts, 'followstats_digest_again');
    await world.log.first('digest run', ({ state }) => state === 'posted');
    expect(world.posts()).toHaveLength(1);
    await world.notice('posted again');
  });

  test('a post that is not in the history is asked about after a moment', async () => {
    await open();
    world.slack.setFaults([{ kind: 'status', status: 503, method: 'chat.postMessage', times: 1 }]);
    expect(await world.runAt(NINE)).toMatchObject({ state: 'unknown' });
    expect(await world.log.first('digest owner')).toMatchObject({ outcome: 'later' });
    world.moveTo(NINE + MINUTE);
    await world.notice('may or may not have arrived');
  });
});

describe('Chat in trouble', () => {
  const chat = { kind: 'status', status: 502 } as const;

  test('for five minutes delays the post and nobody is bothered', async () => {
    await open();
    world.chat.setFaults([chat]);
    expect(await world.runAt(NINE)).toMatchObject({ state: 'due', reason: 'upstream_status' });
    world.chat.setFaults([]);
    expect(await world.runAt(NINE + 5 * MINUTE)).toMatchObject({ state: 'posted' });
    expect(world.notices()).toEqual([]);
  });

  test('for twenty minutes is told to the owner, with the reason, and not to the channel', async () => {
    await open();
    world.chat.setFaults([chat]);
    let line: Record<string, unknown> = {};
    for (let at = NINE; line.state !== 'failed'; at += 4 * MINUTE) line = await world.runAt(at);
    expect(world.now() - NINE).toBeGreaterThanOrEqual(15 * MINUTE);
    await world.notice('wasn’t posted');
    expect(world.posts()).toEqual([]);
  });
});
