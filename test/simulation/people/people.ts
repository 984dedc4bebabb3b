import type { Message } from '../../../src/demo/slack/types.ts';
import { HOUR, MINUTE, SECOND } from '../faults/fault.ts';
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
  const { pace, time, slack, trace, marks, askedAt, engine, violated, replicas, weather } = world;
  let season = 0;
  const doing = new Set<Promise<void>>();
  const busy = new Set<Actor>();
  const own = new Map<Actor, PersonTools>();

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

    /** Whether an answer that begins now, and isn't hindered from here on, has to come. */
    function expectAnswer(): () => boolean {
      const since = time.elapsed();
      const before = replicas.lives();
      const isUndisturbed = () => {
        const { answersPassSince = Number.POSITIVE_INFINITY } = weather;
        const lives = replicas.lives();
        const isSame = lives.every((life, n) => life === before[n] && !replicas.isStopping(life));
        return answersPassSince <= since && isSame && replicas.areAllUp();
      };
      const wasUndisturbed = isUndisturbed();
      return () => wasUndisturbed && isUndisturbed();
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
      ...{ person, actor, chance, pace, time, slack, marks, expectations, askedAt, channel, answerTo, violated },
      async ask(text, channelId = channel()) {
        trace.note(person.name, `types /followstats ${text.slice(0, 60)}`);
        const hadToCome = expectAnswer();
        const answer = await answerTo(() =>
          slack.type({ personId: person.id, channelId, text: `/followstats ${text}` }),
        );
        if (!answer.message && !OPENS_FORM.test(text) && hadToCome())
          violated('who asks is answered', `${person.name} typed “${text.slice(0, 60)}” and read nothing`, [
            person.name,
          ]);
        if (answer.text.includes('may not have been saved')) marks.reach('change unsaved');
        return answer;
      },
    };
  }

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

/** Such a command may be answered by a form instead of a message. */
const OPENS_FORM = /^digest (new|edit)/;

/** Does one thing, the first of a few for which there is something to do. */
async function doAny(actions: readonly Action[], tools: PersonTools): Promise<void> {
  const own = actions.filter(({ by }) => by.includes(tools.actor));
  for (let tries = 0; tries < 3; tries += 1) if ((await tools.chance.weighted(own).act(tools)) !== false) return;
}
