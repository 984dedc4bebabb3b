import type { AlertPost, PrepareAlert } from '../../digests/watches/ports.ts';
import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { alertReply, headReply } from '../blocks/watches/alert.ts';
import type { FindFreshPost } from '../digests/digest-finder.ts';
import { ALERT_EVENT } from '../names.ts';
import { type PostMetadata, postOnce } from '../sending/post-once.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { PostingClient } from '../web-api/web-api.ts';
import { readerOfWatch } from './watch-reader.ts';

interface Options {
  readonly posting: PostingClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
  readonly findFreshPost: FindFreshPost;
  /** How long Slack may take to show a post in the channel's history, milliseconds. */
  readonly settleMs: number;
  readonly timers: Pick<Timers, 'sleep'>;
}

/** What an alert carries, by which it is found again: its delivery id. */
export const alertMetadata = ({ run, watch }: { readonly run: string; readonly watch: string }): PostMetadata => ({
  event_type: ALERT_EVENT,
  event_payload: { delivery_id: run, watch_id: watch },
});

/** Renders a watch's alert in its owner's words, and posts it once: into the thread of an earlier one, or as the head of its own. */
export function createAlertPoster(options: Options): PrepareAlert {
  const { posting, directory, log, findFreshPost, settleMs, timers } = options;

  async function render({ digest: watch, run, content }: AlertPost): Promise<Reply> {
    const { alert, head, states } = content;
    const reader = await readerOfWatch(directory, watch);
    const facts = { watch, alert, since: head?.post.at ?? run.slot, now: run.slot };
    return head ? alertReply(reader, facts) : headReply(reader, facts, states);
  }

  return async (post) => {
    const reply = await render(post);
    const { digest: watch, run, content } = post;
    const { head } = content;
    async function lookForPost() {
      await timers.sleep(settleMs);
      return findFreshPost(run.id, watch.channelId);
    }
    return (isStillOurs) =>
      postOnce(posting, reply, {
        channel: head?.post.channelId ?? watch.channelId,
        threadTs: head?.post.ts,
        log,
        reader: () => readerOfWatch(directory, watch),
        metadata: alertMetadata({ run: run.id, watch: watch.id }),
        mayGoOn: isStillOurs,
        lookForPost,
      });
  };
}
