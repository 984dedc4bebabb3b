import { type Fault, HOUR, MINUTE } from './fault.ts';

/** Slack refuses posts: with transient codes, with permanent ones, and with one that the app doesn't know. */
export const slackRefuses: Fault = {
  name: 'Slack refuses posts',
  weight: 2,
  lasts: [10 * MINUTE, 8 * HOUR],
  begin({ chance }) {
    const method = 'chat.postMessage';
    const share = chance.between(0.3, 1);
    if (chance.happens(0.3))
      return { slack: [{ kind: 'status', method, status: chance.pick([500, 502, 503]), share }] };
    if (chance.happens(0.3)) return { slack: [{ kind: 'half-done', method, error: 'fatal_error', share }] };
    const error = chance.pick([
      'internal_error',
      'service_unavailable',
      'is_archived',
      'no_permission',
      'odd_new_code',
    ]);
    return { slack: [{ kind: 'refuse', method, error, share }] };
  },
};
