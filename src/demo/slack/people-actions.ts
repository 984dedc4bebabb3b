import type { AppLink } from './app-link.ts';
import { escapeTyped } from './compose.ts';
import { toDelivery } from './delivery.ts';
import { findButton, listActionIds } from './find-button.ts';
import { createTimestamps } from './message-ts.ts';
import type { Messages } from './messages.ts';
import { type PayloadContext, toActionPayload } from './payloads.ts';
import type { Readers } from './readers.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Typed } from './slash-command.ts';
import type { Triggers } from './triggers.ts';
import type { Delivery } from './types.ts';
import type { Workspace } from './workspace-types.ts';

interface Options extends PayloadContext {
  readonly messages: Messages;
  readonly readers: Readers;
  readonly link: AppLink;
  readonly responseUrls: ResponseUrls;
  readonly triggers: Triggers;
  readonly sendCommand: (typed: Typed) => Promise<Delivery>;
  readonly now: () => number;
}

/** What people do: `type` and `press` as in `Workspace`. */
export type PeopleActions = Pick<Workspace, 'type' | 'press'>;

export function createPeopleActions(options: Options): PeopleActions {
  const { directory, messages, readers, link, responseUrls, triggers, sendCommand } = options;
  const nextTs = createTimestamps(options.now);

  return {
    type: async ({ personId, channelId, text }) => {
      const person = directory.person(personId);
      const channel = directory.channel(channelId);
      if (!person || !channel || !directory.isMember(personId, channelId)) {
        throw new Error(`${personId} is not in ${channelId} and can't type there`);
      }
      if (text.startsWith('/')) return sendCommand({ person, channel, text });

      messages.post({ channelId, authorId: personId, text: escapeTyped(text, directory) });
      // The app subscribes to no message events, so it isn't told.
      return { kind: 'event', status: 200, body: '', ackMs: 0, error: undefined };
    },
    press: async ({ personId, ts, actionId, blockId }) => {
      const person = directory.person(personId);
      const message = messages.find(ts);
      const channel = message && directory.channel(message.channelId);
      if (!person || !message || !channel || !readers.maySee(personId, message)) {
        throw new Error(`${personId} sees no message ${ts}`);
      }
      const found = findButton(message.blocks, actionId, blockId);
      if (!found) {
        throw new Error(`Message ${ts} has no button ${actionId}, but: ${listActionIds(message.blocks).join(', ')}`);
      }

      const payload = toActionPayload(options, {
        person,
        channel,
        message,
        found,
        responseUrl: responseUrls.issue({ personId, channelId: channel.id, originalTs: ts }),
        triggerId: triggers.issue(),
        actionTs: nextTs(),
      });
      // An answer in the acknowledgement means nothing here: only the response_url changes messages.
      return toDelivery('block_actions', await link.send({ type: 'interactive', payload }));
    },
  };
}
