import type { Message } from '../../src/demo/slack/types.ts';
import type { WatchSpec } from '../../src/digests/watches/types.ts';
import type { Store } from '../../src/store/open.ts';
import { createMovedClock } from '../moved-clock.ts';
import { accounts } from '../store/contracts/askers.ts';
import { CHANNELS, createWorld, PEOPLE, type World, type WorldOptions } from './world.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
const START = Date.parse('2026-11-23T08:00:00Z');
const OWNER = PEOPLE.admin;

/** Accounts that may follow: `fan0`, `fan1` … */
const fans = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `fan${n}`);

export interface WatchWorld extends World {
  now(): number;
  /** Gives an account so many followers, of those who aren't there yet. */
  setFollowers(account: string, followers: number): void;
  /** Lets time pass, and resolves once all looks and alerts that are due by then are done. */
  pass(ms: number): Promise<void>;
  /** Every alert, oldest first, those in threads included. */
  alerts(): readonly Message[];
  /** What the owner reads in direct messages with the app. */
  notices(): readonly Message[];
}

interface Options extends WorldOptions {
  readonly watches?: readonly Partial<WatchSpec>[];
  /** Who made them; by default the admin. */
  readonly owner?: string;
  /** How many accounts there are to follow others. */
  readonly fans?: number;
}

/** The app with watches of the admin's on alice, by default for 100 followers, and a clock that is moved by hand. */
export async function createWatchWorld({
  watches = [{}],
  owner = OWNER,
  fans: count = 120,
  ...options
}: Options = {}): Promise<WatchWorld> {
  const clock = createMovedClock(START);
  const world = await createWorld({
    mode: 'socket',
    clock,
    ...options,
    chat: { accounts: ['alice', 'bob', 'carol', ...fans(count)], follows: [], ...options.chat },
    seams: { retryDelayMs: 1, postSettlesMs: 1, ...options.seams },
  });
  const { chat, slack } = world;
  const setFollowers = (account: string, followers: number) => {
    for (const [n, fan] of fans(count).entries()) {
      if (n < followers && !chat.isFollowing(fan, account)) chat.follow(fan, account);
      if (n >= followers && chat.isFollowing(fan, account)) chat.unfollow(fan, account);
    }
  };
  await world.restart(async (store) => {
    for (const spec of watches) await createWatch(store, owner, spec);
  });
  await world.app.slotsSettled();
  const { log, restart, moveTo, stop, ask, press, share, lookUpMentions, startReplica, countCalls } = world;
  return {
    ...{ chat, slack, log, restart, moveTo, stop, ask, press, share, lookUpMentions, startReplica, countCalls },
    get app() {
      return world.app;
    },
    get url() {
      return world.url;
    },
    get metricsUrl() {
      return world.metricsUrl;
    },
    setFollowers,
    now: clock.now,
    async pass(ms: number) {
      clock.moveTo(clock.now() + ms);
      await world.app.slotsSettled();
    },
    alerts: () => slack.postsWith('followstats_alert'),
    notices: () =>
      slack.channels
        .filter(({ id }) => id.startsWith('D'))
        .flatMap(({ id }) => slack.messagesFor(owner, id))
        .filter(({ authorId }) => authorId === slack.botUserId),
  };
}

async function createWatch({ watches }: Store, personId: string, spec: Partial<WatchSpec>) {
  const made = await watches.create(
    {
      rule: { kind: 'reaches', followers: 100 },
      channelId: CHANNELS.community,
      accounts: accounts('alice'),
      lists: [],
      ...spec,
    },
    { personId, channelId: CHANNELS.community },
    new Map(),
  );
  if (made === 'full') throw new Error('too many watches');
  return made;
}
