import { DAY, type Fault, HOUR, SECOND } from './fault.ts';

/** What one replica has heard of changed counts comes to the others seconds later. */
export const noticesAreLate: Fault = {
  name: 'notices are late',
  weight: 2,
  lasts: [HOUR, DAY],
  begin({ chance }) {
    const longest = chance.pick([2 * SECOND, 30 * SECOND]);
    return { notice: () => chance.between(1, longest) };
  },
};
