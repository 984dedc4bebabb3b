import { createFaultSwitch } from '../../../src/demo/chat/faults.ts';
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
  readonly maxCallsPerSecond: number;
  readonly chance: Chance;
  readonly weather: Pick<Weather, 'chatFault'>;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** The stand-in's Chat app, in this process. */
export interface SimulatedChat {
  serve(request: ChatRequest): ChatReply;
  /** Lets some people follow each other, or not any more. */
  mingle(): void;
  readonly hadCounts: HadCounts;
}

const ADMIN = 'administrator';
/** Of all pairs, how many follow each other to begin with: no account then has a count of 0. */
const FOLLOWING_SHARE = 0.3;

export function createChat({ accounts, chance, weather, ...options }: Options): SimulatedChat {
  const graph = createFollowGraph();
  for (const id of [ADMIN, ...accounts]) graph.addAccount(id);
  // The others stay as they are, so that a digest has nothing to tell.
  const lively = accounts.slice(0, Math.ceil(accounts.length * 0.8));
  for (const from of accounts)
    for (const to of accounts) if (from !== to && chance.happens(FOLLOWING_SHARE)) graph.follow(from, to);
  const history = createCountHistory(options.now);
  const note = (id: string) => history.note(id, graph.countsOf(id) as FollowCounts);
  for (const id of accounts) note(id);
  const faults = createFaultSwitch();
  const service = createChatService({ ...options, admins: [ADMIN], graph, faults });

  function changeOne(): void {
    const from = chance.pick(lively);
    const to = chance.pick(lively);
    if (from === to) return;
    if (chance.happens(0.6)) graph.follow(from, to);
    else graph.unfollow(from, to);
    for (const id of [from, to]) note(id);
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
    hadCounts: history.hadCounts,
  };
}
