import { benchAckLatency } from './ack-latency.ts';
import { benchDigests } from './digests.ts';
import { benchFuzz } from './fuzz.ts';
import { benchHeldBodies } from './held-bodies.ts';
import { benchHistory } from './history.ts';
import { benchHomes } from './homes.ts';
import { benchKills } from './kill-nine.ts';
import { benchOverload } from './overload/overload.ts';
import { benchReconnect } from './reconnect.ts';
import { benchRelations } from './relations.ts';
import { runReplicas } from './replicas.ts';
import { CONTENDERS, type ContenderName, type RoundReport, runRound } from './round.ts';
import { toRows } from './scores.ts';
import { benchStart } from './start.ts';
import { renderHeading, renderRows } from './table.ts';
import { benchTyped } from './typed.ts';
import { benchWebhooks } from './webhooks.ts';
import { benchStore } from './with-store.ts';
import { CALLS_PER_SECOND, type Workload } from './workload.ts';
import { WORKLOADS } from './workloads.ts';

/*
 * `npm run bench` runs everything, about an hour; `npm run bench -- NAME…` only some. Ratios within one run are what
 * counts: the milliseconds beside them are this machine's and no promise. BENCH_PROFILE=FOLDER leaves a CPU profile of each
 * contender's process there.
 */

const REPLICA_ROUNDS = 2;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function benchWorkload(workload: Workload): Promise<void> {
  const reports: Record<ContenderName, RoundReport[]> = { ours: [], floor: [], DataLoader: [] };
  for (let round = 0; round < workload.rounds; round += 1) {
    // DataLoader is there to compare with and is held to nothing: one round of it will do.
    const contenders = CONTENDERS.filter((name) => round === 0 || name !== 'DataLoader');
    // Turn about, so that none always meets the warmer machine.
    if (round % 2 === 1) contenders.reverse();
    for (const name of contenders) reports[name].push(await runRound(workload, name, round + 1));
  }
  say(renderRows(`${workload.title}  [${workload.name}]`, toRows(workload, reports)));
}

async function benchReplicas(): Promise<void> {
  const rounds: Awaited<ReturnType<typeof runReplicas>>[] = [];
  for (let round = 0; round < REPLICA_ROUNDS; round += 1) rounds.push(await runReplicas(round + 1));
  const most = Math.max(...rounds.map((round) => round.most));
  const share = Math.min(...rounds.map((round) => round.share));
  say(
    renderRows('three processes, one budget  [replicas]', [
      { measure: 'most in any second', target: { most: CALLS_PER_SECOND, digits: 0 }, scores: [most] },
      { measure: 'share of the budget used', target: { least: 0.95, digits: 3 }, scores: [share] },
    ]),
  );
}

async function benchAcknowledgements(): Promise<void> {
  say('acknowledging 200 commands at once  [ack]');
  for (const line of await benchAckLatency()) say(line);
}

async function benchWithStore(): Promise<void> {
  say('what the store costs  [store]');
  for (const line of await benchStore()) say(line);
}

async function benchHistories(): Promise<void> {
  say('the history of 500 accounts, out of 3.75 million snapshots  [history]');
  for await (const line of benchHistory()) say(line);
}

async function benchLists(): Promise<void> {
  say('lists of fans, and other people’s look-ups beside a file of 100,000  [relations]');
  for await (const line of benchRelations()) say(line);
}

async function benchHeld(): Promise<void> {
  say('400 connections, each with a request that never ends  [held-bodies]');
  for (const line of await benchHeldBodies()) say(line);
}

async function benchKilled(): Promise<void> {
  say('a process killed while it writes, then a fresh start on the same store  [kill-9]');
  for (const line of await benchKills()) say(line);
}

async function benchSlots(): Promise<void> {
  say('every slot once, whatever is killed when  [digests]');
  for (const line of await benchDigests()) say(line);
}

async function benchDoors(): Promise<void> {
  say('hostile input at every door of one running app  [fuzz]');
  for await (const line of benchFuzz()) say(line);
}

async function benchInput(): Promise<void> {
  say('reading what people type, and twice as much of it  [typed]');
  for (const line of benchTyped()) say(line);
}

async function benchReconnecting(): Promise<void> {
  say('a command after Slack has ended the socket, until it is answered  [reconnect]');
  for (const line of await benchReconnect()) say(line);
}

async function benchOpening(): Promise<void> {
  say('a Home, from the event that it was opened until it is there  [homes]');
  for (const line of await benchHomes()) say(line);
}

async function benchEvents(): Promise<void> {
  say('webhooks, until they are answered, and until every replica shows what they tell  [webhooks]');
  for (const line of await benchWebhooks()) say(line);
}

async function benchStarts(): Promise<void> {
  say('a start, and memory at rest  [start]');
  for (const line of await benchStart()) say(line);
}

async function benchTooMuch(): Promise<void> {
  say('many commands at once, beside a bare Bolt app that only acknowledges  [overload]');
  for await (const line of benchOverload()) say(line);
}

const BENCHES: ReadonlyMap<string, () => Promise<void>> = new Map([
  ...WORKLOADS.map((workload) => [workload.name, () => benchWorkload(workload)] as const),
  ['replicas', benchReplicas] as const,
  ['ack', benchAcknowledgements] as const,
  ['overload', benchTooMuch] as const,
  ['reconnect', benchReconnecting] as const,
  ['store', benchWithStore] as const,
  ['history', benchHistories] as const,
  ['relations', benchLists] as const,
  ['held-bodies', benchHeld] as const,
  ['kill-9', benchKilled] as const,
  ['digests', benchSlots] as const,
  ['fuzz', benchDoors] as const,
  ['typed', benchInput] as const,
  ['homes', benchOpening] as const,
  ['webhooks', benchEvents] as const,
  ['start', benchStarts] as const,
]);

const wanted = process.argv.length > 2 ? process.argv.slice(2) : [...BENCHES.keys()];
const unknown = wanted.filter((name) => !BENCHES.has(name));
if (unknown.length > 0) {
  say(`no bench ${unknown.join(', ')}; there are: ${[...BENCHES.keys()].join(', ')}`);
  process.exitCode = 1;
} else {
  say(renderHeading());
  for (const name of wanted) await BENCHES.get(name)?.();
}
