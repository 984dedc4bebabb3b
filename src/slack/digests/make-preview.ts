import { isPermanentError } from '../../digests/delivery/permanent-errors.ts';
import type { DraftReport } from '../../digests/report/draft-report.ts';
import { type DigestSpec, readDigestId } from '../../digests/types.ts';
import type { Authorization } from '../../followstats/access/authorize.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';
import type { FormContext, FormNote } from '../blocks/digests/digest-form.ts';
import { previewReply } from '../blocks/digests/digest-preview.ts';
import { describePause } from '../blocks/digests/run-text.ts';
import { describeFailure } from '../blocks/kit/failure-text.ts';
import { postOnce } from '../sending/post-once.ts';
import { outcomeReason } from '../sending/post-outcome.ts';
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
 * @returns what the form says of it
 * @throws `AppError` and bugs, of which nothing is in the audit yet
 */
export type MakePreview = (reader: Reader, preview: Preview) => Promise<FormNote>;

interface Options {
  readonly draftReport: DraftReport;
  readonly posting: PostingClient;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** The whole time of one preview, milliseconds. */
  readonly timeLimitMs: number;
  readonly timers: Pick<Timers, 'timeout'>;
}

/** Makes a `MakePreview`, which posts with a client that makes each call once. */
export function createMakePreview({ draftReport, posting, log, now, timeLimitMs, timers }: Options): MakePreview {
  async function send(...[reader, preview, reply]: [Reader, Preview, ReturnType<typeof previewReply>]) {
    const outcome = await postOnce(posting, reply, {
      channel: preview.personId,
      log,
      reader: async () => reader,
      mayRepeat: true,
    });
    if (outcome.kind === 'posted') return undefined;
    const reason = outcomeReason(outcome);
    log.warn({ reason }, 'a preview could not be sent');
    const { notTaken, rejected } = reader.words.digestPreview;
    const text = isPermanentError(reason)
      ? rejected(describePause(reader, reason, reader.words.digests.directMessages()))
      : notTaken({ reason });
    return { reason, text };
  }

  return async (reader, preview) => {
    const words = reader.words.digestPreview;
    const { spec, edited, personId, keep } = preview;
    const slot = now();
    const drafted = await draftReport(spec, {
      id: edited && readDigestId(edited.id),
      slot,
      now,
      options: { signal: timers.timeout(timeLimitMs), caller: personId, priority: 'person' },
    });
    if (drafted.kind === 'no-accounts') {
      keep('failed', { why: drafted.kind });
      return { level: 'error', text: words.noAccounts() };
    }
    if (drafted.kind === 'unread') {
      keep('failed', { accounts: drafted.asked, why: drafted.failure.code });
      return { level: 'error', text: words.unread(describeFailure(reader, drafted.failure)) };
    }
    const { rows, read } = drafted.report;
    const counts = { accounts: rows.length, failed: rows.length - read };
    const notSent = await send(reader, preview, previewReply(reader, spec, { ...drafted, slot }));
    if (notSent) {
      keep('failed', { ...counts, why: notSent.reason });
      return { level: 'error', text: notSent.text };
    }
    keep('done', counts);
    return { level: 'success', text: words.sent() };
  };
}
