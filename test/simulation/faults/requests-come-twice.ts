import { type Fault, HOUR, SECOND } from './fault.ts';

/** A proxy sends Slack's requests again, to the same replica or to another. */
export const requestsComeTwice: Fault = {
  name: 'requests come twice',
  weight: 3,
  lasts: [HOUR, 6 * HOUR],
  begin: ({ chance }) => ({
    request: () => (chance.happens(0.5) ? [chance.between(5, 50), chance.between(5, 20 * SECOND)] : undefined),
  }),
};
