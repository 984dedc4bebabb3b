import { type Fault, MINUTE } from './fault.ts';

/** Chat takes no signature for a while, or only some: its key was changed, or its clock is off. */
export const chatRejectsSignatures: Fault = {
  name: 'Chat rejects signatures',
  weight: 1,
  lasts: [5 * MINUTE, 60 * MINUTE],
  begin({ chance }) {
    const share = chance.pick([0.3, 1]);
    return { chat: () => (chance.happens(share) ? { kind: 'code', code: 70001 } : undefined) };
  },
};
