import { type Fault, HOUR, MINUTE, SECOND } from './fault.ts';

/**
 * Now and then a replica waits for a connection to the store for about as long as a lease lasts, while the others work on: it
 * comes back to runs that are no longer its own.
 */
export const storeHangs: Fault = {
  name: 'connections to the store hang',
  weight: 3,
  lasts: [20 * MINUTE, 5 * HOUR],
  begin({ chance, places }) {
    const hanging = new Set(places.filter(() => chance.happens(0.6)));
    const share = chance.pick([0.02, 0.1]);
    return {
      connection: (place) =>
        hanging.has(place) && chance.happens(share) ? chance.between(50 * SECOND, 75 * SECOND) : 0,
    };
  },
};
