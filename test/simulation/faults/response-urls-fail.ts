import { type Fault, HOUR, MINUTE } from './fault.ts';

/** Slack takes nothing through response URLs; every other way works, so that each answer must go another one. */
export const responseUrlsFail: Fault = {
  name: 'response URLs fail',
  weight: 3,
  lasts: [30 * MINUTE, 4 * HOUR],
  // Where only the response of a URL gets lost, the answer comes once more by the next way.
  delaysAnswers: true,
  begin({ chance }) {
    const method = 'response_url';
    if (chance.happens(0.5)) {
      const share = chance.pick([0.5, 1]);
      return {
        slackCall: (called) =>
          called === method && chance.happens(share) ? { lost: chance.pick(['out', 'back', 'reset'] as const) } : {},
      };
    }
    if (chance.happens(0.5)) return { slack: [{ kind: 'status', method, status: chance.pick([500, 503]) }] };
    return { slack: [{ kind: 'refuse', method, error: chance.pick(['expired_url', 'used_url', 'no_service']) }] };
  },
};
