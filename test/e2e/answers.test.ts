import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Message, View } from '../../src/demo/slack/types.ts';
import { objectsIn } from '../slack/blocks/read-rendering.ts';
import { readAudit } from '../store/contracts/askers.ts';
import { kindsOf, rowsOf, unreadOf } from './read-answer.ts';
import { CHANNELS, createWorld, type Mode, PEOPLE, type World, type WorldOptions } from './world.ts';

const MANY = Array.from({ length: 120 }, (_, n) => `user_${String(n).padStart(3, '0')}`);
const OPEN = 'followstats_account';
const place = { personId: PEOPLE.viewer, channelId: CHANNELS.community };

/** Everything a view says, an element behind the other. */
const wordsOf = ({ blocks }: Pick<View, 'blocks'>): string =>
  objectsIn(blocks)
    .flatMap(({ text }) => (typeof text === 'string' ? [text] : []))
    .join('');

/** Does what opens an account's card, and resolves with it once it is there. */
async function cardAfter(
  { slack }: World,
  act: () => Promise<unknown>,
  personId: string = PEOPLE.viewer,
): Promise<View> {
  const since = slack.mark();
  await act();
  return slack.waitForModal({ personId, since, matches: (view) => !wordsOf(view).includes('Opening …') });
}

describe.each<Mode>(['http', 'socket'])('an answer over %s', (mode) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({
      mode,
      chat: { accounts: ['alice', 'bob', 'carol', ...MANY], follows: [['bob', 'alice']] },
      env: { FOLLOWSTATS_MAX_ACCOUNTS: '200', TENCENT_TIMEOUT_MS: '200' },
      seams: { timeLimitMs: 1500, retryDelayMs: 5 },
    });
  });
  afterAll(() => world.stop());
  afterEach(() => {
    world.chat.setFaults([]);
    world.slack.setFaults([]);
  });

  const own = ({ ts }: Message, starts: string) =>
    world.slack.waitForMessage({
      ...place,
      matches: (message) => message.ts === ts && message.text.startsWith(starts),
    });

  test('about one account is one line; about several a table of those read, and a line for each of the others', async () => {
    const one = await world.ask('/followstats alice');
    expect(kindsOf(one)).toEqual(['rich_text', 'actions', 'context']);
    expect(one.text).toMatch(/^alice · 1 follower · 0 following · 0 mutual\nAs of \d\d:\d\d\.$/);

    const several = await world.ask('/followstats carol ghost alice nosuch');
    expect(kindsOf(several)).toEqual(['data_table', 'rich_text', 'actions', 'context']);
    expect(rowsOf(several).map(([account]) => account)).toEqual(['carol', 'alice']);
    expect(unreadOf(several)).toEqual([
      '⚠ ghost: Chat doesn’t know this account. Check the spelling and case. 30003',
      '⚠ nosuch: Chat doesn’t know this account.',
    ]);
  });

  test('that can’t be refreshed keeps its numbers and says from when they are; then Try again reads them anew', async () => {
    const first = await world.ask('/followstats alice bob');
    world.chat.setFaults([{ kind: 'code', code: 60007 }]);
    await world.press(first, 'followstats_refresh');
    const kept = await own(first, 'Couldn’t refresh (60007). These are from ');
    expect(rowsOf(kept)).toEqual(rowsOf(first));
    expect(kept.text).toContain(`Try again in a minute, or tell <@${PEOPLE.admin}>.`);
    expect(kept.text).toMatch(/\nLast tried \d\d:\d\d:\d\d\.$/);
    world.chat.setFaults([]);
    const again = await world.press(kept, 'followstats_refresh');
    expect(again.ts).toBe(first.ts);
    expect(again.text).toMatch(/^alice · 1 follower .*\nbob · .*\nUpdated \d\d:\d\d:\d\d\.$/);
  });

  test('that can’t be read shows what was read last, marked as that', async () => {
    const first = await world.ask('/followstats bob');
    await world.press(first, 'followstats_refresh');
    world.chat.setFaults([{ kind: 'account-code', account: 'bob', code: 30006 }]);
    const answer = await world.press(await world.ask('/followstats alice bob'), 'followstats_refresh');
    expect(rowsOf(answer).map(([account]) => account)).toEqual(['alice']);
    expect(unreadOf(answer)).toEqual([
      expect.stringMatching(
        /^⚠ bob: .* Last known: 0 followers, 1 following, 0 mutual \(today \d\d:\d\d\)\. .* 30006$/,
      ),
    ]);
  });

  test('that is shared gives way to a line that says so; in the channel failures are only counted', async () => {
    const answer = await world.ask('/followstats alice ghost bob');
    const shared = await world.share(answer);
    expect(shared.visibleTo).toBeUndefined();
    expect(kindsOf(shared)).toEqual(['data_table', 'rich_text', 'context']);
    expect(shared.text).toContain('1 of 3 couldn’t be read.');
    expect(shared.text).not.toMatch(/ghost|spelling/);
    expect(shared.text).toMatch(`Shared by <@${PEOPLE.viewer}> · as of <!date^`);
    expect(kindsOf(await own(answer, `Shared to <#${CHANNELS.community}>.`))).toEqual(['rich_text']);
  });

  test('that is shared, or sent as a file, during an outage is what it showed, with its time', async () => {
    const answer = await world.ask(`/followstats alice bob ${MANY.slice(0, 9).join(' ')}`);
    world.chat.setFaults([{ kind: 'code', code: 60007 }]);
    await world.press(answer, 'followstats_refresh');
    const kept = await own(answer, 'Couldn’t refresh (60007). These are from ');
    const calls = world.countCalls.length;
    expect((await world.press(kept, 'followstats_csv')).text).toContain('The CSV is in your direct messages');
    const shared = await world.share(kept);
    expect(shared.visibleTo).toBeUndefined();
    expect(rowsOf(shared)).toEqual(rowsOf(answer));
    expect(shared.text).not.toMatch(/60007|refresh|couldn’t/);
    expect(world.countCalls).toHaveLength(calls);
  });

  test('that is shared is what was on the screen, though the numbers have changed since', async () => {
    const answer = await world.ask('/followstats carol');
    world.chat.follow('alice', 'carol');
    const shared = await world.share(answer);
    expect(shared.text).toMatch(/^carol · 0 followers · 0 following · 0 mutual\nShared by /);
  });

  test('that can’t be refreshed keeps why an account had failed before; the code of the outage stands once, on top', async () => {
    await world.ask('/followstats alice');
    const first = await world.ask('/followstats alcie bob');
    world.chat.setFaults([{ kind: 'code', code: 60007 }]);
    await world.press(first, 'followstats_refresh');
    const kept = await own(first, 'Couldn’t refresh (60007). These are from ');
    expect(unreadOf(kept)).toEqual(['⚠ alcie: Chat doesn’t know this account. Did you mean alice? 30003']);
    expect(kept.text.match(/60007/g)).toHaveLength(1);
    expect(JSON.stringify(kept.blocks)).toContain('Look up alice');
    world.chat.setFaults([]);
    const corrected = await world.press(kept, 'followstats_command:meant-0');
    expect(rowsOf(corrected).map(([account]) => account)).toEqual(['alice', 'bob']);
  });

  test('of which an account had failed in the outage before says the code of the next once, too', async () => {
    const late = MANY[40] ?? '';
    world.chat.setFaults([{ kind: 'account-code', account: late, code: 60007 }]);
    const first = await world.ask(`/followstats alice ${late}`);
    world.chat.setFaults([{ kind: 'code', code: 60007 }]);
    await world.press(first, 'followstats_refresh');
    const kept = await own(first, 'Couldn’t refresh (60007). These are from ');
    expect(kept.text.match(/60007/g)).toHaveLength(1);
    expect(unreadOf(kept)).toEqual([expect.stringMatching(/^⚠ user_040: Chat is getting too many requests right now/)]);
  });

  test('whose address is used up is shared by the app where it is a member, else it is said how to invite it', async () => {
    const used = { kind: 'refuse', method: 'response_url', error: 'used_url' } as const;
    const answer = await world.ask('/followstats alice');
    world.slack.setFaults([used]);
    const shared = await world.press(answer, 'followstats_share');
    expect(shared).toMatchObject({ visibleTo: undefined, text: expect.stringContaining('Shared by') });

    world.slack.setFaults([]);
    const elsewhere = await world.ask('/followstats alice', { channelId: CHANNELS.withoutBot });
    world.slack.setFaults([used]);
    const since = world.slack.mark();
    await world.slack.press({ personId: PEOPLE.viewer, ts: elsewhere.ts, actionId: 'followstats_share' });
    const told = await world.slack.waitForMessage({ personId: PEOPLE.viewer, since });
    expect(told.channelId).toMatch(/^D/);
    expect(told.text).toContain(`followstats isn’t in <#${CHANNELS.withoutBot}>. Type /invite @followstats there`);
    world.slack.setFaults([]);
    const again = await world.press(elsewhere, 'followstats_share');
    expect(again).toMatchObject({ visibleTo: undefined, text: expect.stringContaining('Shared by') });
  });

  test('about a mistyped account offers the one that was meant, in the same look-up', async () => {
    await world.ask('/followstats alice');
    const answer = await world.ask('/followstats alcie bob');
    expect(unreadOf(answer)).toEqual(['⚠ alcie: Chat doesn’t know this account. Did you mean alice? 30003']);
    const corrected = await world.press(answer, 'followstats_command:meant-0');
    expect(corrected.ts).toBe(answer.ts);
    expect(rowsOf(corrected).map(([account]) => account)).toEqual(['alice', 'bob']);
  });

  test('offers no account that stands in it already, and one for all words that meant the same', async () => {
    const both = await world.ask('/followstats alice alcie');
    expect(unreadOf(both)).toEqual(['⚠ alcie: Chat doesn’t know this account. Did you mean alice? 30003']);
    expect(JSON.stringify(both.blocks)).not.toContain('command:meant');
    const twice = await world.ask('/followstats alcie Alice bob');
    expect(JSON.stringify(twice.blocks).match(/command:meant-\d/g)).toEqual(['command:meant-0']);
    const corrected = await world.press(twice, 'followstats_command:meant-0');
    expect(rowsOf(corrected).map(([account]) => account)).toEqual(['alice', 'bob']);
  });

  test('about an account that Chat doesn’t know never leads to another such and back', async () => {
    const asAdmin = { personId: PEOPLE.admin };
    await world.ask('/followstats link @priya ghost2', asAdmin);
    await world.ask('/followstats link @tom ghost', asAdmin);
    for (const [text, help] of [
      ['ghost', 'Check the spelling and case.'],
      ['ghost2', 'Check the spelling and case.'],
      ['ghost ghost2', 'Check the spelling and case.'],
      ['@priya @tom', 'to check the link.'],
    ] as const) {
      const { text: words } = await world.ask(`/followstats ${text}`);
      expect(words, text).not.toContain('Did you mean');
      expect(words, text).toContain(help);
    }
    await world.ask('/followstats unlink @priya', asAdmin);
    await world.ask('/followstats unlink @tom', asAdmin);
  });

  test('about eleven accounts comes as a file, too, and about ten doesn’t', async () => {
    const buttons = async (count: number) =>
      JSON.stringify((await world.ask(`/followstats ${MANY.slice(0, count).join(' ')}`)).blocks);
    expect(await buttons(10)).not.toContain('followstats_csv');
    expect(await buttons(11)).toContain('followstats_csv');
  });

  describe('opens an account', () => {
    test('by its button, where it is about one', async () => {
      const answer = await world.ask('/followstats alice');
      const press = () => world.slack.press({ personId: PEOPLE.viewer, ts: answer.ts, actionId: OPEN });
      const card = await cardAfter(world, press);
      expect(card.title).toBe('Account details');
      expect(wordsOf(card)).toMatch(/alice · 1 follower · 0 following · 0 mutual/);
    });

    test('by its menu, where it is about several; one that can’t be read says why', async () => {
      const first = await world.ask('/followstats alice user_050');
      world.chat.setFaults([{ kind: 'account-code', account: 'user_050', code: 30003 }]);
      const answer = await world.press(first, 'followstats_refresh');
      const choice = { personId: PEOPLE.viewer, ts: answer.ts, actionId: OPEN, value: 'user_050' };
      const card = await cardAfter(world, () => world.slack.choose(choice));
      expect(wordsOf(card)).toMatch(
        /⚠ user_050: Chat doesn’t know this account\. Last known: .* It may have been deleted/,
      );
    });

    test('only where there is one, or was', async () => {
      const opens = async (text: string) => JSON.stringify((await world.ask(text)).blocks).includes(OPEN);
      expect(await opens('/followstats ghost')).toBe(false);
      expect(await opens('/followstats ghost alice')).toBe(true);
    });

    test('by a search, where a menu doesn’t hold them all', async () => {
      const answer = await world.ask(`/followstats ${MANY.join(' ')}`);
      const search = { personId: PEOPLE.viewer, ts: answer.ts, actionId: OPEN };
      const found = async (text: string) =>
        (await world.slack.suggest({ ...search, text })).options.map(({ value }) => value);
      expect(await found('')).toEqual(MANY.slice(0, 100));
      expect(await found('SER_11')).toEqual(MANY.slice(110));
      expect(await found('nothing')).toEqual([]);
      expect(await found('_007')).toEqual(['user_007']);
      const card = await cardAfter(world, () => world.slack.choose({ ...search, value: 'user_007' }));
      expect(wordsOf(card)).toContain('user_007 · 0 followers');
    });
  });
});

