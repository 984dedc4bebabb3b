import type { AnnounceWatch, TryPlace, Watches } from './ports.ts';

interface Options {
  readonly watches: Pick<Watches, 'read' | 'pause' | 'pauseAnew' | 'resume'>;
  readonly announce: AnnounceWatch;
}

/**
 * Finds out whether a watch's place takes posts, by the line that announces it there. As `createTryChannel` does for digests:
 * rejected for good, the watch is paused for that reason; else one that was paused is resumed.
 */
export function createTryPlace({ watches, announce }: Options): TryPlace {
  return async (watch, by) => {
    const { id, state } = watch;
    const announced = await announce(watch);
    if (announced.kind !== 'refused') {
      if (state.kind === 'paused') await watches.resume(id, by);
    } else if (state.kind === 'active') await watches.pause(id, announced.reason, 'system');
    else if (state.reason !== announced.reason) await watches.pauseAnew(id, announced.reason);
    return { watch: (await watches.read(id)) ?? watch, announced };
  };
}
