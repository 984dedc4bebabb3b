import { describe, expect, onTestFinished, test } from 'vitest';
import { seedWorkspace } from '../../src/demo/slack/seed.ts';
import type { Message, View } from '../../src/demo/slack/types.ts';
import type { AccountId } from '../../src/followstats/types.ts';
import type { Store } from '../../src/store/open.ts';
import { readCsv } from '../slack/blocks/kit/read-csv.ts';
import { messagesIn } from '../slack/words/catalogues.ts';
import { englishIn } from '../slack/words/english-in.ts';
import { patternOf } from '../slack/words/read-message.ts';
import { readAudit } from '../store/contracts/askers.ts';
import { administer, describePostgres } from '../store/engines.ts';
import { createForger } from './forged.ts';
import { kindsOf, rowsOf } from './read-answer.ts';
import { CHANNELS, createWorld, PEOPLE, type World, type WorldOptions } from './world.ts';

const HOUR_MS = 3_600_000;
const SHARE = 'followstats_share';
const CSV = 'followstats_history_csv';
const HISTORY = 'followstats_history';
const SEND = 'followstats_history_send';
const OPEN = 'followstats_account';

/** Followers of an account, by how many hours ago they were read. */
type Past = Readonly<Record<string, Readonly<Record<number, number>>>>;

const ALICE: Past = { alice: { 720: 100, 480: 110, 240: 120, 1: 150 } };
/** Every third day, as a month's history shows them. */
const every3Days = (first: number, step: number) =>
  Object.fromEntries(Array.from({ length: 11 }, (_, n) => [(10 - n) * 72 + 1, first + n * step]));

async function remember({ snapshots }: Store, past: Past): Promise<void> {
  const now = Date.now();
  for (const [id, readings] of Object.entries(past))
    for (const [hours, followers] of Object.entries(readings).toSorted(([a], [b]) => Number(b) - Number(a)))
      await snapshots.record(
        new Map([[id as AccountId, { followers, following: 2, mutual: 1, readAt: now - Number(hours) * HOUR_MS }]]),
      );
}

async function open(past: Past, options: WorldOptions = {}): Promise<World> {
  const world = await createWorld(options);
  onTestFinished(() => world.stop());
  await world.restart((store) => remember(store, past));
  return world;
}

const filesOf = (world: World, personId: string) =>
  world.slack.channels
    .filter(({ id, memberIds }) => id.startsWith('D') && memberIds.includes(personId))
    .flatMap(({ id }) => world.slack.messagesFor(personId, id))
    .flatMap(({ files }) => files);
const auditOf = async (world: World) =>
  (await world.restart(({ audit }) => readAudit(audit))).map(({ action, outcome, details }) => [
    action,
    outcome,
    details,
  ]);
const directOf = (world: World) =>
  world.slack.channels
    .filter(({ id, memberIds }) => id.startsWith('D') && memberIds.includes(PEOPLE.viewer))
    .flatMap(({ id }) => world.slack.messagesFor(PEOPLE.viewer, id));
/** All texts of a view, joined. */
const textIn = ({ blocks }: Pick<View, 'blocks'>) =>
  [...JSON.stringify(blocks).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text).join('');
const fixedWidth = ({ blocks }: Pick<View, 'blocks'>) => JSON.stringify(blocks).includes('rich_text_preformatted');
const hasButton = ({ blocks }: Pick<Message, 'blocks'>, actionId: string) =>
  JSON.stringify(blocks).includes(`"${actionId}"`);

/** The card of the single account of an answer. */
async function openCard(world: World, answer: Message): Promise<View> {
  const since = world.slack.mark();
  await world.slack.press({ personId: PEOPLE.viewer, ts: answer.ts, actionId: OPEN });
  return world.slack.waitForModal({ personId: PEOPLE.viewer, since, matches: (view) => hasButton(view, HISTORY) });
}

async function openHistory(world: World): Promise<View> {
  const since = world.slack.mark();
  await world.slack.pressInView({ personId: PEOPLE.viewer, actionId: HISTORY });
  return world.slack.waitForModal({ personId: PEOPLE.viewer, since, matches: (view) => hasButton(view, SEND) });
}

