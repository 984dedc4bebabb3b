import { HOUR, MINUTE, SECOND } from '../faults/fault.ts';
import type { Chance } from '../kernel/chance.ts';
import type { Life } from '../kernel/life.ts';
import type { Pace } from '../kernel/pace.ts';
import { createRecurring } from '../kernel/recurring.ts';
import type { VirtualTime } from '../kernel/virtual-time.ts';
import type { Mark } from '../marks.ts';
import type { Point } from './points.ts';

/** Points that kills are aimed at, by weight: most often around a post. */
const AIMS: readonly { readonly point: Point; readonly weight: number; readonly most: number }[] = [
  { point: 'before-post', weight: 3, most: 2 },
  { point: 'post-asked', weight: 3, most: 2 },
  { point: 'post-done', weight: 6, most: 2 },
  { point: 'after-slack', weight: 1, most: 20 },
  { point: 'before-slack', weight: 2, most: 10 },
  { point: 'slack-done', weight: 2, most: 20 },
  { point: 'chat-asked', weight: 2, most: 4 },
  { point: 'after-chat', weight: 3, most: 4 },
  { point: 'before-commit', weight: 3, most: 8 },
  { point: 'after-commit', weight: 4, most: 8 },
  { point: 'in-transaction', weight: 3, most: 30 },
  { point: 'after-begin', weight: 1, most: 8 },
  { point: 'after-statement', weight: 1, most: 60 },
];

interface Options {
  readonly chance: Chance;
  readonly pace: Pace;
  readonly time: VirtualTime;
  /** Ends one life at once. @param point what it was doing; `undefined`: anything. @param awayMs until its place is taken again */
  readonly kill: (life: Life, point: Point | undefined, awayMs: number) => void;
  /** Lets one stand still for so long. */
  readonly still: (life: Life, point: Point, ms: number) => void;
  /** Tells one to stop, as an operator would. */
  readonly stop: (life: Life) => void;
  /** The lives at present. */
  readonly lives: () => readonly Life[];
}

/** Kills replicas, and stops some: a few at any moment, most at a point they are about to pass. */
export interface Kills {
  /** Called by every part at each point that a replica passes. */
  passed(life: Life, point: Point): void;
  start(): void;
  stop(): void;
}

/** In hectic worlds replicas also stand still between a claim and its post: about as long as a lease lasts, or longer. */
const STILL: readonly Point[] = ['before-chat', 'chat-asked', 'after-chat'];
const STILL_SHARE = 0.05;
const STILL_MS = [
  [59.5 * SECOND, 61.5 * SECOND],
  [59.5 * SECOND, 62 * SECOND],
  [60 * SECOND, 100 * SECOND],
] as const;

/** Of those that are aimed at. */
const STOPPED_SHARE = 0.2;

const PAUSES = [20 * MINUTE, 30 * HOUR] as const;

export function createKills({ chance, pace, time, kill, still, stop, lives }: Options): Kills {
  let armed: { readonly point: Point; readonly isStop: boolean; left: number } | undefined;
  let isOn = false;

  function aim(): void {
    if (chance.happens(0.2)) {
      killAny();
      return;
    }
    const { point, most } = chance.weighted(AIMS);
    armed = { point, isStop: chance.happens(STOPPED_SHARE), left: chance.whole(1, most) };
  }
  const recurring = createRecurring(time, () => chance.between(...pace.pauses(PAUSES)), aim);

  /** Sometimes all at once, as when their machine loses its power, and then at times for hours. */
  function killAny(): void {
    const all = lives();
    if (all.length === 0) return;
    const isOutage = chance.happens(0.3);
    const outageMs = chance.between(10 * MINUTE, 30 * HOUR);
    for (const life of isOutage ? all : [chance.pick(all)]) kill(life, undefined, isOutage ? outageMs : awayMs());
  }

  const awayMs = () =>
    chance.happens(0.1) ? chance.between(10 * MINUTE, 2 * HOUR) : chance.between(SECOND, 2 * MINUTE);

  return {
    passed(life, point) {
      if (isOn && pace.isHectic && STILL.includes(point) && !life.awake && chance.happens(STILL_SHARE))
        still(life, point, chance.between(...chance.pick(STILL_MS)));
      if (!isOn || armed?.point !== point || life.isOver) return;
      armed.left -= 1;
      if (armed.left > 0) return;
      const { isStop } = armed;
      armed = undefined;
      if (isStop) stop(life);
      else kill(life, point, awayMs());
    },
    start() {
      isOn = true;
      recurring.start();
    },
    stop() {
      isOn = false;
      recurring.stop();
      armed = undefined;
    },
  };
}

/** What a kill at a point is a mark of. */
export const KILL_MARKS: Readonly<Partial<Record<Point, Mark>>> = {
  'before-post': 'killed before Slack had the post',
  'post-asked': 'killed while posting',
  'post-done': 'killed while posting',
  'after-begin': 'killed in a transaction',
  'in-transaction': 'killed in a transaction',
  'before-commit': 'killed in a transaction',
  'after-commit': 'killed after a commit',
};
