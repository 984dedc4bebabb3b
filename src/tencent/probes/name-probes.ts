import type { Ask } from './ask.ts';
import { fillUp, findIn, type Probe } from './probe.ts';

const MOST = 100;
const ask = (call: Ask, to: readonly string[]) =>
  call('portrait_get', { To_Account: to, TagList: ['Tag_Profile_IM_Nick'] });

/** What `portrait_get` answers where its documents leave it open. */
export const NAME_PROBES: readonly Probe[] = [
  {
    command: 'portrait_get',
    situation: 'found',
    asks: 'nicknames of accounts that exist',
    ask: async (call, { existing }) => findIn(await ask(call, existing.slice(0, MOST)), { existing }),
  },
  {
    command: 'portrait_get',
    situation: 'over-limit',
    asks: `${MOST + 1} accounts in one call, one too many`,
    ask: async (call, { existing }) => ({ call: (await ask(call, fillUp(existing, MOST + 1))).code }),
  },
  {
    command: 'portrait_get',
    situation: 'unknown',
    asks: 'the nickname of an account that doesn’t exist',
    ask: async (call, { missing }) => findIn(await ask(call, [missing]), { missing }),
  },
  {
    command: 'portrait_get',
    situation: 'mixed',
    asks: 'nicknames of one that exists and one that doesn’t',
    ask: async (call, { existing, missing }) => {
      const answer = await ask(call, [existing[0], missing]);
      return { ...findIn(answer, { existing, missing }), facts: { hasFailList: answer.hasFailList } };
    },
  },
];