describe('history', () => {
  test('of one account is a sentence, a chart, a table and the same in words; Chat isn’t asked', async () => {
    const world = await open({ alice: every3Days(100, 10) });
    const answer = await world.ask('/followstats history alice');
    expect(kindsOf(answer)).toEqual(['rich_text', 'data_visualization', 'data_table', 'actions', 'context']);
    expect(answer.text).toMatch(/^alice: 200 followers, \+100 \(\+100%\) in 30 days\.\n/);
    expect(rowsOf(answer).map(([, followers, change]) => [followers, change])).toEqual(
      Array.from({ length: 11 }, (_, n) => [String(100 + n * 10), n === 0 ? '–' : '+10']),
    );
    expect(answer.text.match(/: \d+ followers/g)).toHaveLength(12);
    expect(answer.text).toMatch(/\(America\/New_York\)\. Newest reading: /);
    expect(world.countCalls).toEqual([]);
    expect(answer.visibleTo).toBe(PEOPLE.viewer);
  });

  test('of several accounts names those that nothing is kept of, and what was meant by one of them', async () => {
    const past = { alice: every3Days(100, 10), bob: every3Days(900, -1), carol: { 100: 5, 1: 6 } };
    const world = await open(past);
    const answer = await world.ask('/followstats history alice bob carol alcie nosuch 30D');
    expect(answer.text).toMatch(
      /^3 accounts: 1,096 followers together, \+91 \(\+9\.1%\) from each one’s first number below to its last\.\n/,
    );
    expect(answer.text).toContain('Changed most: alice +100 (+100%), bob −10 (−1.1%), and carol +1 (+20%).');
    expect(answer.text).toContain('alice: 100; 110; 120;');
    expect(answer.text).toContain('carol: –; –; –; –; –; –; –; –; –; 5; 6');
    expect(answer.text).toMatch(/Readings of carol begin on .+\./);
    expect(answer.text).toContain('There are no readings of alcie in the last 30 days. Did you mean alice?');
    expect(answer.text).toContain(
      'There are no readings of nosuch in the last 30 days. Readings are kept from the first',
    );
    const looked = await world.press(answer, 'followstats_command:look-up');
    expect(looked.text).toContain('⚠ nosuch: Chat doesn’t know this account.');
  });

  test('of nothing says so, with a look-up to begin with', async () => {
    const world = await open({});
    const answer = await world.ask('/followstats history alice 1y');
    expect(answer.text).toBe(
      'There are no readings of alice in the last year. Readings are kept from the first look-up on.',
    );
    await world.press(answer, 'followstats_command:look-up');
    expect((await world.ask('/followstats history alice 1y')).text).toMatch(/^alice: 2 followers on /);
  });

  test('of a time in which nothing was read stays a gap in the chart, the table and the words', async () => {
    const { alice } = ALICE;
    const world = await open({ alice: { ...alice }, bob: every3Days(10, 1) });
    const answer = await world.ask('/followstats history alice');
    expect(rowsOf(answer).map(([, followers]) => followers)).toEqual([
      ...['100', '–', '–', '–', '110', '–'],
      ...['–', '120', '–', '–', '150'],
    ]);
    const chart = answer.blocks.find(({ type }) => type === 'data_visualization') as unknown as {
      readonly chart: { readonly axis_config: { readonly categories: readonly string[] } };
    };
    expect(chart.chart.axis_config.categories).toHaveLength(4);
    expect(answer.text).toMatch(/There are no readings of alice in between: .+ – .+, .+ – .+, and .+ – .+\.\n/);
  });

  test.each([
    ['history', 'Which accounts? Try /followstats history alice 30d.'],
    [
      'history alice 14d',
      '14d isn’t one of the times that a history covers: 7d, 30d, 90d or 1y. Did you mean /followstats history alice 30d? If it is an account, put it in quotes, like "14d".',
    ],
    [
      'history 7d alice',
      'The time comes last and only once, so 7d can’t be it. Did you mean /followstats history alice 7d? If it is an account, put it in quotes, like "7d".',
    ],
    ['history list:nosuch', 'There is no list:nosuch. See all lists with /followstats list show.'],
  ])('%s is one clear sentence', async (typed, said) => {
    const world = await open(ALICE);
    expect((await world.ask(`/followstats ${typed}`)).text).toBe(said);
  });

  test('of readings that lie behind one instant says what they changed by, and has a shorter time that shows them', async () => {
    const world = await open({ young: { 96: 90, 72: 92, 50: 95, 26: 97, 2: 100 }, other: { 90: 5, 3: 5 } });
    const answer = await world.ask('/followstats history young 1y');
    expect(answer.text).toMatch(/^young: 100 followers, \+10 \(\+11\.1%\) since \w+day\.\n/);
    expect((await world.ask('/followstats history young other 1y')).text).toMatch(
      /^2 accounts: 105 followers together, \+10 \(\+10\.5%\) since they were first read\.\n/,
    );
    const closer = await world.press(answer, 'followstats_command:span-7d');
    expect(rowsOf(closer).filter(([, followers]) => followers !== '–')).toHaveLength(5);
    expect(JSON.stringify(closer.blocks)).not.toContain('followstats_command:span');
    await world.restart((store) => remember(store, { once: { 2: 7 } }));
    const once = await world.ask('/followstats history once 1y');
    expect(once.text).toMatch(/There is no other reading to compare with\.\n/);
    expect(JSON.stringify(once.blocks)).not.toContain('followstats_command:span');
  });

  test('of an account that has only older readings says the last, and reaches it with a press', async () => {
    const world = await open({ old: { 960: 77, 1000: 70 }, alice: { 2: 5 } });
    const answer = await world.ask('/followstats history old alice 7d');
    expect(answer.text).toMatch(
      /There are no readings of old in the last 7 days\.\nThe last reading of old is from .+: 77 followers\.\n/,
    );
    expect(answer.text).not.toContain('Readings are kept from');
    expect((await world.press(answer, 'followstats_command:span-90d')).text).toMatch(
      /^2 accounts: 82 followers together/,
    );
  });

  test('names every account without readings in its text, and looks up those that a button has room for', async () => {
    const ids = Array.from({ length: 90 }, (_, n) => `none-${n}-${'x'.repeat(20)}`);
    const world = await open({ alice: ALICE.alice ?? {} });
    const asAdmin = { personId: PEOPLE.admin };
    await world.ask(`/followstats list create crew ${ids.join(' ')}`, asAdmin);
    const answer = await world.ask('/followstats history list:crew alice');
    for (const id of ids) expect(answer.text).toContain(id);
    const looked = await world.press(answer, 'followstats_command:look-up-crew');
    expect(looked.text).toContain(ids.at(-1));
    const typed = await world.ask(`/followstats history ${ids.join(' ')}`);
    const some = await world.press(typed, 'followstats_command:look-up');
    expect(some.text).toContain(ids[0]);
    expect(some.text).not.toContain(ids.at(-1));
  });

  test('with a mistyped account keeps the rest of what was asked once that is put right', async () => {
    const world = await open({ alice: every3Days(100, 10), bob: every3Days(9, 1) });
    const answer = await world.ask('/followstats history alcie bob 90d');
    const right = await world.press(answer, 'followstats_command:meant-0');
    expect(right.text).toMatch(/^2 accounts: 219 followers together/);
    expect(right.text).not.toContain('no readings of');
    const shown = await world.ask('/followstats history alice alcie');
    expect(shown.text).toContain('Did you mean alice?');
    expect(JSON.stringify(shown.blocks)).not.toContain('followstats_command:meant');
  });

  test('that was meant by a wrong span is a press away', async () => {
    const world = await open(ALICE);
    const fault = await world.ask('/followstats history alice 2 weeks');
    expect((await world.press(fault, 'followstats_command:corrected')).text).toMatch(/^alice: 150 followers/);
  });

  test.each([
    // A response URL takes five messages, and there are six ways to say this: the second is left out.
    ['the chart', ['data_visualization'], ['rich_text', 'table', 'rich_text', 'actions', 'context']],
    [
      'charts and new tables',
      ['data_visualization', 'data_table'],
      ['rich_text', 'table', 'rich_text', 'actions', 'context'],
    ],
    [
      'every table',
      ['data_visualization', 'data_table', 'table'],
      ['rich_text', 'rich_text', 'rich_text', 'actions', 'context'],
    ],
    ['all blocks', ['*'], []],
  ])('of which Slack refuses %s comes in what is left', async (_, blocks, left) => {
    const world = await open(ALICE);
    world.slack.setFaults([{ kind: 'refuse-content', method: 'response_url', error: 'invalid_blocks', blocks }]);
    const answer = await world.ask('/followstats history alice');
    expect(kindsOf(answer)).toEqual(left);
    expect(answer.text).toMatch(/^alice: 150 followers, \+50 \(\+50%\) in 30 days\./);
  });

  test('with UserIDs that try to mention and format does neither', async () => {
    const hostile = '<!channel> *b* `c`';
    const world = await open({ [hostile]: every3Days(5, 1), alice: every3Days(7, 1) });
    const answer = await world.ask('/followstats history "<!channel> *b* `c`" alice');
    expect(answer.text).toContain('&lt;!channel&gt; *b* `c`: 5; 6; 7');
    expect(JSON.stringify(answer.blocks)).not.toMatch(/mrkdwn|broadcast/);
  });

  test('is refused to those who may not, and kept in the audit with counts alone', async () => {
    const world = await open(ALICE);
    const refused = await world.ask('/followstats history alice', { personId: PEOPLE.nobody });
    expect(refused.text).toContain('You haven’t been given access to followstats.');
    await world.ask('/followstats history alice nosuch');
    expect((await auditOf(world)).filter(([action]) => action === 'history')).toEqual([
      ['history', 'refused', expect.anything()],
      ['history', 'done', { rule: expect.any(String), accounts: 2, failed: 1 }],
    ]);
  });
});

