import { type Fault, HOUR, MINUTE } from './fault.ts';

/** Some replicas have lost the connection over which they hear of changed counts. */
export const noticesGetLost: Fault = {
  name: 'notices get lost',
  weight: 2,
  lasts: [MINUTE, 6 * HOUR],
  begin({ chance, places }) {
    const deaf = new Set(places.filter(() => chance.happens(0.5)));
    return { notice: (place) => (deaf.has(place) ? 'lost' : undefined) };
  },
};
