import { ACCOUNTS_PER_CALL } from '../follow-get-info.ts';
import type { Ask, RawAnswer } from './ask.ts';
import { fillUp, findIn, type Probe } from './probe.ts';

const ask = (call: Ask, from: string, to: readonly string[]): Promise<RawAnswer> =>
  call('follow_get_info', { From_Account: from, To_Account: to });

/** Names more bytes than a UserID has, and characters that are none of it. */
const LONG = 'followstats-has-a-longer-name-than-32-bytes';

/** What `follow_get_info` answers where its documents leave it open. */
export const GET_INFO_PROBES: readonly Probe[] = [
  {
    command: 'follow_get_info',
    situation: 'found',
    asks: 'counts of the accounts that exist',
    isNeeded: true,
    ask: async (call, { existing, from }) => {
      const answer = await ask(call, from, existing.slice(0, ACCOUNTS_PER_CALL));
      return {
        ...findIn(answer, { existing }),
        facts: { status: answer.status, limitHeaders: answer.limitHeaders.join() },
      };
    },
  },
  {
    command: 'follow_get_info',
    situation: 'at-limit',
    asks: `${ACCOUNTS_PER_CALL} accounts in one call`,
    ask: async (call, { existing, from }) => {
      const { code, items } = await ask(call, from, fillUp(existing, ACCOUNTS_PER_CALL));
      return { call: code, facts: { items: items.length } };
    },
  },
  {
    command: 'follow_get_info',
    situation: 'over-limit',
    asks: `${ACCOUNTS_PER_CALL + 1} accounts in one call, one too many`,
    ask: async (call, { existing, from }) => ({
      call: (await ask(call, from, fillUp(existing, ACCOUNTS_PER_CALL + 1))).code,
    }),
  },
  {
    command: 'follow_get_info',
    situation: 'empty',
    asks: 'no account at all',
    ask: async (call, { from }) => ({ call: (await ask(call, from, [])).code }),
  },
  {
    command: 'follow_get_info',
    situation: 'unknown',
    asks: 'an account that doesn’t exist, alone',
    ask: async (call, { missing, from }) => {
      const answer = await ask(call, from, [missing]);
      return { ...findIn(answer, { missing }), facts: factsOf(answer, missing) };
    },
  },
  {
    command: 'follow_get_info',
    situation: 'mixed',
    asks: 'accounts that exist and one that doesn’t in the same call',
    ask: async (call, { existing, missing, from }) => {
      const answer = await ask(call, from, [missing, ...existing.slice(0, 5)]);
      return { ...findIn(answer, { existing, missing }), facts: factsOf(answer, missing) };
    },
  },
  {
    command: 'follow_get_info',
    situation: 'twice',
    asks: 'the same account twice in one call',
    ask: async (call, { existing: [first], from }) => {
      const { code, items } = await ask(call, from, [first, first]);
      return { call: code, facts: { items: items.length } };
    },
  },
  {
    command: 'follow_get_info',
    situation: 'order',
    asks: 'whether the answer keeps the order asked',
    ask: async (call, { existing, from }) => {
      if (existing.length < 2) return undefined;
      const asked = existing.slice(0, ACCOUNTS_PER_CALL).toSorted().toReversed();
      const { code, items } = await ask(call, from, asked);
      return { call: code, facts: { isKept: asked.join('\n') === items.map(({ account }) => account).join('\n') } };
    },
  },
  {
    command: 'follow_get_info',
    situation: 'unknown-from',
    asks: 'an account that exists, in the name of one that doesn’t',
    ask: async (call, { existing, missing }) => findIn(await ask(call, missing, existing.slice(0, 1)), { existing }),
  },
  {
    command: 'follow_get_info',
    situation: 'other-case',
    asks: 'an account that exists, in capitals (or without them)',
    ask: async (call, { existing, from }) => {
      const [other] = existing
        .flatMap((id) => [id.toUpperCase(), id.toLowerCase()])
        .filter((id) => !existing.includes(id));
      if (other === undefined) return undefined;
      const { code, items } = await ask(call, from, [other]);
      return { call: code, facts: { isFound: items.some((item) => item.code === 0) } };
    },
  },
  ...[
    { situation: 'long-id', asks: 'a UserID of more than 32 bytes', account: LONG },
    { situation: 'not-ascii', asks: 'a UserID of letters outside ASCII', account: 'föllöwstats-nöbödy' },
    { situation: 'with-space', asks: 'a UserID with a space', account: 'followstats nobody' },
  ].map(
    ({ situation, asks, account }): Probe => ({
      command: 'follow_get_info',
      situation,
      asks,
      ask: async (call, { from }) => findIn(await ask(call, from, [account]), { missing: account }),
    }),
  ),
];

function factsOf({ items, hasFailList }: RawAnswer, missing: string) {
  const item = items.find(({ account }) => account === missing);
  return { hasCounts: item?.hasCounts ?? false, hasFailList };
}
