import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ClockMoved } from './app-child.ts';

interface Options {
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
export async function startAppProcess({ env, onLog }: Options): Promise<AppProcess> {
  const child = spawn(process.execPath, [SERVER], {
    cwd: FOLDER,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const port = await Promise.race([readPort(child, onLog), ended.then(throwEndedEarly)]);
  return {
    port,
    ended,
    async moveClock(aheadMs) {
      const moved: ClockMoved = { aheadMs };
      const taken = once(child, 'message');
      child.send(moved);
      await Promise.race([taken, ended]);
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
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
