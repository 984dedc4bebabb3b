import type { Message } from '../../src/demo/slack/types.ts';
import type { Run } from '../../src/digests/runs.ts';
import type { DigestId, DigestSpec } from '../../src/digests/types.ts';
import type { Store } from '../../src/store/open.ts';
import { scheduleOf } from '../digests/schedule/sample-schedules.ts';
import { createMovedClock } from '../moved-clock.ts';
import { accounts } from '../store/contracts/askers.ts';
import { CHANNELS, createWorld, PEOPLE, type World, type WorldOptions } from './world.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Monday; the digests below are first due an hour later. */
const START = Date.parse('2026-11-23T08:00:00Z');
export const NINE = START + HOUR;

const OWNER = PEOPLE.admin;

type Line = Record<string, unknown>;

export interface DigestWorld
  extends Pick<World, 'ask' | 'chat' | 'countCalls' | 'metricsUrl' | 'slack' | 'log' | 'restart' | 'stop'> {
  /** @param to Unix milliseconds */
  moveTo(to: number): void;
  now(): number;
  /** Moves the clock, and resolves with the log's line about the run that came of it. */
  runAt(to: number, fits?: (line: Line) => boolean): Promise<Line>;
  /** Every post of a digest, oldest first. */
  posts(): readonly Message[];
  /** What the owner reads in direct messages with the app. */
  notices(): readonly Message[];
  /** The first of these that says this, once it is there. */
  notice(words: string): Promise<Message>;
  history(id?: string): Promise<readonly Run[]>;
}

interface Options extends WorldOptions {
  readonly digests?: readonly Partial<DigestSpec>[];
}

/** The app with digests of the admin's, due at nine (UTC) each day unless told, and a clock that stands at eight. */
export async function createDigestWorld({ digests = [{}], ...options }: Options = {}): Promise<DigestWorld> {
  const clock = createMovedClock(START);
  const world = await createWorld({
    mode: 'socket',
    clock,
    ...options,
    seams: { retryDelayMs: 1, postSettlesMs: 1, ...options.seams },
  });
  await world.restart(async (store) => {
    for (const spec of digests) await createDigest(store, spec);
  });
  const isEnded = new Set<unknown>();

  const { ask, chat, slack, log, restart, stop } = world;
  const notices = () =>
    slack.channels
      .filter(({ id }) => id.startsWith('D'))
      .flatMap(({ id }) => slack.messagesFor(OWNER, id))
      .filter(({ authorId }) => authorId === slack.botUserId);

  return {
    ...{ ask, chat, slack, log, restart, stop, notices },
    get countCalls() {
      return world.countCalls;
    },
    get metricsUrl() {
      return world.metricsUrl;
    },
    moveTo: clock.moveTo,
    now: clock.now,
    async runAt(to, fits = () => true) {
      clock.moveTo(to);
      const line = await log.first('digest run', (one) => !isEnded.has(keyOf(one)) && fits(one));
      isEnded.add(keyOf(line));
      return line;
    },
    posts: () => slack.postsWith('followstats_digest'),
    notice: (words) =>
      slack.waitForMessage({
        personId: OWNER,
        matches: ({ channelId, text }) => channelId.startsWith('D') && text.includes(words),
      }),
    history: (id = '1') => restart(({ runs }) => runs.log(id as DigestId, 50)),
  };
}

const keyOf = ({ run, attempt, state, time }: Line): string => [run, attempt, state, time].join(' ');

export function createDigest({ digests }: Store, spec: Partial<DigestSpec>) {
  return digests.create(
    {
      title: 'Creators',
      channelId: CHANNELS.community,
      accounts: accounts('alice', 'bob'),
      lists: [],
      language: undefined,
      schedule: scheduleOf('0 9 * * *'),
      chart: true,
      onlyIfChanged: false,
      thresholds: {},
      ...spec,
    },
    { personId: OWNER, channelId: CHANNELS.community },
  );
}
