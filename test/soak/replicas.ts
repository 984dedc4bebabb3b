import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ReplicaOrder } from './replica.ts';

const ENTRY = fileURLToPath(new URL('replica.ts', import.meta.url));

/** Processes of the app that share a store and a clock, and that somebody kills. */
export interface Replicas {
  /** How many are ready. */
  ready(): number;
  moveTo(at: number): void;
  /** Kills one that is ready or starting, with -9, and starts another in its place. */
  killOne(pick: number): Promise<void>;
  stop(): Promise<void>;
}

/** @param env of each, as `readConfig` takes it */
export function startReplicas(count: number, env: Readonly<Record<string, string>>, start: number): Replicas {
  const slots: (ChildProcess | undefined)[] = Array.from({ length: count });
  const ready = new Set<ChildProcess>();
  let at = start;

  function begin(n: number): void {
    const child = fork(ENTRY, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    slots[n] = child;
    send(child, { kind: 'start', env, at });
    child.once('message', () => {
      ready.add(child);
      // It may have been starting while the clock was moved.
      send(child, { kind: 'clock', at });
    });
  }

  for (const n of slots.keys()) begin(n);

  return {
    ready: () => ready.size,
    moveTo(to) {
      at = to;
      for (const child of ready) send(child, { kind: 'clock', at });
    },
    async killOne(pick) {
      const n = Math.floor(pick * count);
      const child = slots[n];
      if (!child) return;
      ready.delete(child);
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      begin(n);
    },
    async stop() {
      await Promise.all(
        slots.map(async (child) => {
          if (!child || child.exitCode !== null) return;
          const ended = once(child, 'exit');
          // One that hasn't heard what to do yet has nothing to put away.
          if (ready.has(child)) child.disconnect();
          else child.kill('SIGKILL');
          await ended;
        }),
      );
    },
  };
}

/** What was said to a process that has just died is lost. */
function send(child: ChildProcess, order: ReplicaOrder): void {
  if (child.connected) child.send(order, () => {});
}
