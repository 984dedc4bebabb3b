import { HOUR, MINUTE, SECOND } from '../faults/fault.ts';
import type { World } from '../world.ts';
import type { Action, PersonTools } from './action.ts';
import { type Actor, CAST } from './cast.ts';
import type { Expectations } from './expectations.ts';
import { createPersonTools } from './person-tools.ts';

interface Options {
  readonly world: World;
  readonly actions: readonly Action[];
  readonly expectations: Expectations;
}

/** People who go on doing one thing after the other. */
export interface People {
  /** Lets nobody begin anything more; resolves when what they do has ended. */
  rest(): Promise<void>;
  goOn(): void;
  /** What one of them can do. */
  toolsOf(actor: Actor): PersonTools;
}

/** The least and the longest time between two things that a person does, milliseconds, before the pace of the world. */
const PAUSES: Readonly<Record<Actor, readonly [number, number]>> = {
  anders: [10 * MINUTE, 14 * HOUR],
  maya: [HOUR, 48 * HOUR],
  eve: [2 * HOUR, 60 * HOUR],
  vera: [4 * HOUR, 120 * HOUR],
  mallory: [4 * HOUR, 120 * HOUR],
  greg: [8 * HOUR, 160 * HOUR],
};

/** Of each of these one person does something soon after something begins to fail. */
const RUSH: readonly (readonly Actor[])[] = [
  ['anders', 'anders', 'maya'],
  ['mallory', 'mallory', 'greg', 'eve', 'vera'],
];
const RUSH_MS = [SECOND, 3 * MINUTE] as const;

export function createPeople({ world, actions, expectations }: Options): People {
  const { pace, time, weather } = world;
  let season = 0;
  const doing = new Set<Promise<void>>();
  const busy = new Set<Actor>();
  const own = new Map<Actor, PersonTools>();
  const toolsOf = createPersonTools({ world, expectations, season: () => season });

  /** Lets a person do one thing, unless they are doing another. */
  async function doOne(actor: Actor, of: number): Promise<void> {
    const tools = own.get(actor);
    if (of !== season || busy.has(actor) || !tools) return;
    busy.add(actor);
    const done = doAny(actions, tools);
    doing.add(done);
    await done.finally(() => {
      doing.delete(done);
      busy.delete(actor);
    });
  }

  async function live(actor: Actor, of: number): Promise<void> {
    const chance = world.chance.fork(`pauses of ${actor} ${of}`);
    while (of === season) {
      await time.sleep(chance.between(...pace.pauses(PAUSES[actor])));
      await doOne(actor, of);
    }
  }

  const rush = world.chance.fork('rush');
  // Most failures are short: without these hardly anyone would do anything in one.
  weather.onBegin(() => {
    const of = season;
    for (const group of RUSH) time.after(rush.between(...RUSH_MS), () => void doOne(rush.pick(group), of));
  });

  return {
    toolsOf,
    async rest() {
      season += 1;
      await Promise.all(doing);
    },
    goOn() {
      season += 1;
      for (const actor of Object.keys(CAST) as Actor[]) {
        own.set(actor, toolsOf(actor));
        void live(actor, season);
      }
    },
  };
}

/** Does one thing, the first of a few for which there is something to do. */
async function doAny(actions: readonly Action[], tools: PersonTools): Promise<void> {
  const own = actions.filter(({ by }) => by.includes(tools.actor));
  for (let tries = 0; tries < 3; tries += 1) if ((await tools.chance.weighted(own).act(tools)) !== false) return;
}
