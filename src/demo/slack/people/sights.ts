import type { Directory } from '../directory.ts';
import type { Messages } from '../messages/messages.ts';
import type { Channel, Message, Person, View } from '../types.ts';
import type { Views } from '../views/views.ts';
import type { Readers } from './readers.ts';

/** What a person has before them and can act on. Each throws when they don't. */
export interface Sights {
  message(
    personId: string,
    ts: string,
  ): { readonly person: Person; readonly message: Message; readonly channel: Channel };
  view(personId: string, surface: View['surface']): { readonly person: Person; readonly view: View };
}

interface Options {
  readonly directory: Directory;
  readonly messages: Messages;
  readonly readers: Readers;
  readonly views: Views;
}

export function createSights({ directory, messages, readers, views }: Options): Sights {
  return {
    message: (personId, ts) => {
      const person = directory.person(personId);
      const message = messages.find(ts);
      const channel = message && directory.channel(message.channelId);
      if (!person || !message || !channel || !readers.maySee(personId, message)) {
        throw new Error(`${personId} sees no message ${ts}`);
      }
      return { person, message, channel };
    },
    view: (personId, surface) => {
      const person = directory.person(personId);
      const view = views.shown(personId, surface);
      if (!person || !view) throw new Error(`${personId} has no ${surface === 'home' ? 'Home tab' : 'modal'} open`);
      return { person, view };
    },
  };
}
