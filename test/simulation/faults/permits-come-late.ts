import { DAY, type Fault, HOUR, SECOND } from './fault.ts';

/** Replicas wait for the row of the common budget: some leases come late, and some not at all. */
export const permitsComeLate: Fault = {
  name: 'permits come late',
  weight: 2,
  lasts: [HOUR, DAY],
  begin({ chance }) {
    const share = chance.between(0.1, 0.6);
    const longest = chance.pick([SECOND / 4, SECOND, 2 * SECOND]);
    const lost = chance.pick([0, 0, 0.1, 0.5]);
    return {
      statement(sql) {
        if (!sql.includes('insert into rate')) return undefined;
        if (chance.happens(lost)) return { fails: chance.pick(['before', 'after'] as const) };
        return chance.happens(share) ? { ms: chance.between(0, longest) } : undefined;
      },
    };
  },
};
