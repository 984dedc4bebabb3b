import { type Fault, HOUR, MINUTE } from './fault.ts';

/** Calls of Slack's, or their answers, get lost on the way; what got lost with its answer was done. */
export const slackLoses: Fault = {
  name: 'calls of Slack’s get lost',
  weight: 4,
  lasts: [5 * MINUTE, 4 * HOUR],
  hindersAnswers: true,
  begin({ chance }) {
    const share = chance.between(0.1, 0.7);
    return { slackCall: () => (chance.happens(share) ? { lost: chance.pick(['out', 'back', 'reset'] as const) } : {}) };
  },
};
