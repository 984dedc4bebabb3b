import type { Message } from '../../../src/demo/slack/types.ts';
import { MINUTE } from '../faults/fault.ts';
import type { World } from '../world.ts';
import type { Answer, KnownDigest, PersonTools } from './action.ts';
import { type Actor, CAST, CHANNELS } from './cast.ts';
import type { Expectations } from './expectations.ts';
import { readWatches } from './known-watches.ts';

interface Options {
  readonly world: World;
  readonly expectations: Expectations;
  /** Goes up each time that people begin or end to do things; in each season a person's chance is another. */
  readonly season: () => number;
}

interface DigestRow {
  readonly id: number;
  readonly spec: string;
  readonly next_run_at: number;
  readonly paused_reason: string | null;
}

/** Nothing that Slack takes comes later than this. */
const LATEST_ANSWER_MS = 5 * MINUTE;

/** A person doesn't wait longer: Slack itself takes an answer for 30 minutes. */
const PATIENCE_MS = 3 * MINUTE;
/** Such a command may be answered by a form instead of a message. */
const OPENS_FORM = /^(digest|watch) (new|edit)/;

/** It takes long, and the answer is to come. */
const PROGRESS = /^(?:Still asking Chat|This takes a little longer)\./;
/** To an owner, who didn't ask, or of a question that was given up for lost. */
const NOTICE =
  /^followstats was stopped in the middle of |^Your (digest|watch) |^An alert of your watch |^<@\w+> \w+ your (digest|watch) /;

/** Makes what gives a person the tools of the present season. */
export function createPersonTools({ world, expectations, season }: Options): (actor: Actor) => PersonTools {
  const { pace, time, slack, chat, trace, marks, askedAt, engine, violated, replicas, weather } = world;

  /** @returns says whether it was so at that call and is still, and no replica went away meanwhile */
  function expectUndisturbed(since: () => number | undefined): () => boolean {
    const from = time.elapsed();
    const before = replicas.lives();
    const isUndisturbed = () => {
      const lives = replicas.lives();
      const isSame = lives.every((life, n) => life === before[n] && !life.awake && !replicas.isStopping(life));
      return (since() ?? Number.POSITIVE_INFINITY) <= from && isSame && replicas.areAllUp();
    };
    const wasUndisturbed = isUndisturbed();
    return () => wasUndisturbed && isUndisturbed();
  }

  /** Whether an answer that begins now, and isn't hindered from here on, has to come. */
  const expectAnswer = () => expectUndisturbed(() => weather.answersPassSince);

  async function digests(): Promise<readonly KnownDigest[]> {
    const rows = await engine.committed<DigestRow>(
      'select id, spec, next_run_at, paused_reason from digests where deleted_at is null order by id',
    );
    return rows.map(({ id, spec, next_run_at: nextRunAt, paused_reason: reason }) => ({
      ...{ id, nextRunAt, title: JSON.parse(spec).title },
      isPausedByApp: reason !== null && reason !== 'by-person',
    }));
  }

  async function hasOpenRun(digestId: number): Promise<boolean> {
    const open = await engine.committed(
      "select id from digest_runs where digest_id = ? and state in ('due', 'claimed', 'posting')",
      [digestId],
    );
    return open.length > 0;
  }

  function toolsOf(actor: Actor): PersonTools {
    const person = CAST[actor];
    const chance = world.chance.fork(`${actor} ${season()}`);
    const isAnswer = ({ authorId, visibleTo, channelId, text, metadata }: Message) =>
      authorId === slack.botUserId &&
      (visibleTo === person.id || channelId.startsWith('D')) &&
      metadata === undefined &&
      !PROGRESS.test(text) &&
      !NOTICE.test(text);

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
    const watches = () => readWatches(engine);
    async function latestEvent(account: string): Promise<number | undefined> {
      const [row] = await engine.committed<{ at: number | null }>(
        'select max(at) as at from follow_events where account = ?',
        [account],
      );
      return row?.at ?? undefined;
    }
    return {
      ...{ toolsOf, digests, watches, latestEvent, hasOpenRun, chat },
      haveNoticesCome: world.haveNoticesCome,
      areAnswersInTime: () =>
        (weather.answersInTimeSince ?? Number.POSITIVE_INFINITY) < time.elapsed() - LATEST_ANSWER_MS,
      isClear: () => expectUndisturbed(() => weather.clearSince),
      ...{ trace, hadCounts: chat.hadCounts },
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

  return toolsOf;
}
