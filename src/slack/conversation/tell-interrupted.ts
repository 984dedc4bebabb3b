import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';
import { writeTime } from '../blocks/kit/instant.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import { readOrigin } from '../sending/reply-to.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { Reader } from '../words/reader.ts';

/** A request that was acknowledged, and whose replica was killed. */
interface Interrupted {
  readonly key: string;
  readonly owed: { readonly personId: string; readonly channelId: string; readonly askedAt: number };
}

interface Options {
  readonly takeStale: () => Promise<readonly Interrupted[]>;
  readonly drop: (key: string) => Promise<void>;
  readonly recipientOf: RecipientOf;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
  readonly timers: Timers;
  /** How often it is looked for them, milliseconds. */
  readonly everyMs?: number | undefined;
}

/** Tells people whose requests were interrupted. */
export interface TellInterrupted {
  /** Looks for them now, and then from time to time. Returns at once. */
  start(): void;
  /** Resolves when no person is being notified any more. Never rejects. */
  stop(): Promise<void>;
}

const EVERY_MS = 15_000;

/** Answers for replicas that were killed: that what was asked of them came to nothing, or may have. */
export function createTellInterrupted(options: Options): TellInterrupted {
  const { takeStale, drop, recipientOf, directory, log, timers, everyMs = EVERY_MS } = options;
  const ending = new AbortController();
  let running: Promise<void> = Promise.resolve();

  /** A person who can't be reached holds up no others behind them; it is tried again until it is too old. */
  async function tell({ key, owed }: Interrupted): Promise<void> {
    const { personId, channelId, askedAt } = owed;
    try {
      log.warn({ person: personId }, 'a request was interrupted: the replica that had it was killed; saying so');
      const reader = await directory.reader(personId);
      await recipientOf(readOrigin({ personId, channelId }))(interruptedReply(reader, askedAt));
      await drop(key);
    } catch (error) {
      log.warn({ err: error, person: personId }, 'a person whose request was interrupted was not told yet');
    }
  }

  async function look(): Promise<void> {
    while (!ending.signal.aborted) {
      try {
        for (const interrupted of await takeStale()) await tell(interrupted);
      } catch (error) {
        log.warn({ err: error }, 'requests that were interrupted are not looked for: the store can’t be asked');
      }
      await timers.sleep(everyMs, ending.signal).catch(() => {});
    }
  }

  return {
    start() {
      running = look();
    },
    async stop() {
      ending.abort();
      await running;
    },
  };
}

/** What they read. @param askedAt Unix milliseconds */
export function interruptedReply(reader: Reader, askedAt: number): Reply {
  return sentences(reader, reader.words.conversation.interrupted({ time: writeTime(reader, askedAt) }));
}
