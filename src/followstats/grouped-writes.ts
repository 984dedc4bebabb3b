import { isUnavailable } from '../errors.ts';
import { awaitedGap, createGatheredWrites } from './gathered-writes.ts';

/** Too short to be noticed beside the way to Slack and back. */
const GATHERED_MS = 50;

interface Options<Item> {
  /** Does many at once: all of them, or none when it rejects. */
  readonly write: (items: readonly Item[]) => Promise<void>;
  readonly mostAtOnce: number;
  /** Of what waits for a store that doesn't answer; more is rejected at once. */
  readonly mostWaiting: number;
  /** While items come all the time, so many milliseconds of them at least share one write. */
  readonly gatheredMs?: number | undefined;
}

interface Waiting<Item> {
  readonly item: Item;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Makes one write of those that come at one moment: each has a sync to the disk, which holds up the thread that the embedded store
 * works on. One that comes alone doesn't wait.
 * @returns writes one item; resolves once it is written, rejects with what its write rejected with: its group's when the store failed,
 *   its own when the group was at fault
 */
export function createGroupedWrites<Item>({
  write,
  mostAtOnce,
  mostWaiting,
  gatheredMs,
}: Options<Item>): (item: Item) => Promise<void> {
  const waiting: Waiting<Item>[] = [];

  async function writeGroup(group: readonly Waiting<Item>[]): Promise<void> {
    try {
      await write(group.map(({ item }) => item));
      for (const { resolve } of group) resolve();
    } catch (error) {
      // One of them is at fault, and the others are written.
      if (!isUnavailable(error) && group.length > 1) for (const one of group) await writeGroup([one]);
      else for (const { reject } of group) reject(error);
    }
  }

  const writes = createGatheredWrites({
    isWaiting: () => waiting.length > 0,
    write: () => writeGroup(waiting.splice(0, mostAtOnce)),
    gapMs: awaitedGap(gatheredMs ?? GATHERED_MS),
  });

  return (item) =>
    new Promise((resolve, reject) => {
      if (waiting.length >= mostWaiting) return reject(new Error('too many writes wait for the store'));
      waiting.push({ item, resolve, reject });
      writes.begin();
    });
}
