import type { ChatServer } from '../../../src/demo/chat/server.ts';
import type { Message } from '../../../src/demo/slack/types.ts';
import type { Workspace } from '../../../src/demo/slack/workspace-types.ts';
import { ACTIONS } from '../../../src/slack/names.ts';
import type { Ask } from './ask.ts';
import type { Asker } from './crowd.ts';

interface Options {
  readonly slack: Workspace;
  readonly chat: Pick<ChatServer, 'follow' | 'unfollow'>;
  readonly ask: Ask;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Accounts that Chat has, and how many a command names. */
  readonly accounts: readonly string[];
  readonly each: number;
}

/** One thing that a person does. Never rejects. */
export type Act = (asker: Asker) => Promise<void>;

/** What people do, by name. */
export interface Acts
  extends Readonly<Record<'fresh' | 'cached' | 'history' | 'share' | 'refresh' | 'list' | 'home' | 'fans', Act>> {
  /** Accounts that each person was told are on their list. */
  readonly told: ReadonlyMap<string, ReadonlySet<string>>;
  /** One follow or unfollow in Chat. */
  readonly follow: () => void;
}

const STARS = ['star_0', 'star_1', 'star_2'];

/** Makes what people do. */
export function createActs({ slack, chat, ask, random, accounts, each }: Options): Acts {
  const told = new Map<string, Set<string>>();
  const last = new Map<string, Message>();
  let next = 0;
  const listOf = ({ place }: Asker): string => `team-${place}`;
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;

  function fresh(count: number): readonly string[] {
    const start = next;
    next = (next + count) % (accounts.length - count);
    return accounts.slice(start, start + count);
  }

  /** @param names that the answer shows, unless it is an excuse */
  async function type(asker: Asker, text: string, names: readonly string[]): Promise<Message | undefined> {
    const message = await ask(asker, {
      what: text.slice(0, 60),
      send: () => slack.type({ ...asker, text: `/followstats ${text}` }),
      answers: (said) => names.some((name) => said.includes(name)),
    });
    return message;
  }

  async function lookUp(asker: Asker, names: readonly string[]): Promise<void> {
    const message = await type(asker, names.join(' '), names);
    if (message) last.set(asker.personId, message);
  }

  /** Presses a button of the last answer that has it. */
  async function press(asker: Asker, actionId: string, answers: (said: string) => boolean): Promise<void> {
    const message = last.get(asker.personId);
    if (!message || !JSON.stringify(message.blocks).includes(`"${actionId}"`)) return;
    last.delete(asker.personId);
    await ask(asker, {
      what: actionId,
      send: () => slack.press({ personId: asker.personId, ts: message.ts, actionId }),
      answers,
    });
  }

  return {
    told,
    fresh: (asker) => lookUp(asker, fresh(each)),
    cached: (asker) => lookUp(asker, [pick(STARS)]),
    async history(asker) {
      const star = pick(STARS);
      await type(asker, `history ${star} 7d`, [star]);
    },
    share: (asker) => press(asker, ACTIONS.share, (said) => /Shared/.test(said)),
    refresh: (asker) => press(asker, ACTIONS.refresh, (said) => /followers?|Refresh/.test(said)),
    async list(asker) {
      const [account = ''] = fresh(1);
      const name = listOf(asker);
      const list = told.get(name) ?? new Set<string>();
      const message = await type(asker, `list ${told.has(name) ? 'add' : 'create'} ${name} ${account}`, [name]);
      if (!message || /already|Nothing/.test(message.text)) return;
      told.set(name, list.add(account));
    },
    async home({ personId }) {
      // An event: Slack sends it up to three times more.
      for (let times = 0; times < 4; times += 1) {
        const delivery = await slack.openHome(personId);
        if (delivery?.error === undefined) return;
      }
    },
    async fans({ personId, channelId }) {
      await slack.type({ personId, channelId, text: `/followstats fans ${pick(STARS)}` });
    },
    follow() {
      const [from, to] = [pick(accounts), pick(STARS)];
      if (from) (random() < 0.5 ? chat.follow : chat.unfollow)(from, to);
    },
  };
}
