import type { ChatFault } from '../../../src/demo/chat/faults.ts';
import { type Fault, HOUR, MINUTE, SECOND } from './fault.ts';

const KINDS: readonly ChatFault[] = [
  { kind: 'code', code: 30006 },
  { kind: 'code', code: 60007 },
  { kind: 'code', code: 70001 },
  { kind: 'code', code: 30005 },
  { kind: 'status', status: 502 },
  { kind: 'reset' },
  { kind: 'hang' },
  { kind: 'html' },
  { kind: 'truncated' },
  { kind: 'slow', ms: 5 * SECOND },
];

/** Chat answers with error codes, with a gateway's page in its place, late or not at all. */
export const chatFails: Fault = {
  name: 'Chat fails',
  weight: 4,
  lasts: [MINUTE, 2 * HOUR],
  begin({ chance }) {
    const share = chance.pick([0.1, 0.5, 1]);
    const kinds = chance.happens(0.5) ? [chance.pick(KINDS)] : KINDS;
    return { chat: () => (chance.happens(share) ? chance.pick(kinds) : undefined) };
  },
};
