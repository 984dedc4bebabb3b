import { BOT_USER_ID } from '../../../src/demo/slack/installed-app.ts';
import type { Message } from '../../../src/demo/slack/types.ts';
import { alertOf } from './alert-of.ts';
import { deliveryOf } from './delivery-of.ts';
import type { Invariant } from './invariant.ts';

/** What a channel may read beside posts of digests and alerts: a shared answer, the line about a digest or watch, or that it was rejected. */
const PUBLIC =
  /Shared by <@|^This channel gets the digest |^This channel is told by watch |^The digest .* was changed: |^Slack wouldn’t show this answer\./;

/** An answer is seen by the person who asked, unless they share it. */
export const isPrivate: Invariant = {
  name: 'an answer is for one person',
  watch: ({ violated }) => ({
    message(message) {
      const isOfRun = deliveryOf(message) !== undefined || alertOf(message) !== undefined;
      if (isPublic(message) && !isOfRun && !PUBLIC.test(message.text))
        violated(`a whole channel reads “${message.text.slice(0, 80)}”`, [message.channelId]);
    },
  }),
};

const isPublic = ({ authorId, visibleTo, channelId }: Message) =>
  authorId === BOT_USER_ID && visibleTo === undefined && channelId.startsWith('C');
