import type { Probe } from './probe.ts';

/** More in one moment than Chat documents for a second. */
const BURST = 240;

/** How the door of Chat answers: who comes too often, and with a signature of another key. They come last, since both may lock it. */
export const DOOR_PROBES: readonly Probe[] = [
  {
    command: 'follow_get_info',
    situation: 'burst',
    asks: `${BURST} calls at once, where 200 a second are documented`,
    ask: async (ask, { existing: [first], from }) => {
      const body = { From_Account: from, To_Account: [first] };
      const answers = await Promise.all(Array.from({ length: BURST }, () => ask('follow_get_info', body)));
      const rejected = answers.find(({ code }) => code !== 0);
      return { call: rejected?.code ?? 0, facts: { status: rejected?.status ?? 200 } };
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
