import { HOUR, SECOND } from '../faults/fault.ts';
import type { Chance } from '../kernel/chance.ts';
import { Life } from '../kernel/life.ts';
import type { Pace } from '../kernel/pace.ts';
import { createRecurring } from '../kernel/recurring.ts';
import type { Trace } from '../kernel/trace.ts';
import { type Replica, type ReplicaWorld, startReplica } from './replica.ts';

interface Options {
  readonly world: ReplicaWorld;
  readonly chance: Chance;
  readonly pace: Pace;
  readonly trace: Trace;
  readonly places: readonly string[];
  /** How far the clock of a place's machine is ahead, milliseconds. */
  readonly aheadMs: (place: string) => number;
  /** A replica that an operator stopped has ended in time. */
  readonly onStopped: (life: Life) => void;
  /** A replica is over, whatever ended it. */
  readonly onEnded: (life: Life) => void;
  /** A replica ended by itself: never to happen. */
  readonly onFailed: (error: unknown, life: Life) => void;
}

/** All places of replicas, and who is in them. */
export interface Replicas {
  /** The replica that gets the next request; `undefined` when none is up. */
  next(): Replica | undefined;
  /** The same of the next webhook. */
  nextForWebhook(): Replica | undefined;
  lives(): readonly Life[];
  /** Whether there is one in each place, and each takes requests. */
  areAllUp(): boolean;
  /** Whether an operator has told it to stop. */
  isStopping(life: Life): boolean;
  /** Ends one at once. @param where what it was doing, for the trace. @param awayMs until another takes its place */
  kill(life: Life, where: string, awayMs: number): void;
  /** Stops one as an operator would, and puts another in its place. */
  stop(life: Life): void;
  /** Fills every place that is empty, at once. */
  fill(): void;
  readonly kills: number;
  /** Lets an operator replace one after the other from time to time, until `endDeploys`. */
  startDeploys(): void;
  endDeploys(): void;
}

const DEPLOYS = [12 * HOUR, 120 * HOUR] as const;

export function createReplicas({
  world,
  chance,
  pace,
  trace,
  places,
  aheadMs,
  onStopped,
  onEnded,
  onFailed,
}: Options): Replicas {
  const { time } = world;
  const ofWebhooks = chance.fork('webhooks');
  const taken = new Map<string, Replica>();
  const stopping = new WeakSet<Life>();
  let made = 0;
  let kills = 0;

  function start(place: string): void {
    made += 1;
    const life = new Life(`${place}.${made}`);
    trace.note(life.name, 'starts');
    life.onEnd(() => onEnded(life));
    const now = () => time.now() + aheadMs(place);
    taken.set(
      place,
      startReplica(world, life, now, (error) => onFailed(error, life)),
    );
  }

  const placeOf = (life: Life) => places.find((place) => taken.get(place)?.life === life);

  function fill(place: string): void {
    if (!taken.has(place)) start(place);
  }

  async function replace(place: string): Promise<void> {
    const replica = taken.get(place);
    if (!replica || stopping.has(replica.life)) return;
    trace.note(replica.life.name, 'is stopped');
    stopping.add(replica.life);
    // An orchestrator kills what doesn't end in time.
    time.after(30 * SECOND, () => replica.life.end());
    const isInTime = await Promise.race([replica.stop().then(() => true), time.sleep(31 * SECOND).then(() => false)]);
    trace.note(replica.life.name, 'has ended');
    if (isInTime) onStopped(replica.life);
    if (taken.get(place) === replica) start(place);
  }

  async function deploy(): Promise<void> {
    for (const place of places) await replace(place);
  }
  const deploys = createRecurring(time, () => chance.between(...pace.pauses(DEPLOYS)), deploy);

  for (const place of places) start(place);
  return {
    next() {
      const up = [...taken.values()].filter((replica) => replica.isUp());
      return up.length > 0 ? chance.pick(up) : undefined;
    },
    nextForWebhook() {
      const up = [...taken.values()].filter((replica) => replica.takesWebhooks());
      return up.length > 0 ? ofWebhooks.pick(up) : undefined;
    },
    lives: () => [...taken.values()].map(({ life }) => life).filter((life) => !life.isOver),
    areAllUp: () => places.every((place) => taken.get(place)?.isUp()),
    isStopping: (life) => stopping.has(life),
    kill(life, where, awayMs) {
      if (life.isOver) return;
      kills += 1;
      trace.note(life.name, `is killed: ${where}`);
      const place = placeOf(life);
      life.end();
      if (place === undefined) return;
      taken.delete(place);
      time.after(awayMs, () => fill(place));
    },
    stop(life) {
      const place = placeOf(life);
      if (place !== undefined && !stopping.has(life)) void replace(place);
    },
    fill() {
      for (const place of places) fill(place);
    },
    get kills() {
      return kills;
    },
    startDeploys: deploys.start,
    endDeploys: deploys.stop,
  };
}
