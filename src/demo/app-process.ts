import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { AppAnswer, AppCall, AppStart } from './app-child.ts';

interface Options extends AppStart {
  /** All the app gets to see of an environment: no real tokens reach a demo. */
  readonly env: Readonly<Record<string, string>>;
  /** Each log line of the app, JSON. */
  readonly onLog: (line: string) => void;
}

export interface AppProcess {
  /** Where the app listens. */
  readonly port: number;
  /** Resolves with the exit code when the app ends, for whatever reason. */
  readonly ended: Promise<number | null>;
  /** Resolves once the app goes by a clock that is so far ahead of the machine's, milliseconds; or has ended. */
  moveClock(aheadMs: number): Promise<void>;
  /** As `App` has it; `undefined` also when the app has ended. Rejects when the app can't say. */
  nextSlot(): Promise<number | undefined>;
  /** As `App` has it; resolves also when the app has ended. */
  slotsSettled(): Promise<void>;
  /** SIGTERM, as an operator would. */
  stop(): Promise<void>;
}

const SERVER = fileURLToPath(new URL('app-child.ts', import.meta.url));
/** Holds no `.env`, which the app would read. */
const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/**
 * Starts the real app in a process of its own, and resolves once it says it is ready.
 * @throws {Error} when it ends before that; what it said about it is on stderr
 */
export async function startAppProcess({ env, onLog, ...start }: Options): Promise<AppProcess> {
  const child = spawn(process.execPath, [SERVER, JSON.stringify(start)], {
    cwd: FOLDER,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const port = await Promise.race([readPort(child, onLog), ended.then(throwEndedEarly)]);
  const call = createCalls(child, ended);
  return {
    port,
    ended,
    async moveClock(aheadMs) {
      await call({ kind: 'clock-moved', aheadMs });
    },
    nextSlot: () => call({ kind: 'next-slot' }),
    async slotsSettled() {
      await call({ kind: 'slots-settled' });
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

type Asked = AppCall extends infer Call ? (Call extends unknown ? Omit<Call, 'id'> : never) : never;

/** Sends calls to the process, and hands each its own answer. What is asked of a process that has ended is answered with `undefined`. */
function createCalls(child: ChildProcess, ended: Promise<unknown>): (asked: Asked) => Promise<number | undefined> {
  const waiting = new Map<number, (answer: AppAnswer) => void>();
  let calls = 0;
  child.on('message', (answer: AppAnswer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  return async (asked) => {
    if (!child.connected) return undefined;
    calls += 1;
    const id = calls;
    const answered = new Promise<AppAnswer>((resolve) => waiting.set(id, resolve));
    // A failure to send is the end of the process, which is waited for below.
    child.send({ id, ...asked }, () => {});
    const answer = await Promise.race([answered, ended.then(() => undefined)]);
    if (answer?.failed !== undefined) throw new Error(answer.failed);
    return answer?.slot;
  };
}

function readPort(child: ChildProcess, onLog: (line: string) => void): Promise<number> {
  return new Promise((resolve) => {
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      onLog(line);
      const { msg, port } = readLogLine(line);
      if (msg === 'ready' && typeof port === 'number') resolve(port);
    });
  });
}

function readLogLine(line: string): { readonly msg?: unknown; readonly port?: unknown } {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}

function throwEndedEarly(code: number | null): never {
  throw new Error(`the app ended with exit code ${code} before it was ready`);
}
