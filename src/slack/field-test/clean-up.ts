import type { WebClient } from '../web-api/web-api.ts';
import { isSlackError, platformError, reasonOf, retryAfterOf } from '../web-api/web-api.ts';

/** Knows all that the test made in Slack, and takes it away again. */
export interface CleanUp {
  /** A message of the app's. */
  posted(message: { readonly channel?: string | undefined; readonly ts?: string | undefined } | undefined): void;
  /** A message that may stand in the channel, of which Slack doesn't say the `ts`. */
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
/** A deletion that got no answer may have been made, and can be made again; so after this long. */
const UNANSWERED_MS = 1000;
/** In a row. From the third on a call is made once, and after the tenth none is, which each would take ten seconds. */
const MOST_UNANSWERED = { again: 3, atAll: 10 };
/** Of 200 messages each. */
const MOST_PAGES = 10;

/** Makes a `CleanUp` for one channel. */
export function createCleanUp({ web, channelId, since, sleep }: Options): CleanUp {
  const messages: { readonly channel: string; readonly ts: string }[] = [];
  const texts = new Set<string>();
  const files: string[] = [];
  let unanswered = 0;

  /** @returns how long to wait before the same call again; `undefined` when it is not made again */
  function waitAfter(error: Error): number | undefined {
    const seconds = retryAfterOf(error);
    unanswered = seconds === undefined && platformError(error) === undefined ? unanswered + 1 : 0;
    if (seconds !== undefined) return seconds * 1000;
    return unanswered > 0 && unanswered < MOST_UNANSWERED.again ? UNANSWERED_MS : undefined;
  }

  /** @returns why it failed */
  async function patiently(call: () => Promise<unknown>): Promise<string | undefined> {
    if (unanswered >= MOST_UNANSWERED.atAll) return 'no answer';
    for (let waits = 0; ; waits += 1) {
      try {
        await call();
        unanswered = 0;
        return undefined;
      } catch (error) {
        if (!isSlackError(error)) throw error;
        const waitMs = waitAfter(error);
        if (waitMs === undefined || waits === MOST_WAITS) return reasonOf(error);
        await sleep(waitMs);
      }
    }
  }

  async function findTexts(): Promise<string | undefined> {
    if (texts.size === 0) return undefined;
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const unfound = await patiently(async () => {
        const { messages: found = [], response_metadata: more } = await web.conversations.history({
          ...{ channel: channelId, limit: 200, oldest: String((since - CLOCKS_MS) / 1000) },
          ...(cursor && { cursor }),
        });
        for (const { ts, text, bot_id } of found)
          if (ts && bot_id && text !== undefined && texts.has(text)) messages.push({ channel: channelId, ts });
        cursor = more?.next_cursor;
      });
      if (unfound || !cursor) return unfound;
    }
    return 'too many messages since';
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
      if (unfound) left.push(`Up to ${texts.size} messages in the channel that could not be looked for (${unfound}).`);
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
