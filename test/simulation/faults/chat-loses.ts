import { type Fault, HOUR, MINUTE, SECOND } from './fault.ts';

/** Calls of Chat's get lost on the way, or are late. */
export const chatLoses: Fault = {
  name: 'calls of Chat’s get lost',
  weight: 3,
  lasts: [MINUTE, 2 * HOUR],
  begin({ chance }) {
    const share = chance.between(0.1, 0.6);
    return {
      chatCall() {
        if (!chance.happens(share)) return {};
        if (chance.happens(0.5)) return { backMs: chance.between(SECOND, 9 * SECOND) };
        return { lost: chance.pick(['out', 'back', 'reset'] as const) };
      },
    };
  },
};
