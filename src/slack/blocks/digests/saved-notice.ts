import type { PermanentError } from '../../../digests/delivery/permanent-errors.ts';
import type { Digest } from '../../../digests/types.ts';
import type { Reader } from '../../words/reader.ts';
import { type Reply, sentences } from '../kit/reply.ts';
import { typed } from '../kit/typed.ts';
import { nameOf, placeOf } from './digest-name.ts';
import { describePause } from './run-text.ts';
import { describeSchedule } from './schedule-text.ts';

/** How a channel took the line that announces a saved digest. */
export type Announced =
  | { readonly kind: 'posted' }
  /** No waiting mends it. */
  | { readonly kind: 'refused'; readonly reason: PermanentError }
  /** `reason`: Slack's code, or the kind of failure. */
  | { readonly kind: 'failed'; readonly reason: string };

/**
 * To the person who saved a digest: what is kept, and how its channel took it.
 * @param announced `undefined` when nothing was posted, since the digest was paused before
 */
export function savedNotice(reader: Reader, digest: Digest, announced: Announced | undefined): Reply {
  const { saved, savedPaused, notAnnounced } = reader.words.digests;
  const { id, state, schedule, nextRunAt } = digest;
  const name = nameOf(digest);
  const paused = announced?.kind === 'refused' ? announced.reason : state.kind === 'paused' ? state.reason : undefined;
  if (paused) {
    const resume = typed(`digest resume ${id}`);
    return sentences(reader, savedPaused({ digest: name, ...describePause(reader, paused), resume }));
  }
  const sentence = saved({
    digest: name,
    place: placeOf(reader, digest),
    schedule: describeSchedule(reader, schedule),
    next: { time: nextRunAt },
  });
  if (announced?.kind !== 'failed') return sentences(reader, sentence);
  return sentences(reader, sentence, notAnnounced({ reason: announced.reason }));
}
