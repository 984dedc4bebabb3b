import type { DigestAnswer } from '../../../digests/commands.ts';
import { isLate } from '../../../digests/delivery/plan-slots.ts';
import type { Run } from '../../../digests/runs.ts';
import type { Reader } from '../../words/reader.ts';
import { type Sentence, toBullets, toPlain, toRichText, toText } from '../kit/inline.ts';
import { joinText, type Reply, sentences } from '../kit/reply.ts';
import { nameOf } from './digest-name.ts';
import { describeState } from './digest-state.ts';
import { describeRunReason, describeUnrecognizedState } from './run-text.ts';

/** A digest's last runs, the newest first. */
export function digestLogReply(
  reader: Reader,
  { id, digest, runs }: Extract<DigestAnswer, { kind: 'digest-log' }>,
): Reply {
  const { log } = reader.words.digests;
  const title = digest
    ? log.title({ digest: nameOf(digest), state: describeState(reader, digest) })
    : log.deleted({ id });
  if (runs.length === 0) return sentences(reader, title, log.none());
  const each = runs.map((run) => runSentence(reader, run));
  return {
    text: joinText(reader, [title, ...each].map(toText)),
    renderings: [[toRichText([title, log.newestFirst()]), toBullets(each)]],
  };
}

/** Slot, state, when it came to that, why, and whether late. */
function runSentence(reader: Reader, run: Run): Sentence {
  const { slot, state, changedAt, reason, origin, attempts } = run;
  const post = run.state === 'posted' ? run.post : undefined;
  const { log } = reader.words.digests;
  const isLatePost = post !== undefined && origin === 'schedule' && isLate(slot, post.at);
  const shown = typeof state === 'string' ? toPlain(log.states[state]()) : describeUnrecognizedState(reader, state);
  return log.run({
    slot: { time: slot },
    asked: origin === 'person' ? 'yes' : 'no',
    state: { bold: shown },
    at: { time: post?.at ?? changedAt },
    late: isLatePost ? 'yes' : 'no',
    why: reason ? 'yes' : 'no',
    what: reason ? describeRunReason(reader, reason) : '',
    attempts,
  });
}
