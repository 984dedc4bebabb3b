import { type Fault, HOUR, SECOND } from './fault.ts';

/** Slack's requests arrive when Slack has given up on them: a form stays open though it is saved, and is sent in again. */
export const requestsAreLate: Fault = {
  name: 'requests are late',
  weight: 2,
  lasts: [HOUR, 6 * HOUR],
  begin: ({ chance }) => ({
    request: () => (chance.happens(0.3) ? [chance.between(3 * SECOND, 6 * SECOND)] : undefined),
  }),
};
