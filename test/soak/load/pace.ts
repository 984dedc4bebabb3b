import { setTimeout as sleep } from 'node:timers/promises';

/** Something that is to happen so many times a second, all over a crowd. */
export interface Stream<Of> {
  readonly perSecond: number;
  readonly act: (by: Of) => Promise<void>;
}

/**
 * Has streams of acts flow until `ends` is over; whoever is still busy with their last act isn't asked for another.
 * @param ends Unix milliseconds
 * @returns once all acts have ended
 */
export async function flow<Of>(crowd: readonly Of[], streams: readonly Stream<Of>[], ends: number): Promise<void> {
  const idle = [...crowd];
  const running = new Set<Promise<void>>();

  function begin(act: (by: Of) => Promise<void>): void {
    const by = idle.shift();
    if (by === undefined) return;
    const work = act(by).finally(() => {
      idle.push(by);
      running.delete(work);
    });
    running.add(work);
  }

  async function run({ perSecond, act }: Stream<Of>): Promise<void> {
    const startedAt = Date.now();
    for (let begun = 1; ; begun += 1) {
      const at = startedAt + (begun * 1000) / perSecond;
      if (at >= ends) return;
      await sleep(Math.max(0, at - Date.now()));
      begin(act);
    }
  }

  await Promise.all(streams.filter(({ perSecond }) => perSecond > 0).map(run));
  await Promise.all(running);
}
