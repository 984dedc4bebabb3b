import { isWaitedFor } from '../../digests/delivery/back-off.ts';
import { isLate } from '../../digests/delivery/plan-slots.ts';
import type { DigestPost, FindPost, PostOutcome, PrepareDigest } from '../../digests/ports.ts';
import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';
import { digestReply } from '../blocks/digests/digest-post.ts';
import { signOfLifeReply } from '../blocks/digests/sign-of-life.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { DIGEST_EVENT } from '../names.ts';
import { postOnce } from '../sending/post-once.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { PostingClient } from '../web-api/web-api.ts';
import type { FindFreshPost } from './digest-finder.ts';
import { readerOfDigest } from './digest-reader.ts';

interface Options {
  readonly posting: PostingClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
  readonly findFreshPost: FindFreshPost;
  /** Looks for a post that an earlier store may have made. */
  readonly findPost: FindPost;
  /** How long Slack may take to show a post in the channel's history, milliseconds. */
  readonly settleMs: number;
  readonly timers: Pick<Timers, 'sleep'>;
}

/** Renders a digest's post in its owner's words, and posts it with its delivery id in the metadata, by which it is found again. */
export function createDigestPoster(options: Options): PrepareDigest {
  const { posting, directory, log, findFreshPost, findPost, settleMs, timers } = options;

  async function render({ digest, run, content }: DigestPost): Promise<Reply> {
    const reader = await readerOfDigest(directory, digest);
    if (content.kind === 'sign-of-life') return signOfLifeReply(reader, digest, { ...content, now: run.slot });
    const { report, chart, missedBefore } = content;
    const { title, schedule } = digest;
    return digestReply(reader, report, {
      title,
      schedule,
      slot: run.slot,
      isLate: content.isLate,
      missedBefore,
      chart,
      run: run.id,
    });
  }

  /**
   * A slot that was due while the app was down may have been posted all the same, by a store that was lost since: one that was put
   * back from a backup doesn't know. Many digests look at once then, of which Slack may put some off; a channel that can't be searched
   * gets the post twice rather than never.
   */
  async function findEarlier({ digest, run }: DigestPost, now: () => number): Promise<PostOutcome | undefined> {
    if (run.origin !== 'schedule' || !isLate(run.slot, run.firstTriedAt ?? run.changedAt)) return undefined;
    const found = await findPost({ ...run, firstTriedAt: undefined }, digest);
    if (found.kind === 'rate-limited') return isWaitedFor(run, now(), found.retryAfterMs) ? found : undefined;
    if (found.kind !== 'found' || found.post.ts === undefined) return undefined;
    return { kind: 'posted', channelId: found.post.channelId, ts: found.post.ts };
  }

  return async (post, now) => {
    const earlier = await findEarlier(post, now);
    if (earlier) return async () => earlier;
    const reply = await render(post);
    const { digest, run } = post;
    const metadata = {
      event_type: DIGEST_EVENT,
      event_payload: { delivery_id: run.id, digest_id: digest.id, slot: run.slot },
    };
    const { channelId: channel } = digest;
    async function lookForPost() {
      await timers.sleep(settleMs);
      return findFreshPost(run.id, channel);
    }
    const reader = () => readerOfDigest(directory, digest);
    return (isStillOurs) =>
      postOnce(posting, reply, { channel, log, reader, metadata, mayGoOn: isStillOurs, lookForPost });
  };
}