describe('an account is opened', () => {
  async function open(options: WorldOptions = {}): Promise<World> {
    const world = await createWorld(options);
    onTestFinished(() => world.stop());
    return world;
  }

  test('only for a person who may look accounts up at that moment, and the audit has each', async () => {
    const world = await open();
    const { admin } = PEOPLE;
    await world.ask('/followstats allow @priya', { personId: admin });
    const answer = await world.ask('/followstats alice bob', { personId: PEOPLE.nobody });
    const choice = { personId: PEOPLE.nobody, ts: answer.ts, actionId: OPEN, value: 'bob' };
    const choose = () => cardAfter(world, () => world.slack.choose(choice), PEOPLE.nobody);
    expect(wordsOf(await choose())).toContain('bob · 1 follower');
    await world.ask('/followstats revoke @priya', { personId: admin });
    expect(wordsOf(await choose())).toContain('You haven’t been given access to followstats.');
    const cards = await world.restart(async (store) =>
      (await readAudit(store.audit)).filter(({ action }) => action === 'card'),
    );
    expect(cards).toMatchObject([
      { actor: PEOPLE.nobody, outcome: 'done', details: { accounts: 1, failed: 0 } },
      { actor: PEOPLE.nobody, outcome: 'refused', details: { why: 'no-rule' } },
    ]);
  });

  test('with how its followers changed over a day and a week, also after a restart', async () => {
    let time = Date.UTC(2026, 10, 1, 12);
    const world = await open({ mode: 'socket', seams: { now: () => time } });
    await world.ask('/followstats bob');
    time += 6 * 24 * 3_600_000;
    world.chat.follow('carol', 'bob');
    await world.ask('/followstats bob');
    time += 2 * 24 * 3_600_000;
    const answer = await world.ask('/followstats bob alice');
    await world.restart(async () => {});
    const choice = { personId: PEOPLE.viewer, ts: answer.ts, actionId: OPEN, value: 'bob' };
    const text = wordsOf(await cardAfter(world, () => world.slack.choose(choice)));
    expect(text).toContain('No change in followers since Saturday.');
    expect(text).toContain('1 more follower since Nov 1.');
  });
});

