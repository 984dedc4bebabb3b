import { createFaultSwitch } from '../../../src/demo/chat/faults.ts';
import type { FollowChange } from '../../../src/demo/chat/follow-change.ts';
import { createFollowGraph } from '../../../src/demo/chat/follow-graph.ts';
import { type ChatReply, type ChatRequest, createChatService } from '../../../src/demo/chat/service.ts';
import type { FollowCounts } from '../../../src/followstats/types.ts';
import type { Chance } from '../kernel/chance.ts';
import { createCountHistory, type HadCounts } from './count-history.ts';
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
  readonly hadCounts: HadCounts;
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

  function sway(): void {
    const star = swaying.pick(stars);
    const following = fans.filter((fan) => graph.followedAt(fan, star) !== undefined);
    const wanted = Math.round(swaying.between(...SWAYING) * fans.length);
    const isMore = wanted > following.length;
    const others = new Set(following);
    const choice = isMore ? fans.filter((fan) => !others.has(fan)) : following;
    const count = Math.min(MOST_AT_ONCE, Math.abs(wanted - following.length));
    for (let n = 0; n < count; n += 1) change(isMore ? 'follow' : 'unfollow', swaying.pick(choice), star);
  }

  return {
    serve(request) {
      const fault = weather.chatFault();
      faults.set(fault ? [fault] : []);
      return service(request);
    },
    mingle() {
      for (let left = chance.whole(1, 10); left > 0; left -= 1) changeOne();
    },
    sway,
    hadCounts: history.hadCounts,
    followersOf: (account) => graph.countsOf(account)?.followers ?? 0,
    follows: (from, to) => ({
      isSo: graph.followedAt(from, to) !== undefined,
      since: changedAt.get(`${from} ${to}`) ?? Number.NEGATIVE_INFINITY,
    }),
  };
}
