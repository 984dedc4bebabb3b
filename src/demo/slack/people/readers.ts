import type { Directory } from '../directory.ts';
import type { Messages } from '../messages/messages.ts';
import type { Message } from '../types.ts';
import type { Waiting } from '../wait-for-change.ts';
import type { Workspace } from '../workspace-types.ts';

type Wish = Parameters<Workspace['waitForMessage']>[0];

/** What people see: `messagesFor` and `waitForMessage` as in `Workspace`. */
export interface Readers {
  maySee(personId: string, message: Message): boolean;
  messagesFor(personId: string, channelId: string): readonly Message[];
  waitForMessage(wish: Wish): Promise<Message>;
}

interface Options {
  readonly messages: Messages;
  readonly directory: Directory;
  readonly waiting: Waiting;
}

export function createReaders({ messages, directory, waiting }: Options): Readers {
  const maySee = (personId: string, message: Message): boolean =>
    directory.canRead(personId, message.channelId) &&
    (message.visibleTo === undefined || message.visibleTo === personId);

  const seen = ({ personId, channelId, since = 0 }: Wish): readonly Message[] =>
    messages
      .changedSince(since)
      .filter((message) => (channelId ?? message.channelId) === message.channelId && maySee(personId, message));

  return {
    maySee,
    messagesFor: (personId, channelId) => messages.inChannel(channelId).filter((message) => maySee(personId, message)),
    waitForMessage: (wish) => {
      const { matches = () => true, timeoutMs } = wish;
      return waiting.waitFor({
        find: () => seen(wish).find((message) => matches(message)),
        timeoutMs,
        disappointed: (waitedMs) => disappointed(wish, waitedMs, seen(wish)),
      });
    },
  };
}

function disappointed({ personId, channelId }: Wish, timeoutMs: number, seen: readonly Message[]): Error {
  const where = channelId === undefined ? 'anywhere' : `in ${channelId}`;
  const what = seen.map(({ ts, version, text, blocks }) => `${ts} v${version} (${blocks.length} blocks): ${text}`);
  return new Error(
    `${personId} saw no such message ${where} within ${timeoutMs} ms, but ${what.length} others:\n${what.join('\n')}`,
  );
}