describe('a history’s file', () => {
  test('has every reading of the span, in the direct messages of who asked, also after a restart', async () => {
    const past = { '=alice': { ...ALICE.alice, 740: 99, 800: 7 }, bob: { 3: 5, 2: 6 } };
    const world = await open(past);
    const answer = await world.ask('/followstats history "=alice" bob nosuch');
    await world.restart(async () => {});
    expect((await world.press(answer, CSV)).text).toBe('The CSV is in your direct messages with followstats.');
    const [file, second] = filesOf(world, PEOPLE.viewer);
    expect(second).toBeUndefined();
    expect(file?.name).toMatch(/^followstats-history-\d{4}-\d\d-\d\d\.csv$/);
    expect(file?.content.startsWith('\ufeff')).toBe(true);
    const [head, ...rows] = readCsv(file?.content ?? '', ',');
    expect(head).toEqual(['Account', 'Name', 'Followers', 'Following', 'Mutual', 'Read at']);
    // The reading at the first instant is older than the span, and shown.
    expect(rows.map(([account, , followers]) => [account, followers])).toEqual([
      ["'=alice", '100'],
      ["'=alice", '110'],
      ["'=alice", '120'],
      ["'=alice", '150'],
      ['bob', '5'],
      ['bob', '6'],
      ['nosuch', ''],
    ]);
    expect((await auditOf(world)).filter(([action]) => action === 'csv')).toEqual([
      ['csv', 'done', expect.objectContaining({ accounts: 2 })],
    ]);
  });

  test('is of no use to another person, nor to one who lost their role', async () => {
    const world = await open(ALICE);
    const asAdmin = { personId: PEOPLE.admin };
    const asPriya = { personId: PEOPLE.nobody };
    await world.ask('/followstats allow @priya', asAdmin);
    const answer = await world.ask('/followstats history alice', asPriya);
    const value = /"value":"(kept [^"]+)"/.exec(JSON.stringify(answer.blocks))?.[1] ?? '';
    const since = world.slack.mark();
    await createForger(world, PEOPLE.viewer).press(CSV, value);
    const said = await world.slack.waitForMessage({ personId: PEOPLE.viewer, since });
    expect(said.text).toContain('too old for its buttons to work');
    await world.ask('/followstats revoke @priya', asAdmin);
    expect((await world.press(answer, CSV, asPriya)).text).toContain('You haven’t been given access');
    expect([...filesOf(world, PEOPLE.viewer), ...filesOf(world, PEOPLE.nobody)]).toEqual([]);
  });
});