describe('an answer that takes long', () => {
  const SLOW = { kind: 'slow', ms: 700 } as const;

  async function open(): Promise<World> {
    const world = await createWorld({
      env: { TENCENT_TIMEOUT_MS: '3000', CACHE_TTL_SECONDS: '0' },
      seams: { progressAfterMs: 100 },
    });
    onTestFinished(() => world.stop());
    return world;
  }
  const seen = ({ slack }: World) =>
    slack.messagesFor(PEOPLE.viewer, CHANNELS.community).filter(({ visibleTo }) => visibleTo === PEOPLE.viewer);

  /** Presses a button, and resolves with what stands in that message until no more comes. */
  async function changesAfter(world: World, { ts }: Message, actionId: string): Promise<readonly string[]> {
    const textNow = () => seen(world).find((message) => message.ts === ts)?.text ?? '';
    const texts = [textNow()];
    await world.slack.press({ personId: PEOPLE.viewer, ts, actionId });
    for (const until = Date.now() + 1500; Date.now() < until; await new Promise((resolve) => setTimeout(resolve, 20))) {
      if (textNow() !== texts.at(-1)) texts.push(textNow());
    }
    return texts.slice(1);
  }

  test('to be read anew stays, with one line on top, which the newer numbers replace', async () => {
    const world = await open();
    const answer = await world.ask('/followstats alice bob');
    const before = seen(world).length;
    world.chat.setFaults([SLOW]);
    expect(await changesAfter(world, answer, 'followstats_refresh')).toEqual([
      expect.stringMatching(/^Still asking Chat\. These are from \d\d:\d\d\.\nalice · 2 followers .*\nbob · [^\n]*$/),
      expect.stringMatching(/^alice · 2 followers .*\nbob · .*\nUpdated \d\d:\d\d:\d\d\.$/),
    ]);
    expect(seen(world)).toHaveLength(before);
  });

  test('and takes the place of a control says so there, and leaves nothing below', async () => {
    const world = await open();
    await world.ask('/followstats alice');
    const answer = await world.ask('/followstats alcie');
    const before = seen(world).length;
    world.chat.setFaults([SLOW]);
    expect(await changesAfter(world, answer, 'followstats_command:meant-0')).toEqual([
      expect.stringMatching(/^This takes a little longer\. The answer comes here, /),
      expect.stringMatching(/^alice · 2 followers/),
    ]);
    expect(seen(world)).toHaveLength(before);
  });
});

