import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AccountId } from '../../src/followstats/types.ts';
import { openStore, type Store, type StoreOptions } from '../../src/store/open.ts';
import { ADMIN, accounts } from './contracts/askers.ts';

/** What came of a process that was killed with -9 while it wrote, again and again. */
export interface KillReport {
  readonly kills: number;
  /** Killed before the store was open. */
  readonly killedOpening: number;
  readonly acknowledged: number;
  /** Acknowledged writes of which a part or all is missing. */
  readonly lost: number;
  /** Changes without their audit entry, or entries without their change. */
  readonly halves: number;
}

/** At once, so that a kill finds several writes under way. */
const WRITERS = 4;
/** Recorded in one statement. */
const SNAPSHOTS_A_WRITE = 20;
/** A round ends within so many writes; one list holds them. */
const MOST_WRITES = 60;

const personOf = (list: string, n: number): string => `${list}-${n}`;
const membersOf = (person: string): readonly AccountId[] =>
  accounts(...Array.from({ length: SNAPSHOTS_A_WRITE }, (_, m) => `${person}-${m}`));

/**
 * Lets a process write into a store, kills it at some write, opens the store anew and looks for what was acknowledged.
 * @param random from 0 to 1: when to kill
 */
export async function runKillRounds(options: StoreOptions, rounds: number, random: () => number): Promise<KillReport> {
  const report = { kills: 0, killedOpening: 0, acknowledged: 0, lost: 0, halves: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const list = `round-${round}`;
    // One in six is killed while it opens the store.
    const after = random() < 1 / 6 ? 0 : Math.ceil(random() * MOST_WRITES);
    const written = await writeAndKill(options, list, after);
    const store = await openStore(options);
    const there = await Promise.all(written.map((n) => isThere(store, list, n)));
    report.kills += 1;
    report.killedOpening += after === 0 ? 1 : 0;
    report.acknowledged += written.length;
    report.lost += there.filter((isWhole) => !isWhole).length;
    report.halves += await countHalves(store);
    await store.close();
  }
  return report;
}

/** @returns the numbers of the writes it acknowledged before it died */
async function writeAndKill(options: StoreOptions, list: string, after: number): Promise<readonly number[]> {
  const child = spawn(process.execPath, [import.meta.filename, JSON.stringify(options), list], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const acknowledged: number[] = [];
  lines.on('line', (line) => {
    if (line !== 'opening') acknowledged.push(Number(line));
    if (acknowledged.length >= after) child.kill('SIGKILL');
  });
  const [[code, signal]] = await Promise.all([ended, once(lines, 'close')]);
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself, with ${code}`);
  return acknowledged;
}

async function isThere({ links, lists, snapshots }: Store, list: string, n: number): Promise<boolean> {
  const person = personOf(list, n);
  const held = (await lists.read([list as never])).get(list as never)?.accounts ?? [];
  const recorded = await snapshots.before(membersOf(person), Number.MAX_SAFE_INTEGER);
  return (
    (await links.of([person])).get(person) === person &&
    held.includes(person as AccountId) &&
    recorded.size === SNAPSHOTS_A_WRITE
  );
}

async function countHalves({ links, lists, audit }: Store): Promise<number> {
  const entries = await Array.fromAsync(audit.read(0));
  const count = (action: string) => entries.filter((entry) => entry.action === action).length;
  const sizes = (await lists.all()).map(({ size }) => size);
  const held = sizes.reduce((sum, size) => sum + size, 0);
  return (
    Math.abs(count('link') - (await links.all()).length) +
    Math.abs(count('list-add') - held) +
    Math.abs(count('list-create') - sizes.length)
  );
}

/** Writes until it is killed, and says each write's number on stdout once it has been acknowledged. */
async function writeOn(store: Store, list: string, next: () => number): Promise<never> {
  for (;;) {
    const n = next();
    const person = personOf(list, n);
    await store.links.link(person, accounts(person)[0] as never, ADMIN);
    await store.lists.add(list as never, accounts(person), ADMIN);
    const counts = { followers: n, following: SNAPSHOTS_A_WRITE, mutual: 0, readAt: 1 };
    await store.snapshots.record(new Map(membersOf(person).map((account) => [account, counts])));
    process.stdout.write(`${n}\n`);
  }
}

/** As the app does every few seconds, but all the time: a kill finds every step of it half done. */
async function checkOn(store: Store): Promise<never> {
  for (;;) {
    await store.checkWrite();
    await nextTurn();
  }
}

if (import.meta.main) {
  const [, , options = '', list = ''] = process.argv;
  process.stdout.write('opening\n');
  const store = await openStore(JSON.parse(options) as StoreOptions);
  await store.lists.create(list as never, [], ADMIN);
  let n = 0;
  const next = () => n++;
  await Promise.all([checkOn(store), ...Array.from({ length: WRITERS }, () => writeOn(store, list, next))]);
}
