import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process that takes Slack's requests, and says of itself what it has cost. */
export interface MeasuredProcess {
  /** Where it takes them. */
  readonly url: string;
  /** User and system time since it was started, milliseconds. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
}

/** What a process says first, and then on each message that it gets. */
export type Said = { readonly port: number } | { readonly cpuMs: number };

/**
 * Starts a file that calls `beMeasured`. BENCH_PROFILE=FOLDER leaves a CPU profile of it there when it is stopped.
 * @throws {Error} when it ends before it is ready
 */
export async function startMeasured(file: URL, env: Readonly<Record<string, string>>): Promise<MeasuredProcess> {
  const folder = process.env.BENCH_PROFILE;
  const child = fork(fileURLToPath(file), {
    env: { PATH: process.env.PATH, ...env },
    execArgv: folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : [],
  });
  const ended = once(child, 'exit');
  const failed = ended.then(([code]) => {
    throw new Error(`${file.pathname} ended with ${code}`);
  });
  failed.catch(() => {});
  const hear = async () => (await Promise.race([once(child, 'message'), failed]))[0] as Said;
  const ready = await hear();
  return {
    url: `http://127.0.0.1:${'port' in ready ? ready.port : 0}/slack/events`,
    async cpuMs() {
      child.send('cpu');
      const said = await hear();
      return 'cpuMs' in said ? said.cpuMs : Number.NaN;
    },
    async stop() {
      child.send('stop');
      await ended;
    },
  };
}

/** The other end, in the process itself. @param stop ends what would keep the process alive */
export function beMeasured(port: number, stop: () => Promise<unknown>): void {
  const say = (said: Said) => process.send?.(said);
  process.on('message', async (asked) => {
    const { user, system } = process.cpuUsage();
    if (asked === 'cpu') return say({ cpuMs: (user + system) / 1000 });
    await stop();
    process.disconnect();
  });
  say({ port });
}
