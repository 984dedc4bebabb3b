import { type Fault, HOUR, MINUTE } from './fault.ts';

/** Somebody else calls the same Chat app, and uses up what it takes a second. */
export const chatIsThrottled: Fault = {
  name: 'others use up Chat’s limit',
  weight: 2,
  lasts: [MINUTE, HOUR],
  begin({ chance }) {
    const share = chance.between(0.3, 0.95);
    return { chat: () => (chance.happens(share) ? { kind: 'code', code: 60007 } : undefined) };
  },
};
