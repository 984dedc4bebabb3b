import { isPermanentError } from '../../digests/delivery/permanent-errors.ts';
import { type Posting, whatToPost } from '../../digests/delivery/what-to-post.ts';
import type { DraftReport } from '../../digests/report/draft-report.ts';
import { type DigestSpec, readDigestId } from '../../digests/types.ts';
import type { Authorization } from '../../followstats/access/authorize.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';
import type { FormContext, FormNote } from '../blocks/digests/digest-form.ts';
import { previewReply } from '../blocks/digests/digest-preview.ts';
import { previewLines } from '../blocks/digests/preview-lines.ts';
import { describePause, reasonSentence } from '../blocks/digests/run-text.ts';
import { failureSentence } from '../blocks/kit/failure-text.ts';
import type { Sentence } from '../blocks/kit/inline.ts';
import { joinSentences } from '../blocks/kit/join-sentences.ts';
import { postOnce } from '../sending/post-once.ts';
import { outcomeReason } from '../sending/post-outcome.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { PostingClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';

/** Whose preview it is, and of which form. */
interface Preview {
  readonly spec: DigestSpec;
  readonly edited: FormContext['edited'];
  readonly personId: PersonId;
  /** Writes to the audit how it ended. */
  readonly keep: Authorization['keep'];
}

/**
 * Reads the accounts and sends the preview as a direct message.
 * @returns what the form says of it, with how the post begins, also where the message could not be sent
 * @throws `AppError` and bugs, of which nothing is in the audit yet
 */
export type MakePreview = (reader: Reader, preview: Preview) => Promise<FormNote>;

interface Options {
  readonly draftReport: DraftReport;
  readonly posting: PostingClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** The whole time of one preview, milliseconds. */
  readonly timeLimitMs: number;
  readonly timers: Pick<Timers, 'timeout'>;
}

/** Makes a `MakePreview`, which posts with a client that makes each call once. */
export function createMakePreview(options: Options): MakePreview {
  const { draftReport, posting, directory, log, now, timeLimitMs, timers } = options;

  /** @returns why it could not be sent; `undefined` when it was */
  async function send(...[reader, personId, reply]: [Reader, PersonId, ReturnType<typeof previewReply>]) {
    const outcome = await postOnce(posting, reply, {
      channel: personId,
      log,
      reader: async () => reader,
      mayRepeat: true,
    });
    if (outcome.kind === 'posted') return undefined;
    const reason = outcomeReason(outcome);
    log.warn({ reason }, 'a preview could not be sent');
    return reason;
  }

  return async (reader, preview) => {
    const words = reader.words.digestPreview;
    const { spec, edited, personId, keep } = preview;
    const slot = now();
    const [drafted, postReader] = await Promise.all([
      draftReport(spec, {
        id: edited && readDigestId(edited.id),
        slot,
        now,
        options: { signal: timers.timeout(timeLimitMs), caller: personId, priority: 'person' },
      }),
      directory.reader(personId, { language: spec.language, zone: spec.schedule.zone }),
    ]);
    if (drafted.kind === 'no-accounts') {
      keep('failed', { why: drafted.kind });
      return { level: 'error', text: words.noAccounts() };
    }
    if (drafted.kind === 'unread') {
      keep('failed', { accounts: drafted.asked, why: drafted.failure.code });
      return { level: 'error', text: words.notMade(), lines: [failureSentence(reader, drafted.failure)] };
    }
    const { rows, read } = drafted.report;
    const counts = { accounts: rows.length, failed: rows.length - read };
    const posting = whatToPost(spec, { ...drafted, slot }).kind;
    const reply = previewReply(reader, spec, { ...drafted, slot, posting, postReader });
    const unsent = await send(reader, personId, reply);
    keep(unsent === undefined ? 'done' : 'failed', { ...counts, ...(unsent !== undefined && { why: unsent }) });
    const begins = words[BEGINNINGS[posting]]();
    const lines = previewLines(reply, spec.title);
    if (unsent === undefined) return { level: 'success', text: joinSentences(reader, begins, words.sent()), lines };
    const { note, why } = describeUnsent(reader, unsent);
    return { level: 'error', text: joinSentences(reader, note, begins), lines: [...lines, why] };
  };
}

/** What the lines are that stand below the note: the post as it would come now, or as it would come if something had changed. */
const BEGINNINGS = {
  report: 'begins',
  'sign-of-life': 'beginsSignOfLife',
  nothing: 'beginsUnchanged',
} as const satisfies Record<Posting['kind'], string>;

/** That the message didn't come, for the note, which can mention no person; and why, with what this reader can do. */
function describeUnsent(reader: Reader, reason: string): { readonly note: Sentence; readonly why: Sentence } {
  const { notTaken, notAllowed } = reader.words.digestPreview;
  if (!isPermanentError(reason)) return { note: notTaken(), why: [{ code: reason }] };
  const place = reader.words.digests.yourDirectMessages();
  return { note: notAllowed(), why: reasonSentence(reader, describePause(reader, reason, place)) };
}
