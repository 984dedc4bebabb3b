import { createFaultSwitch } from '../../../src/demo/chat/faults.ts';
import { createFollowGraph } from '../../../src/demo/chat/follow-graph.ts';
import { type ChatReply, type ChatRequest, createChatService } from '../../../src/demo/chat/service.ts';
import type { Chance } from '../kernel/chance.ts';
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
  /** Lets people follow each other, or not any more. */
  mingle(): void;
}

const ADMIN = 'administrator';

export function createChat({ accounts, chance, weather, ...options }: Options): SimulatedChat {
  const graph = createFollowGraph();
  for (const id of [ADMIN, ...accounts]) graph.addAccount(id);
  // The others stay as they are, so that a digest has nothing to tell.
  const lively = accounts.slice(0, Math.ceil(accounts.length * 0.8));
  const faults = createFaultSwitch();
  const service = createChatService({ ...options, admins: [ADMIN], graph, faults });
  return {
    serve(request) {
      const fault = weather.chatFault();
      faults.set(fault ? [fault] : []);
      return service(request);
    },
    mingle() {
      const from = chance.pick(lively);
      const to = chance.pick(lively);
      if (from === to) return;
      if (chance.happens(0.7)) graph.follow(from, to);
      else graph.unfollow(from, to);
    },
  };
}