test('what was known last is the newest that was shown, also where nothing had changed', async () => {
  let time = Date.UTC(2026, 10, 1, 12, 59, 50);
  const world = await createWorld({
    mode: 'socket',
    seams: { now: () => time, timeLimitMs: 1500, retryDelayMs: 5 },
  });
  onTestFinished(() => world.stop());
  for (const text of ['As of 07:59.', 'As of 08:01.', 'As of 08:02.']) {
    expect((await world.ask('/followstats bob')).text).toContain(text);
    time += 90_000;
  }
  world.chat.setFaults([{ kind: 'code', code: 60007 }]);
  const answer = await world.ask('/followstats bob');
  expect(answer.text).toContain('Last known: 1 follower, 1 following, 1 mutual (today 08:02).');
});

describe('an account that another person named', () => {
  test('and that Chat doesn’t know is for those to check who may; an editor has the button', async () => {
    const world = await createWorld();
    onTestFinished(() => world.stop());
    const asAdmin = { personId: PEOPLE.admin };
    await world.ask('/followstats link @priya nosuch', asAdmin);
    await world.ask('/followstats list create vip bob ghost', asAdmin);
    const [alone, both] = ['/followstats @priya', '/followstats @priya list:vip'];
    expect((await world.ask(alone)).text).toContain(
      `⚠ nosuch: Chat doesn’t know this account. Ask <@${PEOPLE.admin}> to check the link. 30003`,
    );
    expect(unreadOf(await world.ask(both))).toEqual([
      `⚠ nosuch: Chat doesn’t know this account. Ask <@${PEOPLE.admin}> to check the link. 30003`,
      `⚠ ghost: Chat doesn’t know this account. Ask <@${PEOPLE.admin}> to check the list.`,
    ]);
    expect((await world.ask('/followstats ghost')).text).toContain('Check the spelling and case.');

    const forAdmin = await world.ask(alone, asAdmin);
    expect(forAdmin.text).toContain('⚠ nosuch: Chat doesn’t know this account. The link may be wrong. 30003');
    expect(JSON.stringify(forAdmin.blocks)).toContain(`ask:link-person ${PEOPLE.nobody}`);
    expect(JSON.stringify((await world.ask(alone)).blocks)).not.toContain('ask:link');
  });
});
