import type { ChatFault } from '../../../src/demo/chat/faults.ts';
import type { SlackFault } from '../../../src/demo/slack/types.ts';
import { type Episode, type Fault, type FaultTools, HOUR, MINUTE } from '../faults/fault.ts';
import type { Chance } from '../kernel/chance.ts';
import type { Pace } from '../kernel/pace.ts';
import { createRecurring } from '../kernel/recurring.ts';
import type { Trace } from '../kernel/trace.ts';
import type { VirtualTime } from '../kernel/virtual-time.ts';
import type { CallFate } from './chat-network.ts';
import type { StatementFate } from './database-driver.ts';

interface Options {
  readonly chance: Chance;
  readonly pace: Pace;
  readonly time: VirtualTime;
  readonly trace: Trace;
  readonly faults: readonly Fault[];
  /** Those of what Chat and replicas say of themselves: they come and go beside the others. */
  readonly faultsOfNews: readonly Fault[];
  readonly places: readonly string[];
  /** Replaces the faults by the stand-in's own rules. */
  readonly setSlackFaults: (faults: readonly SlackFault[], seed: number) => void;
}

/** What goes wrong at present. */
export interface Weather {
  readonly clocks: FaultTools['clocks'];
  /** Since when nothing hinders answers, milliseconds since the start; `undefined` while something does. */
  readonly answersPassSince: number | undefined;
  /** Since when they also come in time, and once; likewise. */
  readonly answersInTimeSince: number | undefined;
  /** Since when nothing fails, likewise. */
  readonly clearSince: number | undefined;
  /** Calls back each time that something other than news begins to fail. */
  onBegin(listener: () => void): void;
  /** Lets episodes come and go from now on. */
  storm(): void;
  /** Ends all of them; no other begins until `storm`. */
  calm(): void;
  slackCall(method: string): CallFate;
  chatCall(): CallFate;
  chatFault(): ChatFault | undefined;
  statement(sql: string): StatementFate;
  /** How long a connection of a life's to the database takes, milliseconds. */
  connection(life: string): number;
  request(): readonly number[];
  /** How often a webhook comes, and how long each time is under way, milliseconds. */
  webhook(): readonly number[];
  /** How long a notice of changed counts to a life is under way, milliseconds; `undefined`: its connection is broken. */
  notice(life: string): number | undefined;
}

/** From the end of one beginning to the next, milliseconds: some hours are quiet, in some several things fail at once. */
const PAUSES = [10 * MINUTE, 20 * HOUR] as const;

export function createWeather(options: Options): Weather {
  const { chance, pace, time, trace, faults, faultsOfNews, places, setSlackFaults } = options;
  const news = chance.fork('news');
  const isOfNews = (fault: Fault) => faultsOfNews.includes(fault);
  const clocks: FaultTools['clocks'] = { database: 0, slack: 0, replicas: new Map() };
  const active = new Map<Fault, Episode>();
  let hinderedUntil = 0;
  let delayedUntil = 0;
  let failedUntil = 0;
  const listeners: (() => void)[] = [];

  function renewSlackFaults(): void {
    setSlackFaults(
      [...active.values()].flatMap(({ slack }) => slack ?? []),
      chance.whole(1, 1_000_000),
    );
  }

  /** @param own what the fault draws from */
  function begin(of: readonly Fault[], own: Chance): void {
    const fault = own.weighted(of);
    if (active.has(fault)) return;
    const episode = fault.begin({ chance: own, clocks, places });
    active.set(fault, episode);
    trace.note('world', `begins: ${fault.name}`);
    time.after(own.between(...fault.lasts), () => end(fault, episode));
    if (isOfNews(fault)) return;
    renewSlackFaults();
    for (const listener of listeners) listener();
  }

  function end(fault: Fault, episode: Episode): void {
    if (active.get(fault) !== episode) return;
    active.delete(fault);
    failedUntil = time.elapsed();
    if (fault.hindersAnswers) hinderedUntil = failedUntil;
    if (isDelaying(fault)) delayedUntil = failedUntil;
    episode.end?.();
    trace.note('world', `ends: ${fault.name}`);
    if (!isOfNews(fault)) renewSlackFaults();
  }

  const recurring = [
    { of: faults, own: chance },
    { of: faultsOfNews, own: news },
  ].map(({ of, own }) =>
    createRecurring(
      time,
      () => own.between(...pace.pauses(PAUSES)),
      () => begin(of, own),
    ),
  );

  /** What any of the episodes does; of two the later one counts. */
  function combined<Fate extends object>(usual: Fate, of: (episode: Episode) => Partial<Fate> | undefined): Fate {
    return Object.assign(usual, ...[...active.values()].map(of));
  }

  const usualCall = (): CallFate => ({
    outMs: chance.between(2, 40),
    backMs: chance.between(2, 60),
    lost: undefined,
  });

  return {
    clocks,
    get answersPassSince() {
      return [...active.keys()].some(({ hindersAnswers }) => hindersAnswers) ? undefined : hinderedUntil;
    },
    get answersInTimeSince() {
      return [...active.keys()].some(isDelaying) ? undefined : delayedUntil;
    },
    get clearSince() {
      return active.size > 0 ? undefined : failedUntil;
    },
    onBegin: (listener) => void listeners.push(listener),
    storm() {
      for (const one of recurring) one.start();
    },
    calm() {
      for (const one of recurring) one.stop();
      for (const [fault, episode] of active) end(fault, episode);
      trace.note('world', 'calm');
    },
    slackCall: (method) => combined(usualCall(), ({ slackCall }) => slackCall?.(method)),
    chatCall: () => combined(usualCall(), ({ chatCall }) => chatCall?.()),
    chatFault: () =>
      [...active.values()].reduce<ChatFault | undefined>((fault, { chat }) => chat?.() ?? fault, undefined),
    statement: (sql) =>
      combined<StatementFate>(
        { ms: chance.happens(0.15) ? chance.between(0.2, 5) : 0, fails: undefined },
        ({ statement }) => statement?.(sql),
      ),
    connection: (life) =>
      [...active.values()].reduce((ms, { connection }) => Math.max(ms, connection?.(placeOf(life)) ?? 0), 0),
    webhook: () =>
      [...active.values()].reduce<readonly number[]>(
        (fate, { webhook }) => webhook?.() ?? fate,
        [news.between(5, 400)],
      ),
    notice(life) {
      const fate = [...active.values()].reduce<number | 'lost'>(
        (ms, { notice }) => notice?.(placeOf(life)) ?? ms,
        news.between(1, 200),
      );
      return fate === 'lost' ? undefined : fate;
    },
    request: () =>
      [...active.values()].reduce<readonly number[]>(
        (fate, { request }) => request?.() ?? fate,
        [chance.between(5, 50)],
      ),
  };
}

/** `r1.4` → `r1`. */
const placeOf = (life: string): string => life.split('.')[0] ?? '';

/** Whether an answer may come late with it, if it comes. */
function isDelaying({ hindersAnswers, delaysAnswers }: Fault): boolean {
  return hindersAnswers === true || delaysAnswers === true;
}