test('in direct messages with the app nothing is to be shared, neither a history nor a look-up', async () => {
  const world = await open(ALICE);
  const answer = await world.ask('/followstats history alice');
  expect(hasButton(answer, SHARE)).toBe(true);
  await world.press(answer, CSV);
  const [{ channelId } = answer] = directOf(world);
  for (const typed of ['history alice', 'alice']) {
    const direct = await world.ask(`/followstats ${typed}`, { channelId });
    expect(direct.channelId).toMatch(/^D/);
    expect(direct.text).toContain('alice');
    expect(hasButton(direct, SHARE)).toBe(false);
    expect(hasButton(direct, HISTORY) || hasButton(direct, CSV)).toBe(true);
  }
});

describe('a shared history', () => {
  test('is shown to everyone as it was, once, whatever was read since', async () => {
    const world = await open({ alice: every3Days(100, 10) });
    const answer = await world.ask('/followstats history alice nosuch');
    await world.ask('/followstats alice');
    const shared = await world.share(answer);
    expect(shared.visibleTo).toBeUndefined();
    expect(rowsOf(shared)).toEqual(rowsOf(answer));
    expect(shared.text).toMatch(/^alice: 200 followers, \+100 \(\+100%\) in 30 days\.\n/);
    expect(shared.text).toContain(`Shared by <@${PEOPLE.viewer}>.`);
    expect(shared.text).toContain('1 of 2 has no readings in this time.');
    expect(shared.text).not.toContain('nosuch');
    expect(hasButton(shared, SHARE)).toBe(false);
  });
});

