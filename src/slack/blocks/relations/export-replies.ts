import type { Failure } from '../../../errors.ts';
import type { RelationKind } from '../../../followstats/relations/ports.ts';
import type { AccountId } from '../../../followstats/types.ts';
import { ACTIONS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { button } from '../kit/button.ts';
import { failureSentence } from '../kit/failure-text.ts';
import type { Sentence } from '../kit/inline.ts';
import { named } from '../kit/named-account.ts';
import { type Reply, sentences } from '../kit/reply.ts';
import { withControls } from '../kit/with-controls.ts';
import { writeListValue } from './page-value.ts';

/** Whose list, and which. */
interface Exported {
  readonly account: AccountId;
  readonly kind: RelationKind;
}

/** How far a file is, with the button that cancels it. @param all how many there are about; `undefined` where that isn't known */
export function progressReplyOf(
  reader: Reader,
  { account, kind }: Exported,
  { jobId, done, all }: { readonly jobId: string; readonly done: number; readonly all: number | undefined },
): Reply {
  const { of, uncounted, cancel } = reader.words.relations.progress;
  const about = { account: named(reader, account), done };
  const said = all === undefined ? uncounted[kind](about) : of[kind]({ ...about, all });
  return withControls(sentences(reader, said), [button(ACTIONS.relationsCancel, cancel, jobId)]);
}

/** The file is there. */
export function doneReply(
  reader: Reader,
  { account, kind }: Exported,
  { rows, unreadable, most }: { readonly rows: number; readonly unreadable: number; readonly most: number | undefined },
): Reply {
  const { done, cut, unreadable: leftOut } = reader.words.relations.progress;
  return sentences(
    reader,
    done[kind]({ account: named(reader, account), rows }),
    ...(most === undefined ? [] : [cut({ most })]),
    ...(unreadable > 0 ? [leftOut({ items: unreadable })] : []),
  );
}

/** Its person didn't want it any more. */
export function cancelledReply(reader: Reader, { account, kind }: Exported): Reply {
  return sentences(reader, reader.words.relations.progress.cancelled[kind]({ account: named(reader, account) }));
}

/** It wasn't made, and why; with the button that begins again, where that may help. */
export function notMadeReply(reader: Reader, exported: Exported, why: readonly Sentence[], mayPass = true): Reply {
  const { failed, again } = reader.words.relations.progress;
  const { account, kind } = exported;
  const said = sentences(reader, failed[kind]({ account: named(reader, account) }), ...why);
  return mayPass ? withControls(said, [button(ACTIONS.relationsCsv, again, writeListValue(exported))]) : said;
}

/** The same for what Chat answered. */
export function failedReply(reader: Reader, exported: Exported, failure: Failure): Reply {
  return notMadeReply(reader, exported, [failureSentence(reader, failure)]);
}

/** The app was stopped meanwhile. */
export function stoppedReply(reader: Reader, exported: Exported): Reply {
  return notMadeReply(reader, exported, [reader.words.relations.progress.stopped()]);
}

/** The app was stopped while Slack took the file, so that it isn't known whether it is there. */
export function unconfirmedReply(reader: Reader, exported: Exported): Reply {
  const { unconfirmed, again } = reader.words.relations.progress;
  return withControls(sentences(reader, unconfirmed()), [
    button(ACTIONS.relationsCsv, again, writeListValue(exported)),
  ]);
}
