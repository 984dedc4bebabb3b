import { type AppLink, toDelivery } from '../delivery/delivery.ts';
import type { ResponseUrls } from '../http/response-urls.ts';
import type { JsonObject } from '../json-values.ts';
import type { MessageChoices } from '../messages/message-choices.ts';
import { type PayloadContext, toActionPayload } from '../messages/payloads.ts';
import type { Triggers } from '../triggers.ts';
import type { Channel, Delivery, Message, Person, View } from '../types.ts';
import { toViewActionPayload } from '../views/view-payloads.ts';
import { beginValues } from '../views/view-values.ts';

/** Tells the app what a person did with an element: one `block_actions` each. */
export interface Interactions {
  inMessage(deed: {
    readonly person: Person;
    readonly channel: Channel;
    readonly message: Message;
    readonly action: JsonObject;
  }): Promise<Delivery>;
  inView(deed: { readonly person: Person; readonly view: View; readonly action: JsonObject }): Promise<Delivery>;
}

interface Options extends PayloadContext {
  readonly link: AppLink;
  readonly responseUrls: ResponseUrls;
  readonly triggers: Triggers;
  readonly choices: MessageChoices;
}

export function createInteractions(options: Options): Interactions {
  const { link, responseUrls, triggers, choices } = options;
  // An answer in the acknowledgement means nothing here: only the response_url changes messages.
  const send = async (payload: JsonObject): Promise<Delivery> =>
    toDelivery('block_actions', await link.send({ type: 'interactive', payload }));

  return {
    inMessage: ({ person, channel, message, action }) => {
      const place = { personId: person.id, channelId: channel.id };
      return send(
        toActionPayload(options, {
          person,
          channel,
          message,
          action,
          state: beginValues(message.blocks, choices.of(person.id, message.ts)),
          responseUrl: responseUrls.issue({ ...place, originalTs: message.ts }),
          triggerId: triggers.issue(person.id, { channelId: channel.id }),
        }),
      );
    },
    inView: ({ person, view, action }) =>
      send(
        toViewActionPayload(options, {
          person,
          view,
          action,
          triggerId: triggers.issue(person.id, { viewId: view.id }),
        }),
      ),
  };
}