describePostgres('two replicas', (newStore) => {
  test('know the histories of each other, for the file and for everyone', async () => {
    const options = await newStore();
    const world = await open(
      { alice: every3Days(100, 10) },
      { env: { DATABASE_URL: 'url' in options ? options.url : '' } },
    );
    const answer = await world.ask('/followstats history alice');
    await world.startReplica();
    expect((await world.press(answer, CSV)).text).toContain('The CSV is in your direct messages');
    expect(rowsOf(await world.share(answer))).toEqual(rowsOf(answer));
  });
});

describe('the button below an answer about one account', () => {
  test('has its history in a further message', async () => {
    const world = await open(ALICE);
    const answer = await world.ask('/followstats alice');
    const history = await world.press(answer, HISTORY);
    expect(history.ts).not.toBe(answer.ts);
    expect(history.text).toMatch(/^alice: 2 followers, −98 \(−98%\) in 30 days\./);
    expect(hasButton(await world.ask('/followstats alice bob'), HISTORY)).toBe(false);
  });

  test('says what is missing where it holds no account, as one of another version may', async () => {
    const world = await open(ALICE);
    const since = world.slack.mark();
    await createForger(world, PEOPLE.viewer).press(HISTORY, 'x'.repeat(40));
    const said = await world.slack.waitForMessage({ personId: PEOPLE.viewer, since });
    expect(said.text).toBe('Which accounts? Try /followstats history alice 30d.');
  });
});

describePostgres('without its store', (newStore) => {
  test('a history, its file and the one above a card say that nothing could be read, and what to do', async () => {
    const url = new URL(await newStore().then((options) => ('url' in options ? options.url : '')));
    const world = await open(ALICE, { env: { DATABASE_URL: url.href } });
    const answer = await world.ask('/followstats history alice');
    await openCard(world, await world.ask('/followstats alice'));
    await administer(`drop database ${url.pathname.slice(1)} with (force)`);
    const nothing = /^Nothing could be (?:read|looked up).* /;
    expect((await world.ask('/followstats history alice')).text).toMatch(nothing);
    expect((await world.press(answer, CSV)).text).toMatch(
      /^Nothing was done\. .+ Press the button again in a minute\.$/,
    );
    const since = world.slack.mark();
    await world.slack.pressInView({ personId: PEOPLE.viewer, actionId: HISTORY });
    const failed = ({ title, blocks }: View) => title === 'History' && JSON.stringify(blocks).includes('Nothing could');
    const view = await world.slack.waitForModal({ personId: PEOPLE.viewer, since, matches: failed });
    expect(JSON.stringify(view.blocks)).not.toContain('"actions"');
  });
});

