import type { Message } from '../../../src/demo/slack/types.ts';
import { HOUR, MINUTE } from '../faults/fault.ts';
import type { World } from '../world.ts';
import type { Action, Answer, PersonTools } from './action.ts';
import { type Actor, CAST, CHANNELS } from './cast.ts';
import type { Expectations } from './expectations.ts';

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

interface DigestRow {
  readonly id: number;
  readonly spec: string;
  readonly next_run_at: number;
  readonly paused_reason: string | null;
}

/** A person doesn't wait longer: Slack itself takes an answer for 30 minutes. */
const PATIENCE_MS = 3 * MINUTE;

/** The least and the longest time between two things that a person does, milliseconds. */
const PAUSES: Readonly<Record<Actor, readonly [number, number]>> = {
  anders: [10 * MINUTE, 6 * HOUR],
  maya: [HOUR, 14 * HOUR],
  eve: [2 * HOUR, 30 * HOUR],
  vera: [4 * HOUR, 60 * HOUR],
  mallory: [4 * HOUR, 60 * HOUR],
  greg: [8 * HOUR, 90 * HOUR],
};

export function createPeople({ world, actions, expectations }: Options): People {
  const { time, slack, trace, marks, askedAt, engine, violated } = world;
  let season = 0;
  const doing = new Set<Promise<void>>();

  function toolsOf(actor: Actor): PersonTools {
    const person = CAST[actor];
    const chance = world.chance.fork(`${actor} ${season}`);
    const isAnswer = ({ authorId, visibleTo, channelId, text, metadata }: Message) =>
      authorId === slack.botUserId &&
      (visibleTo === person.id || channelId.startsWith('D')) &&
      metadata === undefined &&
      !text.startsWith('Reading ') &&
      !text.startsWith('Your digest');

    async function answerTo(act: () => Promise<unknown>): Promise<Answer> {
      const since = slack.mark();
      await act();
      const message = await slack
        .waitForMessage({ personId: person.id, since, matches: isAnswer, timeoutMs: PATIENCE_MS })
        .catch(() => undefined);
      trace.note(person.name, `reads: ${message?.text.slice(0, 100).replaceAll('\n', ' ') ?? 'nothing'}`);
      return { message, text: message?.text ?? '' };
    }

    const channel = () => chance.pick(CHANNELS).id;
    return {
      toolsOf,
      async digests() {
        const rows = await engine.committed<DigestRow>(
          'select id, spec, next_run_at, paused_reason from digests where deleted_at is null order by id',
        );
        return rows.map(({ id, spec, next_run_at: nextRunAt, paused_reason: reason }) => ({
          ...{ id, nextRunAt, title: JSON.parse(spec).title },
          isPausedByApp: reason !== null && reason !== 'by-person',
        }));
      },
      async hasOpenRun(digestId) {
        const open = await engine.committed(
          "select id from digest_runs where digest_id = ? and state in ('due', 'claimed', 'posting')",
          [digestId],
        );
        return open.length > 0;
      },
      ...{ person, actor, chance, time, slack, marks, expectations, askedAt, channel, answerTo, violated },
      ask(text, channelId = channel()) {
        trace.note(person.name, `types /followstats ${text.slice(0, 60)}`);
        return answerTo(() => slack.type({ personId: person.id, channelId, text: `/followstats ${text}` }));
      },
    };
  }

  async function live(actor: Actor, of: number): Promise<void> {
    const own = actions.filter(({ by }) => by.includes(actor));
    const tools = toolsOf(actor);
    while (of === season) {
      await time.sleep(tools.chance.between(...PAUSES[actor]));
      if (of !== season) return;
      const done = doOne(own, tools);
      doing.add(done);
      await done.finally(() => doing.delete(done));
    }
  }

  return {
    toolsOf,
    async rest() {
      season += 1;
      await Promise.all(doing);
    },
    goOn() {
      season += 1;
      for (const actor of Object.keys(CAST) as Actor[]) void live(actor, season);
    },
  };
}

/** Does one thing, the first of a few for which there is something to do. */
async function doOne(own: readonly Action[], tools: PersonTools): Promise<void> {
  for (let tries = 0; tries < 3; tries += 1) if ((await tools.chance.weighted(own).act(tools)) !== false) return;
}
