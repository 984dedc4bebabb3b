import type { WebClient } from '../web-api/web-api.ts';
import { isSlackError, reasonOf, retryAfterOf } from '../web-api/web-api.ts';

/** Knows all that the test made in Slack, and takes it away again. */
export interface CleanUp {
  /** A message of the app's. */
  posted(message: { readonly channel?: string | undefined; readonly ts?: string | undefined } | undefined): void;
  /** A message that everyone in the channel sees, of which Slack doesn't say the `ts`. */
  postedSomewhere(text: string): void;
  uploaded(fileId: string): void;
  /** Deletes all of it. @returns a sentence for each thing that is still there; doesn't reject for anything that Slack answers */
  run(): Promise<readonly string[]>;
}

interface Options {
  readonly web: WebClient;
  readonly channelId: string;
  /** When the test began, Unix milliseconds. */
  readonly since: number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** How far this machine's clock and Slack's may differ. */
const CLOCKS_MS = 120_000;
/** Slack takes some fifty deletions a minute. */
const MOST_WAITS = 10;

/** Makes a `CleanUp` for one channel. */
export function createCleanUp({ web, channelId, since, sleep }: Options): CleanUp {
  const messages: { readonly channel: string; readonly ts: string }[] = [];
  const texts = new Set<string>();
  const files: string[] = [];

  /** @returns why it failed */
  async function patiently(call: () => Promise<unknown>): Promise<string | undefined> {
    for (let waits = 0; ; waits += 1) {
      try {
        await call();
        return undefined;
      } catch (error) {
        if (!isSlackError(error)) throw error;
        const seconds = retryAfterOf(error);
        if (seconds === undefined || waits === MOST_WAITS) return reasonOf(error);
        await sleep(seconds * 1000);
      }
    }
  }

  async function findTexts(): Promise<string | undefined> {
    if (texts.size === 0) return undefined;
    return patiently(async () => {
      const { messages: found = [] } = await web.conversations.history({
        channel: channelId,
        limit: 200,
        oldest: String((since - CLOCKS_MS) / 1000),
      });
      for (const { ts, text, bot_id } of found)
        if (ts && bot_id && text !== undefined && texts.has(text)) messages.push({ channel: channelId, ts });
    });
  }

  return {
    posted(message) {
      if (message?.channel && message.ts) messages.push({ channel: message.channel, ts: message.ts });
    },
    postedSomewhere: (text) => void texts.add(text),
    uploaded: (fileId) => void files.push(fileId),
    async run() {
      const left: string[] = [];
      const unfound = await findTexts();
      if (unfound)
        left.push(`${texts.size} messages by a response URL in the channel: they could not be found (${unfound}).`);
      // Answers in threads before what they answer.
      for (const { channel, ts } of messages.toReversed()) {
        const reason = await patiently(() => web.chat.delete({ channel, ts }));
        if (reason && reason !== 'message_not_found')
          left.push(`A message of ${new Date(Number(ts) * 1000).toISOString()} (${reason}).`);
      }
      for (const file of files) {
        const reason = await patiently(() => web.files.delete({ file }));
        if (reason && reason !== 'file_not_found' && reason !== 'file_deleted')
          left.push(`A CSV in direct messages (${reason}).`);
      }
      return left;
    },
  };
}
