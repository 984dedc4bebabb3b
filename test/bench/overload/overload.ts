import { setTimeout as sleep } from 'node:timers/promises';
import { median, quantile } from '../statistics.ts';
import type { Burst } from './commands-from-slack.ts';
import type { MeasuredProcess } from './measured-process.ts';
import { commandsOf, openOverloadWorld } from './overload-world.ts';

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
async function cpuOf(measured: MeasuredProcess, count: number, work: () => Promise<Burst>) {
  const before = await measured.cpuMs();
  const burst = await work();
  await sleep(SETTLE_MS);
  return { burst, cpuMs: ((await measured.cpuMs()) - before) / count };
}

/** Many commands at once and what one costs, beside a bare Bolt app that only acknowledges, in one run. */
export async function* benchOverload(): AsyncGenerator<string> {
  const { chat, app, bare, sender, close } = await openOverloadWorld();
  // Code is compiled, people and accounts are known.
  for (let n = 0; n < 3; n += 1) {
    await sender.send(app.url, commandsOf(KNOWN, 0, KNOWN), 2000, ANSWERS_WITHIN_MS);
    await sender.send(bare.url, commandsOf(KNOWN, 0, KNOWN), 2000, 0);
  }
  await sleep(SETTLE_MS);

  const cached = { app: [] as number[], bare: [] as number[], fresh: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const commands = commandsOf(300, 0, KNOWN);
    cached.app.push((await cpuOf(app, 300, () => sender.send(app.url, commands, 3000, ANSWERS_WITHIN_MS))).cpuMs);
    cached.bare.push((await cpuOf(bare, 300, () => sender.send(bare.url, commands, 3000, 0))).cpuMs);
    const fresh = commandsOf(300, 1000 + round * 1500, 1500);
    cached.fresh.push((await cpuOf(app, 300, () => sender.send(app.url, fresh, 3000, ANSWERS_WITHIN_MS))).cpuMs);
  }
  const spread = (values: readonly number[]) =>
    `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}–${Math.max(...values).toFixed(2)})`;
  yield line('CPU ms a command, bare ack', spread(cached.bare));
  yield line('CPU ms a command, 5 cached accounts', spread(cached.app));
  yield line('CPU ms a command, 5 fresh accounts', spread(cached.fresh));
  yield line('cached / bare', spread(cached.app.map((ms, n) => ms / (cached.bare[n] ?? Number.NaN))));

  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const commands = commandsOf(300, 0, KNOWN);
    const other = await sender.send(bare.url, commands, 0, 0);
    const own = await sender.send(app.url, commands, 0, ANSWERS_WITHIN_MS);
    ratios.push(p99(own) / p99(other));
    yield line('300 at once', `${describe(300, own)}; bare p99 ${p99(other).toFixed(0)} ms`);
    await sleep(SETTLE_MS);
  }
  yield line('300 at once, ack p99 / bare', spread(ratios));

  for (const hangs of [false, true]) {
    chat.setFaults(hangs ? [{ kind: 'hang' }] : []);
    for (let round = 0; round < 2; round += 1) {
      const first = 10_000 + (hangs ? 5000 : 0) + round * 2500;
      const commands = commandsOf(1000, first, 2500);
      const other = await sender.send(bare.url, commands, 3000, 0);
      const own = await sender.send(app.url, commands, 3000, ANSWERS_WITHIN_MS);
      const title = `1,000 within 3 s${hangs ? ', Chat hangs' : ''}`;
      yield line(title, `${describe(1000, own)}; bare ${other.ackMs.length} acked, p99 ${p99(other).toFixed(0)} ms`);
      await sleep(SETTLE_MS);
    }
  }
  await close();
}

if (import.meta.main) for await (const one of benchOverload()) process.stdout.write(`${one}\n`);
