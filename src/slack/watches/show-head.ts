import type { Alerts, ShowHead, Watches } from '../../digests/watches/ports.ts';
import type { Logger } from '../../logger.ts';
import { headReply } from '../blocks/watches/alert.ts';
import { rejectedContentOf } from '../sending/content-rejected.ts';
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
 * one that Slack rejects for good (the message is gone) waits for the next change.
 */
export function createShowHead({ watches, alerts, posting, directory, log }: Options): ShowHead {
  async function show(id: Parameters<ShowHead>[0]): Promise<void> {
    const [watch, head] = await Promise.all([watches.read(id), alerts.head(id)]);
    if (!watch || !head) return;
    const [reader, states] = await Promise.all([readerOfWatch(directory, watch), watches.states(id)]);
    const { at, channelId: channel, ts } = head.post;
    const { text, renderings } = headReply(reader, { watch, alert: head.content, since: at, now: at }, states);
    if (text === head.shown) return;
    const metadata = alertMetadata({ run: head.run, watch: id });
    const update = (blocks: readonly unknown[]) =>
      posting.chat.update({ channel, ts, text, blocks: [...blocks] as never, metadata });
    try {
      await update(renderings[0] ?? []).catch((error: unknown) => {
        // The text says the same.
        if (rejectedContentOf(error) === undefined) throw error;
        return update([]);
      });
    } catch (error) {
      const outcome = toPostOutcome(error);
      log.warn({ watch: id, reason: outcomeReason(outcome) }, 'the state of a watch could not be shown');
      if (outcome.kind !== 'rejected') return;
    }
    await alerts.markShown(head.run, text);
  }

  return async (id) => {
    try {
      await show(id);
    } catch (error) {
      log.error({ err: error, watch: id }, 'the state of a watch could not be shown');
    }
  };
}
