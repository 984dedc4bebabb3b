import { setTimeout as sleep } from 'node:timers/promises';
import { median, quantile } from '../statistics.ts';
import type { Burst, TypedCommand } from './commands-from-slack.ts';
import type { MeasuredProcess } from './measured-process.ts';
import { commandsOf, type OverloadWorld, openOverloadWorld } from './overload-world.ts';

const KNOWN = 200;
const ROUNDS = 5;
/** Of the answers of a burst; a look-up itself ends within 25 s. */
const ANSWERS_WITHIN_MS = 40_000;
const SETTLE_MS = 1500;

const line = (name: string, value: string) => `    ${name.padEnd(44)}${value}`;

const p99 = (burst: Burst) => quantile(burst.ackMs, 0.99);

function describe(sent: number, { ackMs, answers }: Burst): string {
  const busy = answers.filter(({ text }) => text.startsWith('Busy')).length;
  const worst = Math.max(0, ...answers.map(({ ms }) => ms));
  const lateBusy = Math.max(0, ...answers.filter(({ text }) => text.startsWith('Busy')).map(({ ms }) => ms));
  return (
    `${ackMs.length} of ${sent} acked, p99 ${quantile(ackMs, 0.99).toFixed(0)} ms; ` +
    `${answers.length} answered within ${worst.toFixed(0)} ms, ${busy} of them busy` +
    (busy > 0 ? ` (within ${lateBusy.toFixed(0)} ms)` : '')
  );
}

/** What a burst costs a process, milliseconds of CPU a command. */
async function cpuOf(measured: MeasuredProcess, count: number, work: () => Promise<Burst>): Promise<number> {
  const before = await measured.cpuMs();
  await work();
  await sleep(SETTLE_MS);
  return ((await measured.cpuMs()) - before) / count;
}

const spread = (values: readonly number[]) =>
  `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`;

/** Sent over three seconds: what one costs, not how many fit. */
async function* measureCpu({ app, bare, sender }: OverloadWorld): AsyncGenerator<string> {
  const cost = { app: [] as number[], bare: [] as number[], fresh: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const commands = commandsOf(300, 0, KNOWN);
    const fresh = commandsOf(300, 1000 + round * 1500, 1500);
    cost.app.push(await cpuOf(app, 300, () => sender.send(app.url, commands, 3000, ANSWERS_WITHIN_MS)));
    cost.bare.push(await cpuOf(bare, 300, () => sender.send(bare.url, commands, 3000, 0)));
    cost.fresh.push(await cpuOf(app, 300, () => sender.send(app.url, fresh, 3000, ANSWERS_WITHIN_MS)));
  }
  yield line('CPU ms a command, bare ack', spread(cost.bare));
  yield line('CPU ms a command, 5 cached accounts', spread(cost.app));
  yield line('CPU ms a command, 5 fresh accounts', spread(cost.fresh));
  yield line('cached / bare', spread(cost.app.map((ms, n) => ms / (cost.bare[n] ?? Number.NaN))));
}

/** The same commands to both, turn about. */
async function* measureBurst(
  world: OverloadWorld,
  title: string,
  bursts: readonly (readonly TypedCommand[])[],
  ms: number,
) {
  const { app, bare, sender } = world;
  const ratios: number[] = [];
  for (const commands of bursts) {
    const other = await sender.send(bare.url, commands, ms, 0);
    const own = await sender.send(app.url, commands, ms, ANSWERS_WITHIN_MS);
    ratios.push(p99(own) / p99(other));
    const beside = `bare ${other.ackMs.length} acked, p99 ${p99(other).toFixed(0)} ms`;
    yield line(title, `${describe(commands.length, own)}; ${beside}`);
    await sleep(SETTLE_MS);
  }
  yield line(`${title}, ack p99 / bare`, spread(ratios));
}

/** Many commands at once and what one costs, beside a bare Bolt app that only acknowledges, in one run. */
export async function* benchOverload(): AsyncGenerator<string> {
  const world = await openOverloadWorld();
  const { chat, app, bare, sender, close } = world;
  // Code is compiled, people and accounts are known.
  for (let n = 0; n < 3; n += 1) {
    await sender.send(app.url, commandsOf(KNOWN, 0, KNOWN), 2000, ANSWERS_WITHIN_MS);
    await sender.send(bare.url, commandsOf(KNOWN, 0, KNOWN), 2000, 0);
  }
  await sleep(SETTLE_MS);
  yield* measureCpu(world);
  const fresh = (first: number) => [0, 2500].map((more) => commandsOf(1000, first + more, 2500));
  yield* measureBurst(world, '300 at once', new Array(ROUNDS).fill(commandsOf(300, 0, KNOWN)), 0);
  yield* measureBurst(world, '1,000 within 3 s', fresh(10_000), 3000);
  chat.setFaults([{ kind: 'hang' }]);
  yield* measureBurst(world, '1,000 within 3 s, Chat hangs', fresh(20_000), 3000);
  await close();
}
