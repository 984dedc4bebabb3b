import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Message, View } from '../../src/demo/slack/types.ts';
import { readCsv } from '../slack/blocks/kit/read-csv.ts';
import { objectsIn, textsIn } from '../slack/blocks/read-rendering.ts';
import { readAudit } from '../store/contracts/askers.ts';
import { CHANNELS, createWorld, PEOPLE, type World, type WorldOptions } from './world.ts';

const CARD = 'followstats_account';
const NEXT = 'followstats_relations_page:next';
const PREVIOUS = 'followstats_relations_page:previous';
const CSV = 'followstats_relations_csv';
const CANCEL = 'followstats_relations_cancel';
const HOSTILE = '<!channel> *Zo\u202eé* <http://x|y>';

/** All texts of blocks, joined. */
const textIn = ({ blocks }: Pick<View, 'blocks'>): string =>
  [...JSON.stringify(blocks).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text).join('');
const hasButton = ({ blocks }: Pick<Message, 'blocks'>, actionId: string): boolean =>
  JSON.stringify(blocks).includes(`"${actionId}"`);

const directOf = (world: World, personId: string = PEOPLE.viewer): readonly Message[] =>
  world.slack.channels
    .filter(({ id, memberIds }) => id.startsWith('D') && memberIds.includes(personId))
    .flatMap(({ id }) => world.slack.messagesFor(personId, id));
const filesOf = (world: World) => directOf(world).flatMap(({ files }) => files);

interface Who {
  readonly personId?: string;
  readonly channelId?: string;
}

/** Types a command that is answered by a modal, and resolves with that once it says something. */
async function openList(world: World, text: string, matches?: (view: View) => boolean, who: Who = {}): Promise<View> {
  const { personId = PEOPLE.viewer, channelId = CHANNELS.community } = who;
  const since = world.slack.mark();
  await world.slack.type({ personId, channelId, text });
  return world.slack.waitForModal({
    personId,
    since,
    matches: matches ?? ((view) => !textIn(view).includes('Opening')),
  });
}

async function press(world: World, actionId: string, matches: (view: View) => boolean): Promise<View> {
  const since = world.slack.mark();
  await world.slack.pressInView({ personId: PEOPLE.viewer, actionId });
  return world.slack.waitForModal({ personId: PEOPLE.viewer, since, matches });
}

const turned = (from: number) => (view: View) => textIn(view).includes(`These are ${from.toLocaleString('en')} to `);

async function begin(world: World): Promise<View> {
  return press(world, CSV, (view) => textIn(view).includes('The CSV is being made.'));
}

const said = (world: World, matches: (message: Message) => boolean, since?: number): Promise<Message> =>
  world.slack.waitForMessage({ personId: PEOPLE.viewer, ...(since !== undefined && { since }), matches });

/** Chat that doesn’t give a thousand at a time. */
const SMALL = { accounts: 100, above: 'reject' } as const;
/** Accounts that only the crowd follows. */
const LONE = { accounts: ['star', 'giant'], follows: [] };

async function open(options: WorldOptions = {}): Promise<World> {
  const world = await createWorld(options);
  onTestFinished(() => world.stop());
  return world;
}

