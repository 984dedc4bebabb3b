import { createFaultSwitch } from '../../../src/demo/chat/faults.ts';
import type { FollowChange } from '../../../src/demo/chat/follow-change.ts';
import { createFollowGraph } from '../../../src/demo/chat/follow-graph.ts';
import { type ChatReply, type ChatRequest, createChatService } from '../../../src/demo/chat/service.ts';
import type { FollowCounts } from '../../../src/followstats/types.ts';
import type { Chance } from '../kernel/chance.ts';
import { createCountHistory, type FollowersBetween, type HadCounts } from './count-history.ts';
import type { Weather } from './weather.ts';

interface Options {
  readonly sdkAppId: number;
  readonly secretKey: string;
  readonly accounts: readonly string[];
  /** Those of them that have fans, who follow nobody else and come and go by `sway`. */
  readonly stars: readonly string[];
  readonly fans: readonly string[];
  readonly maxCallsPerSecond: number;
  readonly chance: Chance;
  readonly weather: Pick<Weather, 'chatFault'>;
  /** Called with what one account began or ended in one go, as a webhook tells it. */
  readonly onChange: (change: FollowChange) => void;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** The stand-in's Chat app, in this process. */
export interface SimulatedChat {
  serve(request: ChatRequest): ChatReply;
  /** Lets some people follow each other, or not any more. */
  mingle(): void;
  /** Lets fans of a star come or go, so that its followers cross, fall back and hover around some number. */
  sway(): void;
  /** Lets so many fans come to a star, or leave it, that it has that many followers. */
  bring(star: string, followers: number): void;
  /** Lets nobody mingle or sway while work goes on. */
  standStill(work: () => Promise<void>): Promise<void>;
  readonly hadCounts: HadCounts;
  readonly followersBetween: FollowersBetween;
  /** How many follow an account at present. */
  followersOf(account: string): number;
  /** Whether one account follows another at present, and since when that is so, Unix milliseconds. */
  follows(from: string, to: string): { readonly isSo: boolean; readonly since: number };
}

const ADMIN = 'administrator';
/** Of all pairs, how many follow each other to begin with: no account then has a count of 0. */
const FOLLOWING_SHARE = 0.3;
/** Of a star's fans, how many follow it at least and at most: enough that 1 % of all is more than one. */
const SWAYING = [0.42, 0.5] as const;
/** The most that come or go in one go. */
const MOST_AT_ONCE = 8;

export function createChat({ accounts, stars, fans, chance, weather, onChange, ...options }: Options): SimulatedChat {
  const graph = createFollowGraph({ now: options.now });
  for (const id of [ADMIN, ...accounts, ...fans]) graph.addAccount(id);
  // The others stay as they are, so that a digest has nothing to tell.
  const lively = accounts.slice(0, Math.ceil(accounts.length * 0.8));
  for (const from of accounts)
    for (const to of accounts) if (from !== to && chance.happens(FOLLOWING_SHARE)) graph.follow(from, to);
  const history = createCountHistory(options.now);
  const note = (id: string) => history.note(id, graph.countsOf(id) as FollowCounts);
  for (const id of accounts) note(id);
  const faults = createFaultSwitch();
  const service = createChatService({ ...options, admins: [ADMIN], graph, faults });
  const swaying = chance.fork('swaying');
  for (const star of stars) for (const fan of fans) if (swaying.happens(SWAYING[0])) graph.follow(fan, star);
  for (const star of stars) note(star);
  let isStill = false;
  /** When each relation changed last, Unix milliseconds. */
  const changedAt = new Map<string, number>();

  /** At one moment a relation changes once: Chat tells when by the millisecond. */
  function change(kind: FollowChange['kind'], from: string, to: string): void {
    const relation = `${from} ${to}`;
    if (changedAt.get(relation) === options.now() || !graph[kind](from, to)) return;
    changedAt.set(relation, options.now());
    for (const id of [from, to]) note(id);
    onChange({ kind, follower: from, accounts: [to] });
  }

  function changeOne(): void {
    const from = chance.pick(lively);
    const to = chance.pick(lively);
    if (from === to) return;
    change(chance.happens(0.6) ? 'follow' : 'unfollow', from, to);
  }

  const fansOf = (star: string) => fans.filter((fan) => graph.followedAt(fan, star) !== undefined);

  /** @param by fewer when it is negative */
  function addFans(star: string, by: number): void {
    const following = new Set(fansOf(star));
    const choice = by > 0 ? fans.filter((fan) => !following.has(fan)) : [...following];
    for (let left = Math.min(Math.abs(by), choice.length); left > 0; left -= 1) {
      const [fan] = choice.splice(swaying.whole(0, choice.length - 1), 1);
      change(by > 0 ? 'follow' : 'unfollow', fan as string, star);
    }
  }

  function sway(): void {
    if (isStill) return;
    const star = swaying.pick(stars);
    const by = Math.round(swaying.between(...SWAYING) * fans.length) - fansOf(star).length;
    addFans(star, Math.max(-MOST_AT_ONCE, Math.min(MOST_AT_ONCE, by)));
  }

  const bring = (star: string, followers: number) => addFans(star, followers - (graph.countsOf(star)?.followers ?? 0));

  return {
    serve(request) {
      const fault = weather.chatFault();
      faults.set(fault ? [fault] : []);
      return service(request);
    },
    mingle() {
      if (isStill) return;
      for (let left = chance.whole(1, 10); left > 0; left -= 1) changeOne();
    },
    sway,
    bring,
    async standStill(work) {
      isStill = true;
      await work();
      isStill = false;
    },
    hadCounts: history.hadCounts,
    followersBetween: history.followersBetween,
    followersOf: (account) => graph.countsOf(account)?.followers ?? 0,
    follows: (from, to) => ({
      isSo: graph.followedAt(from, to) !== undefined,
      since: changedAt.get(`${from} ${to}`) ?? Number.NEGATIVE_INFINITY,
    }),
  };
}
