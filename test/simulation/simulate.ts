import { DAY, HOUR, MINUTE, SECOND } from './faults/fault.ts';
import type { TraceLine } from './kernel/trace.ts';
import type { Mark } from './marks.ts';
import type { OpenEngine } from './parts/database-engine.ts';
import { openSqliteEngine } from './parts/sqlite-engine.ts';
import { ACTIONS } from './people/actions.ts';
import { askInCalm } from './people/ask-in-calm.ts';
import { createExpectations } from './people/expectations.ts';
import { createPeople } from './people/people.ts';
import { proveLedger } from './people/prove-ledger.ts';
import { proveLookUps } from './people/prove-look-ups.ts';
import { proveWatches } from './people/prove-watches.ts';
import { hashTables } from './tables.ts';
import type { Violation } from './violations.ts';
import { createWorld, type World } from './world.ts';

export interface SimulationOptions {
  /** A whole number. */
  readonly seed: number;
  /** Virtual days. */
  readonly days: number;
  /** SQLite when it is absent. */
  readonly openEngine?: OpenEngine;
  /** Called with each line of the trace, as it happens. */
  readonly onLine?: (line: TraceLine) => void;
}

/** What came of a simulation, as `--json` prints it. */
export interface SimulationResult {
  readonly seed: number;
  readonly virtualDays: number;
  /** Slots of digests that came. */
  readonly slots: number;
  readonly kills: number;
  /** Posts beyond what a slot may have. */
  readonly doubled: number;
  /** Posts without a record, records without their post, and changes that were acknowledged and aren't there. */
  readonly lost: number;
  readonly marks: Readonly<Record<Mark, number>>;
  readonly traceHash: string;
  /** Of all rows that the app's tables hold at the end. */
  readonly tables: string;
  /** The first thing that didn't hold; the simulation ended there. */
  readonly violation: Violation | undefined;
}

/** The first day of a simulation is one of a year's from here on. */
const FIRST_START = Date.parse('2026-11-29T00:00:00Z');
const SWAYS = [2 * HOUR, 14 * HOUR] as const;
const SWAYS_AT_ONCE = [SECOND, 3 * MINUTE] as const;
const STORM = [20 * HOUR, 60 * HOUR] as const;
/** At least longer than the retries of whatever went wrong before; often a quiet night or day more. */
const CALM = [9 * HOUR, 16 * HOUR] as const;
/** After so much of it each replica is back. */
const SETTLING_MS = 7 * HOUR;
/** Long enough for owners to answer, and for charts; Slack itself keeps all. */
const KEPT_MS = 10 * DAY;

/** Runs the whole app through so many days of a seed. The process can do nothing else afterwards. */
export async function simulate({
  seed,
  days,
  openEngine = openSqliteEngine,
  onLine,
}: SimulationOptions): Promise<SimulationResult> {
  const start = FIRST_START + (Math.abs(seed) % 365) * DAY;
  const world = await createWorld({ seed, start, openEngine, ...(onLine && { onLine }) });
  const { time, weather, kills, replicas, slack, watchers } = world;
  const end = start + days * DAY;
  const isOver = () => world.violation !== undefined;
  const expectations = createExpectations(world.engine, (what, about) => {
    world.ledger.changeLost();
    // A trace names a list or a digest, and seldom says which of the two it is.
    world.violated(
      'what was said to be done is done',
      what,
      about.flatMap((key) => [key, key.replace(/^\w+ /, '')]),
    );
  });
  const people = createPeople({
    ...{ world, expectations },
    actions: ACTIONS,
  });

  async function storm(): Promise<void> {
    weather.storm();
    kills.start();
    replicas.startDeploys();
    await time.passUntil(Math.min(end, time.now() + world.chance.between(...world.pace.pauses(STORM))), isOver);
  }

  async function calm(): Promise<void> {
    weather.calm();
    kills.stop();
    replicas.endDeploys();
    replicas.fill();
    let areResting = false;
    void people.rest().then(() => {
      areResting = true;
    });
    await time.passUntil(time.now() + SETTLING_MS, isOver);
    if (!areResting) world.violated('nobody waits for ever', 'a person still waits for something');
    let areAnswered = false;
    void askInCalm(world, people)
      .then(() => proveLookUps(people.toolsOf('maya')))
      .then(() => proveLedger(world, people.toolsOf('maya')))
      .then(() => proveWatches(world, people.toolsOf('maya')))
      .then(() => {
        areAnswered = true;
      });
    await time.passUntil(time.now() + world.chance.between(...world.pace.pauses(CALM)) - SETTLING_MS, isOver);
    if (!areAnswered && !isOver()) world.violated('nobody waits for ever', 'a person waits for an answer');
    if (isOver()) return;
    for (const watcher of watchers) await watcher.atRest?.();
    await expectations.compare();
    slack.forget(time.now() - KEPT_MS);
  }

  mingle(world);
  sway(world);
  while (time.now() < end && !isOver()) {
    people.goOn();
    await storm();
    if (!isOver()) await calm();
  }
  const result = await describe(world, { seed, virtualDays: Math.round((time.elapsed() / DAY) * 100) / 100 });
  await world.close();
  return result;
}

/** Followers come and go all the time. */
function mingle(world: World): void {
  const { time, chat, chance } = world;
  time.after(chance.between(5 * MINUTE, 12 * HOUR), () => {
    chat.mingle();
    mingle(world);
  });
}

/** A star's fans do so beside them, and soon after something begins to fail. */
function sway({ time, chat, chance, pace, weather }: World): void {
  const own = chance.fork('sway');
  const swayAgain = () =>
    time.after(own.between(...pace.pauses(SWAYS)), () => {
      chat.sway();
      swayAgain();
    });
  swayAgain();
  weather.onBegin(() => time.after(own.between(...SWAYS_AT_ONCE), chat.sway));
}

async function describe(
  { engine, replicas, marks, trace, ledger, violation }: World,
  given: Pick<SimulationResult, 'seed' | 'virtualDays'>,
): Promise<SimulationResult> {
  const [row] = await engine.committed<{ slots: number }>('select count(*) as slots from digest_runs');
  return {
    ...given,
    slots: row?.slots ?? 0,
    kills: replicas.kills,
    doubled: ledger.doubled(),
    lost: await ledger.lost(engine),
    marks: marks.counts(),
    traceHash: trace.hash(),
    tables: await hashTables(engine),
    violation,
  };
}
