import { type AppLink, toDelivery } from '../delivery/delivery.ts';
import type { ResponseUrls } from '../http/response-urls.ts';
import { forgeButton, toPressAction } from '../messages/actions.ts';
import { findElement, listActionIds, PRESSABLE } from '../messages/find-element.ts';
import { createTimestamps } from '../messages/message-ts.ts';
import type { Messages } from '../messages/messages.ts';
import { type PayloadContext, toShortcutPayload } from '../messages/payloads.ts';
import type { Triggers } from '../triggers.ts';
import type { Delivery } from '../types.ts';
import type { Workspace } from '../workspace-types.ts';
import { composeMessage } from './compose-message.ts';
import type { Interactions } from './interactions.ts';
import type { Sights } from './sights.ts';
import type { Typed } from './slash-command.ts';

interface Options extends PayloadContext {
  readonly messages: Messages;
  readonly sights: Sights;
  readonly interactions: Interactions;
  readonly link: AppLink;
  readonly responseUrls: ResponseUrls;
  readonly triggers: Triggers;
  readonly sendCommand: (typed: Typed) => Promise<Delivery>;
  readonly now: () => number;
}

/** What people do: each as in `Workspace`. */
export type PeopleActions = Pick<Workspace, 'type' | 'press' | 'useShortcut'>;

export function createPeopleActions(options: Options): PeopleActions {
  const { app, directory, messages, sights, interactions, link, responseUrls, triggers, sendCommand } = options;
  const nextTs = createTimestamps(options.now);

  return {
    type: async ({ personId, channelId, text, threadTs }) => {
      const person = directory.person(personId);
      const channel = directory.channel(channelId);
      if (!person || !channel) throw new Error(`There is no ${person ? channelId : personId} here`);
      const place = channelId.startsWith('D') ? 'this conversation' : `#${channel.name}`;
      if (!directory.isMember(personId, channelId)) {
        throw new Error(`@${person.name} isn’t in ${place} and can’t type there`);
      }
      if (channel.isArchived) throw new Error(`${place} is archived: nobody can type there`);
      if (text.startsWith('/'))
        return threadTs === undefined ? sendCommand({ person, channel, text }) : notInThreads(text);

      messages.post({ channelId, authorId: personId, threadTs, ...composeMessage(text, directory) });
      // The app subscribes to no message events, so nothing is delivered.
      return { kind: 'event', status: 200, body: '', ackMs: 0, error: undefined };
    },
    press: async ({ personId, ts, actionId, blockId, forged }) => {
      const { person, message, channel } = sights.message(personId, ts);
      const found = forged
        ? forgeButton(actionId, blockId, forged.value)
        : findElement(message.blocks, PRESSABLE, actionId, blockId);
      if (!found) {
        const there = listActionIds(message.blocks, PRESSABLE).join(', ');
        throw new Error(`Message ${ts} has no button ${actionId}, but: ${there}`);
      }
      return interactions.inMessage({ person, channel, message, action: toPressAction(found, nextTs()) });
    },
    useShortcut: async ({ personId, ts, channelId, callbackId }) => {
      const { person, message, channel } = sights.message(personId, ts);
      const offered = message.visibleTo === undefined ? app.shortcuts.filter(({ type }) => type === 'message') : [];
      const shortcut = offered.find((one) => one.callbackId === callbackId);
      if (channel.id !== channelId) throw new Error(`Message ${ts} is in ${channel.id}, not in ${channelId}`);
      if (!shortcut) {
        const names = offered.map((one) => one.callbackId).join(', ') || 'none, as for every ephemeral message';
        throw new Error(`Message ${ts} is not offered the shortcut ${callbackId}, but: ${names}`);
      }

      const payload = toShortcutPayload(options, {
        person,
        channel,
        message,
        shortcut,
        responseUrl: responseUrls.issue({ personId, channelId }),
        triggerId: triggers.issue(personId, { channelId }),
        actionTs: nextTs(),
      });
      return toDelivery('message_action', await link.send({ type: 'interactive', payload }));
    },
  };
}

/** Slack itself says so; nothing is delivered to the app. */
function notInThreads(text: string): Delivery {
  const error = `${text.split(/\s/, 1)[0]} is not supported in threads. Sorry!`;
  return { kind: 'command', status: 0, body: '', ackMs: 0, error };
}
