import type { Alerts, ShowHead, Watches } from '../../digests/watches/ports.ts';
import type { Logger } from '../../logger.ts';
import { LIMITS } from '../blocks/kit/limits.ts';
import { headReply } from '../blocks/watches/alert.ts';
import { ContentRejected, isHalfDone, rejectedContentOf } from '../sending/content-rejected.ts';
import { deliver, type Message } from '../sending/deliver.ts';
import { outcomeReason, toPostOutcome } from '../sending/post-outcome.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { PostingClient } from '../web-api/web-api.ts';
import { alertMetadata } from './alert-poster.ts';
import { readerOfWatch } from './watch-reader.ts';

interface Options {
  readonly watches: Pick<Watches, 'read' | 'states'>;
  readonly alerts: Pick<Alerts, 'head' | 'markShown'>;
  readonly posting: PostingClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
}

/**
 * Shows the present state in the message that heads a watch's latest thread, by `chat.update`, which posts nothing. Slack is asked
 * only when what the message says has changed. A change that failed isn't kept as shown, so that the next alert or look repeats it;
 * one that the same call would fail with again (the message is gone) waits for the next change.
 */
export function createShowHead({ watches, alerts, posting, directory, log }: Options): ShowHead {
  async function show(id: Parameters<ShowHead>[0]): Promise<void> {
    const [watch, head] = await Promise.all([watches.read(id), alerts.head(id)]);
    if (!watch || !head) return;
    const [reader, states] = await Promise.all([readerOfWatch(directory, watch), watches.states(id)]);
    const { at, channelId: channel, ts } = head.post;
    const reply = headReply(reader, { watch, alert: head.content, since: at, now: at }, states);
    if (reply.text === head.shown) return;
    const metadata = alertMetadata({ run: head.run, watch: id });

    async function update({ text, blocks }: Message): Promise<void> {
      try {
        await posting.chat.update({ channel, ts, text, blocks: [...blocks] as never, metadata });
      } catch (error) {
        const code = rejectedContentOf(error);
        throw code === undefined ? error : new ContentRejected(code);
      }
    }

    try {
      await deliver(reply, update, {
        log,
        reader: async () => reader,
        // The alert itself stands there, which gives way to no sentence about the message.
        hasLastWord: false,
        mostInBlocks: LIMITS.messageCharacters,
      });
    } catch (error) {
      const reason = error instanceof ContentRejected ? error.code : outcomeReason(toPostOutcome(error));
      log.warn({ watch: id, reason }, 'the state of a watch could not be shown');
      if (!(error instanceof ContentRejected) || isHalfDone(error.code)) return;
    }
    await alerts.markShown(head.run, reply.text);
  }

  return async (id) => {
    try {
      await show(id);
    } catch (error) {
      log.error({ err: error, watch: id }, 'the state of a watch could not be shown');
    }
  };
}