describe('a card', () => {
  test('has the history of its account above it, and leads back', async () => {
    const world = await open(ALICE);
    await openCard(world, await world.ask('/followstats alice'));
    const view = await openHistory(world);
    expect(fixedWidth(view)).toBe(true);
    expect(JSON.stringify(view.blocks)).toContain('alice');
    expect(view.close).toBe('Back');
    expect(world.slack.modalsOf(PEOPLE.viewer)).toHaveLength(2);
    await world.slack.closeModal({ personId: PEOPLE.viewer });
    expect(hasButton(world.slack.modalOf(PEOPLE.viewer) as View, HISTORY)).toBe(true);
    const actions = (await auditOf(world)).map(([action, outcome]) => `${action} ${outcome}`);
    expect(actions).toEqual(['lookup done', 'card done', 'history done']);
  });

  test.each([
    ['a chart', ['rich_text', 'data_visualization', 'data_table'], []],
    ['a table alone where Slack refuses charts', ['rich_text', 'data_table', 'rich_text'], ['data_visualization']],
  ])(
    'sends the whole of it to the person’s messages, with %s, and its buttons work there',
    async (_, kinds, refused) => {
      const world = await open(ALICE);
      await openCard(world, await world.ask('/followstats alice'));
      await openHistory(world);
      world.slack.setFaults([
        { kind: 'refuse-content', method: 'chat.postMessage', error: 'invalid_blocks', blocks: refused },
      ]);
      const since = world.slack.mark();
      await world.slack.pressInView({ personId: PEOPLE.viewer, actionId: SEND });
      const isDirect = ({ channelId, text }: Message) =>
        channelId.startsWith('D') && text.startsWith('alice: 2 followers');
      const direct = await world.slack.waitForMessage({ personId: PEOPLE.viewer, since, matches: isDirect });
      expect(kindsOf(direct).slice(0, 3)).toEqual(kinds);
      // Nobody else is there.
      expect(hasButton(direct, SHARE)).toBe(false);
      const says = (view: View) => JSON.stringify(view.blocks).includes('in your direct messages with followstats');
      const view = await world.slack.waitForModal({ personId: PEOPLE.viewer, since, matches: says });
      expect(hasButton(view, SEND)).toBe(false);
      const pressed = world.slack.mark();
      await world.slack.press({ personId: PEOPLE.viewer, ts: direct.ts, actionId: CSV });
      const isSaid = ({ text }: Message) => text.startsWith('The CSV is in your direct messages');
      await world.slack.waitForMessage({ personId: PEOPLE.viewer, since: pressed, matches: isSaid });
      expect(filesOf(world, PEOPLE.viewer)).toHaveLength(1);
    },
  );

  test('that is closed while its history is sent is no second message; pressed twice it sends once', async () => {
    const world = await open(ALICE);
    await openCard(world, await world.ask('/followstats alice'));
    const view = await openHistory(world);
    world.slack.setFaults([{ kind: 'refuse', method: 'views.update', error: 'not_found' }]);
    const forger = createForger(world, PEOPLE.viewer);
    const since = world.slack.mark();
    const changed = { value: 'alice' };
    await Promise.all([1, 2].map(() => forger.pressInView(view, SEND, changed)));
    await world.slack.waitForMessage({
      personId: PEOPLE.viewer,
      since,
      matches: ({ channelId }) => channelId.startsWith('D'),
    });
    // Both presses are through once the app has stopped.
    await world.restart(async () => {});
    expect(directOf(world)).toHaveLength(1);
    expect(directOf(world)[0]?.text).toMatch(/^alice: 2 followers/);
  });

  test('that is closed before its history is there leaves the whole answer where it was asked for', async () => {
    const world = await open(ALICE);
    await openCard(world, await world.ask('/followstats alice'));
    world.slack.setFaults([{ kind: 'refuse', method: 'views.update', error: 'not_found' }]);
    const since = world.slack.mark();
    await world.slack.pressInView({ personId: PEOPLE.viewer, actionId: HISTORY });
    const said = await world.slack.waitForMessage({ personId: PEOPLE.viewer, since });
    expect(kindsOf(said).slice(0, 2)).toEqual(['rich_text', 'data_visualization']);
    expect(hasButton(said, CSV) && hasButton(said, SHARE)).toBe(true);
    expect(said.text.match(/: \d+ followers/g)?.length).toBeGreaterThan(3);
  });

  test.each([
    ['cannot_dm_bot', 'Slack refuses messages of followstats to you (cannot_dm_bot). Ask an admin of your workspace.'],
    ['fatal_error', 'Open the history again in a minute.'],
  ])('whose history can’t be sent for %s says so, and in which case to try again', async (error, words) => {
    const world = await open(ALICE);
    await openCard(world, await world.ask('/followstats alice'));
    await openHistory(world);
    world.slack.setFaults([{ kind: 'refuse', method: 'chat.postMessage', error }]);
    const since = world.slack.mark();
    await world.slack.pressInView({ personId: PEOPLE.viewer, actionId: SEND });
    const says = (view: View) => textIn(view).includes(words);
    await world.slack.waitForModal({ personId: PEOPLE.viewer, since, matches: says });
    expect(directOf(world)).toEqual([]);
  });

  test('pressed in a Home its history is an answer there, and opens nothing', async () => {
    const world = await open(ALICE);
    await world.slack.openHome(PEOPLE.viewer);
    const since = world.slack.mark();
    await createForger(world, PEOPLE.viewer).pressInHome(HISTORY, 'alice');
    const matches = (view: View) => textIn(view).includes('in 30 days.');
    await world.slack.waitForHome({ personId: PEOPLE.viewer, since, matches });
    expect(world.slack.apiCalls.filter(({ method }) => method === 'views.push')).toEqual([]);
  });

  test('opened by a channel’s role has a history there, and another channel’s name in it gives nothing', async () => {
    const world = await open(ALICE);
    const asPriya = { personId: PEOPLE.nobody };
    await world.ask('/followstats allow #community', { personId: PEOPLE.admin });
    const answer = await world.ask('/followstats alice', asPriya);
    const since = world.slack.mark();
    await world.slack.press({ ...asPriya, ts: answer.ts, actionId: OPEN });
    await world.slack.waitForModal({ ...asPriya, since, matches: (view) => hasButton(view, HISTORY) });
    await world.slack.pressInView({ ...asPriya, actionId: HISTORY });
    const history = await world.slack.waitForModal({ ...asPriya, since, matches: (view) => hasButton(view, SEND) });
    const before = world.slack.mark();
    const metadata = JSON.stringify({ channelId: CHANNELS.growth });
    await createForger(world, PEOPLE.nobody).pressInView(history, SEND, { metadata });
    const refused = (view: View) => JSON.stringify(view.blocks).includes('You haven’t been given access');
    await world.slack.waitForModal({ ...asPriya, since: before, matches: refused });
  });

  test('whose history Slack doesn’t open says so', async () => {
    const world = await open(ALICE);
    await openCard(world, await world.ask('/followstats alice'));
    world.slack.setFaults([{ kind: 'refuse', method: 'views.push', error: 'push_limit_reached', times: 1 }]);
    const since = world.slack.mark();
    await world.slack.pressInView({ personId: PEOPLE.viewer, actionId: HISTORY });
    const said = await world.slack.waitForMessage({ personId: PEOPLE.viewer, since });
    expect(said.text).toBe('Slack didn’t open the history (push_limit_reached). Press History again.');
  });
});

const LOCALES = [
  { personId: PEOPLE.viewer, locale: 'ko-KR', language: 'ko' },
  { personId: PEOPLE.chinese, locale: 'zh-CN', language: 'zh-CN' },
  { personId: PEOPLE.nobody, locale: 'ja-JP', language: 'ja' },
  { personId: PEOPLE.admin, locale: 'en-GB', language: 'en' },
] as const;

test('people of every language read a history in theirs', async () => {
  const people = seedWorkspace().people.map((person) => ({
    ...person,
    locale: LOCALES.find(({ personId }) => personId === person.id)?.locale ?? person.locale,
  }));
  const viewers = LOCALES.map(({ personId }) => personId).join(',');
  const world = await open(
    { alice: every3Days(100, 10) },
    { slack: { people }, env: { FOLLOWSTATS_VIEWERS: viewers } },
  );
  for (const { personId, language } of LOCALES) {
    const { text, blocks } = await world.ask('/followstats history alice', { personId });
    const { history } = messagesIn(language);
    expect(text.split('\n')[0]).toMatch(new RegExp(`^${patternOf(history.changedInDays, { change: '.+' })}$`));
    if (language !== 'en') expect(englishIn(blocks)).toEqual([]);
  }
});
