import { DAY, type Fault, HOUR, SECOND } from './fault.ts';

/** Webhooks are under way for so long that later ones come before them, and some come when they pass for captured ones. */
export const webhooksAreLate: Fault = {
  name: 'webhooks are late',
  weight: 3,
  lasts: [HOUR, DAY],
  begin({ chance }) {
    const longest = chance.pick([5 * SECOND, 58 * SECOND, 120 * SECOND]);
    return { webhook: () => [chance.between(5, longest)] };
  },
};
