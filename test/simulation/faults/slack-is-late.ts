import { type Fault, HOUR, MINUTE, SECOND } from './fault.ts';

/** Slack's answers take seconds, some longer than the app waits. */
export const slackIsLate: Fault = {
  name: 'Slack is late',
  weight: 2,
  lasts: [5 * MINUTE, 3 * HOUR],
  hindersAnswers: true,
  begin: ({ chance }) => ({
    slackCall: () => ({ outMs: chance.between(0, 4 * SECOND), backMs: chance.between(0, 12 * SECOND) }),
  }),
};
