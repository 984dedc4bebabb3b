import { type Fault, HOUR, MINUTE } from './fault.ts';

const METHODS = ['chat.postMessage', 'chat.postEphemeral', 'response_url', 'views.open', 'conversations.history'];

/** Slack answers 429, with and without a `Retry-After` that can be read. */
export const slackLimits: Fault = {
  name: 'Slack limits calls',
  weight: 3,
  lasts: [MINUTE, HOUR],
  hindersAnswers: true,
  begin({ chance }) {
    const share = chance.between(0.2, 0.9);
    const retryAfterSeconds = chance.whole(1, 60);
    const isOdd = chance.happens(0.4);
    const retryAfter = chance.pick(['', 'soon', '0', '-5', 'Fri, 31 Dec 2100 23:59:59 GMT', undefined]);
    const odd = { kind: 'odd-rate-limit', share, ...(retryAfter !== undefined && { retryAfter }) } as const;
    const usual = { kind: 'rate-limit', share, retryAfterSeconds } as const;
    return {
      slack: METHODS.map((method) => ({ ...(isOdd ? odd : usual), method })),
    };
  },
};
