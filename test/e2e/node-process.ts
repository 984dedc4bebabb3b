import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface NodeProcess {
  readonly pid: number;
  stdout(): string;
  stderr(): string;
  /** Resolves with what matched, once stdout holds it; rejects when the process ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  kill(signal: NodeJS.Signals): void;
  /** Resolves with the exit code; `null` when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/**
 * Runs one of the project's files with this Node, in `cwd` (else a folder without `.env`) and with this environment only.
 * @param mostBlocks how many blocks of 512 bytes the process may write into one file
 */
export function runNode(
  file: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  cwd: string = tmpdir(),
  mostBlocks?: number,
): NodeProcess {
  const command = [process.execPath, join(ROOT, file), ...args];
  const limited = ['sh', '-c', `ulimit -f ${mostBlocks} && exec "$@"`, 'sh', ...command];
  const [program = '', ...words] = mostBlocks === undefined ? command : limited;
  return runProgram(program, words, { env, cwd });
}

/** Runs any program, with this environment and this process's `PATH` only. */
export function runProgram(
  program: string,
  words: readonly string[],
  { env, cwd = tmpdir() }: { readonly env: Readonly<Record<string, string>>; readonly cwd?: string },
): NodeProcess {
  const child = spawn(program, words, {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (data) => {
    said.stdout += data;
  });
  child.stderr.on('data', (data) => {
    said.stderr += data;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return {
    pid: child.pid ?? 0,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(said.stdout);
          if (match) resolve(match);
        };
        child.stdout.on('data', look);
        look();
        void ended.then((code) => reject(new Error(`ended with ${code} before saying ${pattern}: ${said.stderr}`)));
      }),
    kill: (signal) => child.kill(signal),
    ended,
  };
}
