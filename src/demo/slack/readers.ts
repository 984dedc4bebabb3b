import type { Directory } from './directory.ts';
import type { Messages } from './messages.ts';
import type { Message } from './types.ts';
import type { Workspace } from './workspace-types.ts';

type Wish = Parameters<Workspace['waitForMessage']>[0];

const PATIENCE_MS = 10_000;

/** What people see: `messagesFor` and `waitForMessage` as in `Workspace`. */
export interface Readers {
  maySee(personId: string, message: Message): boolean;
  messagesFor(personId: string, channelId: string): readonly Message[];
  waitForMessage(wish: Wish): Promise<Message>;
  /** Rejects all who still wait. */
  close(): void;
}

export function createReaders({ messages, directory }: { messages: Messages; directory: Directory }): Readers {
  const waiting = new Set<(error: Error) => void>();

  const maySee = (personId: string, message: Message): boolean =>
    directory.canRead(personId, message.channelId) &&
    (message.visibleTo === undefined || message.visibleTo === personId);

  const seen = ({ personId, channelId, since = 0 }: Wish): readonly Message[] =>
    messages
      .all()
      .filter((message) => channelId === undefined || message.channelId === channelId)
      .filter((message) => messages.changedAt(message.ts) > since && maySee(personId, message))
      .toSorted((a, b) => messages.changedAt(a.ts) - messages.changedAt(b.ts));

  return {
    maySee,
    messagesFor: (personId, channelId) =>
      messages.all().filter((message) => message.channelId === channelId && maySee(personId, message)),
    waitForMessage: (wish) => {
      const { matches = () => true, timeoutMs = PATIENCE_MS } = wish;
      return new Promise((resolve, reject) => {
        const settle = (finish: () => void): void => {
          clearTimeout(timer);
          stop();
          waiting.delete(fail);
          finish();
        };
        const fail = (error: Error): void => settle(() => reject(error));
        const look = (): void => {
          try {
            const found = seen(wish).find((message) => matches(message));
            if (found) settle(() => resolve(found));
          } catch (error) {
            fail(error instanceof Error ? error : new Error(String(error)));
          }
        };
        const timer = setTimeout(() => fail(disappointed(wish, timeoutMs, seen(wish))), timeoutMs);
        const stop = messages.onChange(look);
        waiting.add(fail);
        look();
      });
    },
    close: () => {
      for (const fail of [...waiting]) fail(new Error('The workspace closed before such a message came'));
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