describe('who follows an account', () => {
  let world: World;
  const calls = () => world.chat.calls.filter(({ command }) => command === 'follow_get').length;
  beforeAll(async () => {
    world = await createWorld({
      chat: {
        accounts: ['alice', 'bob', 'carol', 'dave', 'star', 'giant'],
        audience: (id) => ({ star: 5000, giant: 100_000 })[id] ?? 0,
        nicknameOf: (id) => (id === 'carol' ? HOSTILE : undefined),
      },
    });
  });
  afterAll(() => world.stop());

  test('fans, following and mutual each list theirs, with names and since when, and how many in all', async () => {
    const fans = await openList(world, '/followstats fans alice');
    expect(textIn(fans)).toMatch(/^alice: 2 followers\./);
    expect(textIn(fans)).toMatch(/bob · since /);
    expect(textIn(fans)).toMatch(/since .*In the order in which Chat gives them\. As of /);
    const following = await openList(world, '/followstats following alice');
    expect(textIn(following)).toContain('alice follows 1 account.');
    const mutual = await openList(world, '/followstats mutual alice');
    expect(textIn(mutual)).toContain('alice and 1 account follow each other.');
    expect(textIn(mutual)).toContain('bob');
  });

  test('a hostile name is text: it mentions, links and formats nothing', async () => {
    const fans = await openList(world, '/followstats fans alice');
    const elements = JSON.stringify(fans.blocks);
    expect(elements).toContain('<!channel> *Zoé* <http://x|y>');
    expect(elements).not.toMatch(/"type":"(?:broadcast|link|mrkdwn)"/);
    // The menu *Open account* shows the name, too. It came with the list: no look-up has asked for carol's.
    const options = fans.blocks.flatMap((block) => objectsIn(block)).flatMap((one) => one.options ?? []);
    expect(options.flatMap((option) => textsIn(option))).toContain('carol (<!channel> *Zoé* <http://x|y>)');
  });

  test.each([
    ['fans', 'Nobody follows dave.'],
    ['following', 'dave follows nobody.'],
    ['mutual', 'Nobody whom dave follows follows it back.'],
  ])('%s of an account that has none is one sentence, and offers no CSV', async (kind, sentence) => {
    const view = await openList(world, `/followstats ${kind} dave`);
    expect(textIn(view)).toContain(sentence);
    expect(hasButton(view, CSV)).toBe(false);
  });

  test('5,000 fans come 50 a page, next and previous, each once; most pages cost no call', async () => {
    const before = calls();
    let view = await openList(world, '/followstats fans star');
    const seen: string[] = [];
    for (let from = 51; from <= 1251; from += 50) {
      seen.push(...rowsIn(view));
      view = await press(world, NEXT, turned(from));
    }
    seen.push(...rowsIn(view));
    expect(new Set(seen).size).toBe(1300);
    expect(calls() - before).toBe(2);
    view = await press(world, PREVIOUS, turned(1201));
    expect(calls() - before).toBe(2);
    expect(textIn(view)).toContain('star: 5,000 followers.');
  }, 20_000);

  test('of 100,000 fans the first page is there at once, for one call', async () => {
    const before = calls();
    const view = await openList(world, '/followstats fans giant');
    expect(textIn(view)).toContain('giant: 100,000 followers.');
    expect(rowsIn(view)).toHaveLength(50);
    expect(calls() - before).toBe(1);
  });

  test('an account of a list opens as a card above it, and from there its own lists', async () => {
    await openList(world, '/followstats fans alice');
    const since = world.slack.mark();
    await world.slack.fillIn({ personId: PEOPLE.viewer, values: { [CARD]: 'bob' } });
    const card = await world.slack.waitForModal({
      ...{ personId: PEOPLE.viewer, since },
      matches: (view) => hasButton(view, 'followstats_relations:fans'),
    });
    expect(textIn(card)).toContain('bob');
    const list = await press(world, 'followstats_relations:mutual', (view) =>
      textIn(view).includes('follow each other'),
    );
    expect(textIn(list)).toContain('bob and 1 account follow each other.');
    expect(world.slack.modalsOf(PEOPLE.viewer)).toHaveLength(3);
    // Slack takes no fourth: the list gives way.
    await world.slack.fillIn({ personId: PEOPLE.viewer, values: {} });
    await world.slack.closeModal({ personId: PEOPLE.viewer, all: true });
  });

  test.each([
    ['fans', 'Of which account? Name one, like /followstats fans alice.'],
    ['mutual alice bob', 'This command takes one account, so bob is one too many. Try /followstats mutual alice.'],
    ['fans list:stars', 'list:stars may stand for several accounts, and this takes one. Try /followstats fans alice.'],
    ['following @creators-team', 'may stand for several accounts'],
  ])('%s is answered by one sentence, and nothing is asked of Chat', async (text, sentence) => {
    const before = world.chat.calls.length;
    expect((await world.ask(`/followstats ${text}`)).text).toContain(sentence);
    expect(world.chat.calls).toHaveLength(before);
  });

  test.each([
    ['fans nosuch', '⚠ nosuch: Chat doesn’t know this account.'],
    ['fans @priya', 'isn’t linked to an account yet.'],
  ])('%s is answered by a sentence in the modal', async (text, sentence) => {
    expect(textIn(await openList(world, `/followstats ${text}`))).toContain(sentence);
  });

  test('a mistyped command is offered as it was meant', async () => {
    const answer = await world.ask('/followstats fnas alice');
    expect(answer.text).toContain('Did you mean /followstats fans alice?');
  });

  test('a person without a role reads whom to ask, and nothing of the account', async () => {
    const view = await openList(world, '/followstats fans alice', undefined, { personId: PEOPLE.nobody });
    expect(textIn(view)).toContain('You haven’t been given access');
    expect(textIn(view)).not.toContain('alice');
  });
});

