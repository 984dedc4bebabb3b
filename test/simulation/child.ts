import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Run, toArgs, toReplay } from './args.ts';
import type { TraceLine } from './kernel/trace.ts';
import type { SimulationResult } from './simulate.ts';

const ENTRY = fileURLToPath(new URL('main.ts', import.meta.url));

interface Options {
  /** Called with each line of the trace. */
  readonly onLine?: (line: TraceLine) => void;
  /** Ends the run. */
  readonly signal?: AbortSignal;
}

/**
 * Does a run in a process of its own: it replaces the clock and the randomness of its process.
 * Rejects when it ends without a result, with what it said and how to do it again.
 */
export async function simulateInChild(run: Run, { onLine, signal }: Options = {}): Promise<SimulationResult> {
  const args = [ENTRY, ...toArgs(run), '--json', ...(onLine ? ['--trace'] : [])];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], signal });
  const { promise: ended, resolve, reject } = Promise.withResolvers<unknown>();
  child.once('error', reject);
  child.once('close', resolve);
  ended.catch(() => {});
  let said = '';
  child.stderr.on('data', (data) => {
    said += data;
  });
  let result: SimulationResult | undefined;
  for await (const text of createInterface({ input: child.stdout })) {
    const line: TraceLine | SimulationResult = JSON.parse(text);
    if ('traceHash' in line) result = line;
    else onLine?.(line);
  }
  await ended;
  if (!result) throw new Error(`it ended without a result:\n${said.trim()}\nAgain: ${toReplay(run)}`);
  return result;
}
