import type { Ask } from './ask.ts';
import { fillUp, findIn, type Probe } from './probe.ts';

const MOST = 100;
const ask = (call: Ask, from: string, to: readonly string[]) =>
  call('follow_check', { From_Account: from, To_Account: to });

/** What `follow_check` answers where its documents leave it open. */
export const CHECK_PROBES: readonly Probe[] = [
  {
    command: 'follow_check',
    situation: 'found',
    asks: 'whether accounts that exist follow each other',
    isNeeded: true,
    // Of itself an account is never asked by the app.
    ask: async (call, { existing: [first, ...others] }) =>
      others.length === 0 ? undefined : findIn(await ask(call, first, others.slice(0, MOST)), { existing: others }),
  },
  {
    command: 'follow_check',
    situation: 'over-limit',
    asks: `${MOST + 1} accounts in one call, one too many`,
    ask: async (call, { existing }) => ({ call: (await ask(call, existing[0], fillUp(existing, MOST + 1))).code }),
  },
  {
    command: 'follow_check',
    situation: 'unknown',
    asks: 'one that exists and one that doesn’t',
    ask: async (call, { existing, missing }) => findIn(await ask(call, existing[0], [missing]), { missing }),
  },
  {
    command: 'follow_check',
    situation: 'mixed',
    asks: 'one that exists against one that does and one that doesn’t',
    ask: async (call, { existing: [first, other], missing }) =>
      other === undefined
        ? undefined
        : findIn(await ask(call, first, [other, missing]), { existing: [other], missing }),
  },
  {
    command: 'follow_check',
    situation: 'unknown-from',
    asks: 'one that doesn’t exist against one that does',
    ask: async (call, { existing, missing }) => findIn(await ask(call, missing, existing.slice(0, 1)), { existing }),
  },
];