const rowsIn = ({ blocks }: Pick<View, 'blocks'>): readonly string[] =>
  [...JSON.stringify(blocks).matchAll(/\{"type":"text","text":"([^"]+)","style":\{"bold":true\}\}/g)]
    .map(([, text]) => text as string)
    .slice(1);

describe('in trouble', () => {
  test('a trigger that lapsed is said, with a button that opens the list', async () => {
    const world = await open();
    world.slack.setFaults([{ kind: 'refuse', method: 'views.open', error: 'expired_trigger_id', times: 1 }]);
    const answer = await world.ask('/followstats fans alice');
    expect(answer.text).toContain('Slack didn’t open the list (expired_trigger_id). Press the button to open it.');
    const since = world.slack.mark();
    await world.slack.press({ personId: PEOPLE.viewer, ts: answer.ts, actionId: 'followstats_command:relations' });
    const view = await world.slack.waitForModal({
      ...{ personId: PEOPLE.viewer, since },
      matches: (one) => textIn(one).includes('followers.'),
    });
    expect(textIn(view)).toContain('alice: 2 followers.');
  });

  test('a page that can’t be read says why, and a press later it is there; so is it after a restart', async () => {
    const world = await open({ chat: { ...LONE, audience: () => 250, largestPage: SMALL } });
    await openList(world, '/followstats fans star');
    await press(world, NEXT, turned(51));
    world.chat.setFaults([{ kind: 'code', code: 30005 }]);
    const failed = await press(world, NEXT, (view) => textIn(view).includes('30005'));
    expect(hasButton(failed, 'followstats_relations_page:again')).toBe(true);
    world.chat.setFaults([]);
    await world.restart(async () => {});
    await press(world, 'followstats_relations_page:again', turned(101));
  }, 20_000);

  test('a list without an end ends: nothing is asked for ever', async () => {
    const world = await open({ chat: { ...LONE, audience: () => 250, largestPage: SMALL } });
    world.chat.setFaults([{ kind: 'stuck-cursor' }]);
    await openList(world, '/followstats fans star');
    await press(world, NEXT, turned(51));
    const failed = await press(world, NEXT, (view) => hasButton(view, 'followstats_relations_page:again'));
    expect(textIn(failed)).toContain('Chat');
    expect(world.chat.calls.filter(({ command }) => command === 'follow_get').length).toBeLessThan(5);
  }, 20_000);

  test('a role that was lost between two presses ends it, and shows no account', async () => {
    const world = await open({ env: { FOLLOWSTATS_VIEWERS: '' }, chat: { ...LONE, audience: () => 200 } });
    await world.ask('/followstats allow @maya viewer', { personId: PEOPLE.admin });
    await openList(world, '/followstats fans star');
    await world.ask('/followstats revoke @maya', { personId: PEOPLE.admin });
    const denied = await press(world, NEXT, (view) => textIn(view).includes('You haven’t been given access'));
    expect(rowsIn(denied)).toEqual([]);
  });

  test('a list that lapsed says so, and begins anew', async () => {
    const world = await open({ chat: { ...LONE, audience: () => 200 } });
    const view = await openList(world, '/followstats fans star');
    const [listId] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(JSON.stringify(view.blocks)) ?? [];
    await world.restart(({ expiringValues }) => expiringValues.remove(`relations:${listId}`));
    const anew = await press(world, NEXT, (one) => textIn(one).includes('too long ago'));
    expect(textIn(anew)).toContain('so this is its beginning again.');
    expect(textIn(anew)).toContain('These are 1 to 50');
  });
});

describe('the CSV of all', () => {
  test('has each of 100,000 fans once, as Chat has them, and the message says how many', async () => {
    const world = await open({ chat: { ...LONE, audience: () => 100_000 } });
    await openList(world, '/followstats fans giant');
    await begin(world);
    const done = await said(world, ({ text }) => text.includes('is in this conversation'));
    expect(done.text).toBe('The CSV of the followers of giant is in this conversation: 100,000 accounts.');
    expect(hasButton(done, CANCEL)).toBe(false);
    const [file] = filesOf(world);
    const rows = readCsv(file?.content ?? '', ',');
    expect(rows[0]).toEqual(['Account', 'Name', 'Followed since']);
    expect(new Set(rows.slice(1).map(([account]) => account)).size).toBe(100_000);
    expect(rows.slice(1).every(([, , since]) => /^\d{4}-\d\d-\d\dT/.test(since ?? ''))).toBe(true);
    expect(world.chat.calls.filter(({ command }) => command === 'follow_get')).toHaveLength(101);
    const audit = await world.restart(({ audit: entries }) => readAudit(entries));
    expect(audit.filter(({ action }) => action === 'relations-csv').map(({ outcome }) => outcome)).toEqual([
      ...['allowed', 'done'],
    ]);
  }, 30_000);

  test('names that are switched off stand neither in a list nor in its file, though Chat gives them with it', async () => {
    const world = await open({ env: { FOLLOWSTATS_NAMES: 'off' }, chat: { nicknameOf: () => HOSTILE } });
    expect(textIn(await openList(world, '/followstats fans alice'))).toMatch(/^alice: 2 followers\.carol · since /);
    await begin(world);
    await said(world, ({ text }) => text.includes('is in this conversation'));
    const rows = readCsv(filesOf(world)[0]?.content ?? '', ',');
    expect(rows.slice(1).map(([account, name]) => [account, name])).toEqual([
      ['carol', ''],
      ['bob', ''],
    ]);
  });

  test('is cancelled by its button; a second one meanwhile isn’t begun', async () => {
    const world = await open({ chat: { ...LONE, audience: () => 100_000, latencyMs: () => 20 } });
    await openList(world, '/followstats fans giant');
    await begin(world);
    const making = await said(world, (message) => hasButton(message, CANCEL));
    await press(world, CSV, (view) => textIn(view).includes('is being made for you already'));
    const since = world.slack.mark();
    await world.slack.press({ personId: PEOPLE.viewer, ts: making.ts, actionId: CANCEL });
    const cancelled = await said(world, ({ ts, text }) => ts === making.ts && text.includes('was cancelled'), since);
    expect(cancelled.text).toBe('The CSV of the followers of giant was cancelled.');
    expect(filesOf(world)).toEqual([]);
    await begin(world);
  });

  test('of a replica that stops says so, with a button that begins again', async () => {
    const world = await open({ chat: { ...LONE, audience: () => 3000, latencyMs: () => 20 } });
    await openList(world, '/followstats fans giant');
    world.chat.setFaults([{ kind: 'hang' }]);
    await begin(world);
    const making = await said(world, (message) => hasButton(message, CANCEL));
    const since = world.slack.mark();
    await world.restart(async () => world.chat.setFaults([]));
    const stopped = await said(world, ({ ts, text }) => ts === making.ts && text.includes('was stopped'), since);
    expect(stopped.text).toContain('Press the button to begin again.');
    const later = world.slack.mark();
    await world.slack.press({ personId: PEOPLE.viewer, ts: stopped.ts, actionId: CSV });
    const done = await said(world, ({ text }) => text.includes('is in this conversation'), later);
    expect(done.text).toContain('3,000 accounts');
  }, 20_000);

  test('of a replica that was killed is ended by the next start: the message doesn’t stay a lie', async () => {
    let speed = 1;
    const seams = { monotonic: () => performance.now() * speed, exportsWatchedMs: 50 };
    const world = await open({ chat: { ...LONE, audience: () => 3000 }, seams });
    await openList(world, '/followstats fans giant');
    const { channelId, ts } = await world.ask('/followstats help');
    const direct = world.slack.mark();
    await begin(world);
    const done = await said(world, ({ text }) => text.includes('is in this conversation'), direct);
    expect(channelId).not.toBe(done.channelId);
    expect(ts).not.toBe(done.ts);
    const job = { id: 'killed', personId: PEOPLE.viewer, askedIn: '', account: 'giant', kind: 'fans' };
    const since = world.slack.mark();
    // It is watched for a while whether its maker lives after all.
    speed = 1000;
    await world.restart(({ expiringValues }) =>
      expiringValues.set(
        'export:slot:1',
        JSON.stringify({
          ...job,
          channelId: done.channelId,
          ts: done.ts,
          beatAt: Date.now() - 120_000,
          phase: 'reading',
        }),
        3_600_000,
      ),
    );
    const ended = await said(world, (message) => message.ts === done.ts, since);
    expect(ended.text).toContain('followstats was stopped meanwhile.');
    await openList(world, '/followstats fans giant');
    await begin(world);
  });

  test('isn’t given to a person who lost their role meanwhile', async () => {
    const world = await open({ env: { FOLLOWSTATS_VIEWERS: '' }, chat: { ...LONE, audience: () => 3000 } });
    await world.ask('/followstats allow @maya viewer', { personId: PEOPLE.admin });
    await openList(world, '/followstats fans giant');
    world.chat.setFaults([{ kind: 'slow', ms: 400 }]);
    await begin(world);
    await world.ask('/followstats revoke @maya', { personId: PEOPLE.admin });
    const denied = await said(world, ({ text }) => text.includes('wasn’t made'));
    expect(denied.text).toContain('You haven’t been given access');
    expect(filesOf(world)).toEqual([]);
  });

  test('that Chat breaks off says why, and can be made again', async () => {
    const world = await open({ chat: { ...LONE, audience: () => 3000 } });
    await openList(world, '/followstats fans giant');
    world.chat.setFaults([{ kind: 'code', code: 30005 }]);
    await begin(world);
    const failed = await said(world, ({ text }) => text.includes('wasn’t made'));
    expect(failed.text).toContain('30005');
    expect(hasButton(failed, CSV)).toBe(true);
  });
});
