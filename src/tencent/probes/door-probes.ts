import type { Probe } from './probe.ts';

/**
 * As many as the app itself lets leave at once before it has learned more. A quarter of the calls that Chat documents for a second: more
 * would set off its alarm, and take them from others that ask the same Chat app.
 */
export const BURST = 50;

/** How the door of Chat answers: who comes with many calls at once, and with a signature of another key. They come last, since both may lock it. */
export const DOOR_PROBES: readonly Probe[] = [
  {
    command: 'follow_get_info',
    // Not `burst`, which is what comes beyond the limit.
    situation: 'own-burst',
    asks: `${BURST} calls at once, as the app makes them`,
    ask: async (ask, { existing: [first], from }) => {
      const body = { From_Account: from, To_Account: [first] };
      const answers = await Promise.all(Array.from({ length: BURST }, () => ask('follow_get_info', body)));
      const rejected = answers.filter(({ code }) => code !== 0);
      const [{ code, status } = { code: 0, status: 200 }] = rejected;
      return { call: code, facts: { status, rejected: rejected.length } };
    },
  },
  {
    command: 'follow_get_info',
    situation: 'wrong-signature',
    asks: 'a signature made with another key',
    ask: async (ask, { existing: [first], from }) => ({
      call: (await ask('follow_get_info', { From_Account: from, To_Account: [first] }, 'wrongly')).code,
    }),
  },
];
