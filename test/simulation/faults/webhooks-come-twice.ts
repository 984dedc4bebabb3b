import { DAY, type Fault, HOUR, SECOND } from './fault.ts';

/** A proxy sends webhooks again, to the same replica or to another. */
export const webhooksComeTwice: Fault = {
  name: 'webhooks come twice',
  weight: 3,
  lasts: [HOUR, DAY],
  begin({ chance }) {
    const longest = chance.pick([SECOND / 2, 20 * SECOND]);
    return { webhook: () => [chance.between(5, longest), chance.between(5, longest)] };
  },
};
