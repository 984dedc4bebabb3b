import { type Fault, HOUR, MINUTE, SECOND } from './fault.ts';

/** The store fails: before a statement is done, or after it, so that only its answer is lost; at times only commits fail. */
export const storeFails: Fault = {
  name: 'the store fails',
  weight: 3,
  lasts: [10 * SECOND, 45 * MINUTE],
  begin({ chance }) {
    const isOfCommits = chance.happens(0.3);
    const share = isOfCommits ? 0.5 : chance.pick([0.02, 0.2, 1]);
    return {
      statement: (sql) =>
        (!isOfCommits || sql === 'commit') && chance.happens(share)
          ? { fails: chance.pick(['before', 'before', 'after'] as const) }
          : {},
    };
  },
};

/** The store is slow: statements take long enough for leases and time limits to end. */
export const storeIsSlow: Fault = {
  name: 'the store is slow',
  weight: 2,
  lasts: [MINUTE, HOUR],
  hindersAnswers: true,
  begin({ chance }) {
    const share = chance.pick([0.05, 0.2]);
    const most = chance.pick([2 * SECOND, 15 * SECOND]);
    return { statement: () => (chance.happens(share) ? { ms: chance.between(0, most) } : {}) };
  },
};
