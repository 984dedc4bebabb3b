import type { Digest } from '../../../digests/types.ts';
import type { Announced } from '../../digests/announce.ts';
import { PENDING_READER } from '../../words/pending-reader.ts';
import type { Inline, Sentence } from '../kit/inline.ts';
import { type Reply, sentences } from '../kit/reply.ts';
import { typed } from '../kit/typed.ts';
import { describePause } from './run-text.ts';
import { describeSchedule } from './schedule-text.ts';

/**
 * To whoever saved a digest: what is kept, and how its channel took it.
 * @param announced `undefined` when nothing was posted, since the digest was paused before
 */
export function savedNotice(digest: Digest, announced: Announced | undefined): Reply {
  const { id, state, schedule, nextRunAt } = digest;
  const name: Inline = { bold: `#${id} ${digest.title}` };
  const resume = typed(`digest resume ${id}`);
  const paused = announced?.kind === 'refused' ? announced.reason : state.kind === 'paused' ? state.reason : undefined;
  if (paused) {
    const { what, fix } = describePause(paused);
    return sentences(PENDING_READER, [name, ' is saved, and paused: ', `${what}. ${fix} Then type `, resume, '.']);
  }
  const place: Inline = digest.channelId.startsWith('D') ? 'direct messages' : { channelId: digest.channelId };
  const saved: Sentence = [
    name,
    ' is saved: to ',
    place,
    `, ${describeSchedule(schedule)}. The next one comes `,
    { time: nextRunAt },
    '.',
  ];
  if (announced?.kind !== 'failed') return sentences(PENDING_READER, saved);
  return sentences(PENDING_READER, saved, [
    `The line that tells of it there could not be posted just now (${announced.reason}); the `,
    'digest itself is tried at its time.',
  ]);
}
