import { DAY, type Fault, HOUR } from './fault.ts';

/** Webhooks get lost on the way to the app. Chat doesn't repeat them. */
export const webhooksGetLost: Fault = {
  name: 'webhooks get lost',
  weight: 3,
  lasts: [HOUR, DAY],
  begin({ chance }) {
    const share = chance.pick([0.1, 0.5, 1]);
    return { webhook: () => (chance.happens(share) ? [] : undefined) };
  },
};
