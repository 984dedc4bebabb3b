import type { Probe } from './probe.ts';

/** Whether a further host answers as the usual one does; asked of that host. */
export const HOST_PROBE: Probe = {
  command: 'follow_get_info',
  situation: 'backup-host',
  asks: 'the same of the region’s backup host',
  ask: async (ask, { existing: [first], from }) => ({
    call: (await ask('follow_get_info', { From_Account: from, To_Account: [first] })).code,
  }),
};
