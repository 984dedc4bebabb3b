import type { ButtonClickArgs } from '../../../src/slack/conversation/clicker.ts';
import type { ButtonClick } from '../../../src/slack/lookups/button-click.ts';
import { everyone } from '../../followstats/access/sample-rules.ts';
import { asker, asks } from '../conversation/open-conversation.ts';

/** A click of Ana's below an answer about two accounts, which only she sees. */
export const click: ButtonClick = {
  asker,
  replyTo: { kind: 'direct-message' },
  command: asks('a b').command,
  answerId: '1',
  buttonValue: 'kept 1',
  hasCounts: true,
  readings: undefined,
  isEphemeral: true,
  authorization: {
    decision: { role: 'viewer', rule: everyone(), isPartial: false },
    admins: [],
    denial: undefined,
    keep: () => {},
  },
};

/** What Bolt gives the listener, as far as it is read where the click itself is given. */
export const args = { ack: async () => {} } as unknown as ButtonClickArgs;
