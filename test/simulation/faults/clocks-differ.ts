import { DAY, type Fault, HOUR, MINUTE, SECOND } from './fault.ts';

/** The clocks of replicas, of Slack and of the database differ by seconds. */
export const clocksDiffer: Fault = {
  name: 'clocks differ',
  weight: 2,
  lasts: [HOUR, DAY],
  begin({ chance, clocks, places }) {
    const skew = () => Math.round(chance.between(-20 * SECOND, 20 * SECOND));
    for (const place of places) clocks.replicas.set(place, skew());
    clocks.slack = skew();
    return {
      end() {
        clocks.replicas.clear();
        clocks.slack = 0;
      },
    };
  },
};

/** The database's clock is set, back or forward, and set right again later. */
export const clockIsSet: Fault = {
  name: 'the database’s clock is set',
  weight: 1,
  lasts: [10 * SECOND, 2 * HOUR],
  begin({ chance, clocks }) {
    clocks.database = Math.round(chance.pick([-1, 1]) * chance.pick([5 * SECOND, 90 * SECOND, 10 * MINUTE]));
    return {
      end() {
        clocks.database = 0;
      },
    };
  },
};
