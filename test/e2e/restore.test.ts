import { mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { SlackFault } from '../../src/demo/slack/types.ts';
import { scheduleOf } from '../digests/schedule/sample-schedules.ts';
import { createMovedClock, type MovedClock } from '../moved-clock.ts';
import { describePostgres } from '../store/engines.ts';
import { temporaryFolder } from '../store/new-store.ts';
import { createDigest, HOUR, MINUTE, NINE } from './digest-world.ts';
import { runNode } from './node-process.ts';
import { CHANNELS, createWorld, PEOPLE, type World } from './world.ts';

/** What is asked before the backup and after it is restored. */
const ASKED = [
  ...['list show vip', 'list show', 'links', 'access', 'why @priya', 'digest list', 'digest log 1', 'watch list'],
  ...['history alice 7d', 'changes alice 7d', 'list:vip', '@maya'],
];

let clock: MovedClock;
let world: World;
/** Where the app that is lost keeps its store, and what it is backed up to. */
let lost: string;
let machine: string;

/** What the admin is answered; the moment at which it was read is part of no answer. */
async function answers(): Promise<Readonly<Record<string, unknown>>> {
  const found: Record<string, unknown> = {};
  for (const text of ASKED) {
    const { blocks, text: plain } = await world.ask(`/followstats ${text}`, { personId: PEOPLE.admin });
    // Buttons are known by a key that is new each time.
    found[text] = [plain, JSON.parse(JSON.stringify(blocks, (key, value) => (isKey(key) ? undefined : value)))];
  }
  return found;
}
const isKey = (key: string) => ['value', 'block_id'].includes(key);

async function cli(args: readonly string[], env: Readonly<Record<string, string>>) {
  const ran = runNode('src/cli/main.ts', args, env);
  return { code: await ran.ended, stdout: ran.stdout(), stderr: ran.stderr() };
}

beforeEach(async () => {
  clock = createMovedClock(NINE - HOUR);
  lost = temporaryFolder();
  machine = join(temporaryFolder(), 'data');
  mkdirSync(machine);
  const created = await createWorld({
    mode: 'socket',
    clock,
    env: { DATA_DIR: lost, CACHE_TTL_SECONDS: '0' },
    seams: { retryDelayMs: 1, postSettlesMs: 1 },
  });
  world = created;
  onTestFinished(created.stop);
  const asAdmin = { personId: PEOPLE.admin };
  for (const text of [
    ...['list create vip alice bob', 'list create empty', 'link @maya alice', 'allow @priya editor', 'vip alice bob'],
  ])
    await world.ask(`/followstats ${text}`, asAdmin);
  await world.restart(async (store) => {
    await createDigest(store, { schedule: scheduleOf('0 * * * *') });
    const asker = { personId: PEOPLE.admin, channelId: CHANNELS.community };
    const spec = { channelId: CHANNELS.community, accounts: ['alice'] as never, lists: ['vip'] as never };
    await store.watches.create({ ...spec, rule: { kind: 'reaches', followers: 100 } }, asker, new Map());
  });
  clock.moveTo(NINE);
  await world.app.slotsSettled();
  world.chat.follow('carol', 'bob');
  clock.moveTo(NINE + 30 * MINUTE);
  await world.app.slotsSettled();
});

const posted = () => world.slack.postsWith('followstats_digest').map(({ metadata }) => metadata?.event_payload.slot);

describe('a backup of an app that runs', () => {
  test('put alone into an empty DATA_DIR gives the same answers', async () => {
    const before = await answers();
    const file = join(machine, 'followstats.db');
    expect(await cli(['backup', file], { DATA_DIR: lost })).toMatchObject({ code: 0, stderr: '' });
    // What comes after the backup is lost with its machine.
    await world.ask('/followstats list delete vip', { personId: PEOPLE.admin });

    expect(readdirSync(machine)).toEqual(['followstats.db']);
    await world.moveTo({ DATA_DIR: machine });
    expect(await answers()).toEqual(before);
  });

  test('posts the newest missed slot late, and records those before it, whoever posted them', async () => {
    await cli(['backup', join(machine, 'followstats.db')], { DATA_DIR: lost });
    clock.moveTo(NINE + HOUR);
    await world.app.slotsSettled();
    expect(posted()).toEqual([NINE, NINE + HOUR]);
    await world.app.stop();
    clock.moveTo(NINE + 3 * HOUR + 10 * MINUTE);
    await world.moveTo({ DATA_DIR: machine });
    await world.app.slotsSettled();
    expect(posted()).toEqual([NINE, NINE + HOUR, NINE + 3 * HOUR]);
    const log = await world.restart(({ runs }) => runs.log('1' as never, 9));
    expect(log.map(({ slot, state }) => [slot - NINE, state])).toEqual([
      [3 * HOUR, 'posted'],
      [2 * HOUR, 'missed'],
      [HOUR, 'missed'],
      [0, 'posted'],
    ]);
  });

  test('posts no slot again that was posted after the backup', async () => {
    await cli(['backup', join(machine, 'followstats.db')], { DATA_DIR: lost });
    clock.moveTo(NINE + HOUR);
    await world.app.slotsSettled();
    clock.moveTo(NINE + HOUR + 10 * MINUTE);
    await world.moveTo({ DATA_DIR: machine });
    await world.app.slotsSettled();
    expect(posted()).toEqual([NINE, NINE + HOUR]);
    const [latest] = await world.restart(({ runs }) => runs.log('1' as never, 1));
    expect(latest).toMatchObject({ slot: NINE + HOUR, state: 'posted' });
  });

  test('waits where Slack puts the search of the channel off, and then posts no slot again', async () => {
    await cli(['backup', join(machine, 'followstats.db')], { DATA_DIR: lost });
    clock.moveTo(NINE + HOUR);
    await world.app.slotsSettled();
    const method = 'conversations.history';
    world.slack.setFaults([{ kind: 'rate-limit', method, retryAfterSeconds: 40, times: 1 }]);
    clock.moveTo(NINE + HOUR + 10 * MINUTE);
    await world.moveTo({ DATA_DIR: machine });
    await world.app.slotsSettled();
    expect(posted()).toEqual([NINE, NINE + HOUR]);
    clock.moveTo(NINE + HOUR + 11 * MINUTE);
    await world.app.slotsSettled();
    const [latest] = await world.restart(({ runs }) => runs.log('1' as never, 1));
    expect(latest).toMatchObject({ slot: NINE + HOUR, state: 'posted', attempts: 2 });
    expect(posted()).toEqual([NINE, NINE + HOUR]);
  });

  test('posts no slot again that was posted after the backup, where Chat is away at first', async () => {
    await cli(['backup', join(machine, 'followstats.db')], { DATA_DIR: lost });
    clock.moveTo(NINE + HOUR);
    await world.app.slotsSettled();
    world.chat.setFaults([{ kind: 'status', status: 502 }]);
    clock.moveTo(NINE + HOUR + 10 * MINUTE);
    await world.moveTo({ DATA_DIR: machine });
    await world.app.slotsSettled();
    world.chat.setFaults([]);
    clock.moveTo(NINE + HOUR + 15 * MINUTE);
    await world.app.slotsSettled();
    const [latest] = await world.restart(({ runs }) => runs.log('1' as never, 1));
    expect(latest).toMatchObject({ slot: NINE + HOUR, state: 'posted' });
    expect(posted()).toEqual([NINE, NINE + HOUR]);
  });

  test.each<[why: string, fault: SlackFault]>([
    ['for want of a scope', { kind: 'refuse', method: 'conversations.history', error: 'missing_scope' }],
    ['for too many calls', { kind: 'rate-limit', method: 'conversations.history', retryAfterSeconds: 3600 }],
    ['since Slack gives no answer', { kind: 'lose-answer', method: 'conversations.history' }],
  ])(
    'posts the newest missed slot when the channel can’t be searched %s: twice rather than never',
    async (_, fault) => {
      await cli(['backup', join(machine, 'followstats.db')], { DATA_DIR: lost });
      clock.moveTo(NINE + HOUR);
      await world.app.slotsSettled();
      world.slack.setFaults([fault]);
      clock.moveTo(NINE + HOUR + 10 * MINUTE);
      await world.moveTo({ DATA_DIR: machine });
      await world.app.slotsSettled();
      expect(posted()).toEqual([NINE, NINE + HOUR, NINE + HOUR]);
      expect(world.slack.apiCalls.filter(({ method }) => method === 'conversations.history')).toHaveLength(1);
    },
  );
});

describePostgres('a backup that is moved', (newStore) => {
  test('by copy-store gives the same answers', async () => {
    const before = await answers();
    await cli(['backup', join(machine, 'followstats.db')], { DATA_DIR: lost });
    const options = await newStore();
    const url = 'url' in options ? options.url : '';
    expect(await cli(['copy-store'], { DATA_DIR: machine, DATABASE_URL: url })).toMatchObject({ code: 0, stderr: '' });
    await world.moveTo({ DATABASE_URL: url });
    expect(await answers()).toEqual(before);
  });
});

/** A database of another program. */
function writeForeign(file: string): void {
  rmSync(file);
  const db = new DatabaseSync(file);
  db.exec("create table recipes (name text); insert into recipes values ('soup')");
  db.close();
}

describe('a file that is no backup', () => {
  test.each<[what: string, spoil: (file: string) => void]>([
    ['holds anything else', (file) => writeFileSync(file, 'dear to somebody '.repeat(400))],
    ['was cut short', (file) => truncateSync(file, 20_000)],
    ['is another program’s database', writeForeign],
  ])(
    'since it %s is rejected in one sentence by the start, by backup and by audit, and left as it is',
    async (_, spoil) => {
      const file = join(machine, 'followstats.db');
      await cli(['backup', file], { DATA_DIR: lost });
      spoil(file);
      const before = readFileSync(file);
      const faults = await world.moveTo({ DATA_DIR: machine }).catch((error) => error.faults);
      const sentence =
        /^followstats\.db in DATA_DIR is damaged, or no store of this app \([^\n]+\); put a backup in its place$/;
      expect(faults).toEqual([expect.stringMatching(sentence)]);
      for (const args of [['backup', join(temporaryFolder(), 'b.db')], ['copy-store'], ['audit']]) {
        const { code, stderr } = await cli(args, {
          DATA_DIR: machine,
          ...(args[0] === 'copy-store' && { DATABASE_URL: 'postgres://127.0.0.1:1/db' }),
        });
        expect([args[0], code, stderr.trim().split('\n').length]).toEqual([args[0], 78, 1]);
      }
      expect(readFileSync(file).equals(before)).toBe(true);
      await world.moveTo({ DATA_DIR: lost });
    },
  );
});
