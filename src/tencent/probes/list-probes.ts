import type { Ask } from './ask.ts';
import type { Probe } from './probe.ts';

const FANS = 1;
const MOST = 1000;
const ask = (call: Ask, account: string, wanted: number, cursor = '') =>
  call('follow_get', { From_Account: account, FollowType: FANS, StartCursor: cursor, WantNum: wanted });

/** Seconds since 1970 have ten digits until the year 2286. */
const unitOf = (at: number): string => (at < 1e11 ? 'seconds' : 'milliseconds');

/** What `follow_get` answers where its documents leave it open. */
export const LIST_PROBES: readonly Probe[] = [
  {
    command: 'follow_get',
    situation: 'found',
    asks: 'the fans of an account that exists, 100 of them',
    isNeeded: true,
    ask: async (call, { existing: [first] }) => {
      const { code, items, cursor } = await ask(call, first, 100);
      const [fan] = items;
      const unit = fan?.at === undefined ? {} : { timesAreIn: unitOf(fan.at) };
      return { call: code, facts: { hasCursor: cursor !== undefined, ...unit } };
    },
  },
  {
    command: 'follow_get',
    situation: 'large-page',
    asks: `a page of ${MOST}`,
    ask: async (call, { existing: [first] }) => ({ call: (await ask(call, first, MOST)).code }),
  },
  {
    command: 'follow_get',
    situation: 'too-large-page',
    asks: `a page of ${MOST + 1}`,
    ask: async (call, { existing: [first] }) => ({ call: (await ask(call, first, MOST + 1)).code }),
  },
  {
    command: 'follow_get',
    situation: 'end',
    asks: 'what cursor the last page has',
    ask: async (call, { existing: [first] }) => {
      const { code, cursor } = await ask(call, first, MOST);
      if (code !== 0) return { call: code };
      // A longer list has no end that a few calls reach.
      return cursor ? undefined : { call: 0, facts: { cursor: cursor === '' ? 'empty' : 'absent' } };
    },
  },
  {
    command: 'follow_get',
    situation: 'foreign-cursor',
    asks: 'a cursor that Chat never gave',
    ask: async (call, { existing: [first] }) => ({ call: (await ask(call, first, 100, 'followstats')).code }),
  },
  {
    command: 'follow_get',
    situation: 'unknown-from',
    asks: 'the fans of an account that doesn’t exist',
    ask: async (call, { missing }) => ({ call: (await ask(call, missing, 100)).code }),
  },
];
