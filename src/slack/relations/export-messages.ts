import { AppError } from '../../errors.ts';
import type { RelationKind } from '../../followstats/relations/ports.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { Logger } from '../../logger.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { failedReply, notMadeReply } from '../blocks/relations/export-replies.ts';
import { apology, logBug } from '../conversation/apologize.ts';
import { updateMessage } from '../sending/update-message.ts';
import type { WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';
import type { Job } from './export-jobs.ts';

/** The one message in a person's direct messages that says how far their file is, and in the end what came of it. */
export interface ExportMessages {
  /** Puts a reply in the message's place; a failure of Slack's is only logged. */
  say(job: Job, reader: Reader, reply: Reply): Promise<void>;
  /** The same with what failed; anything but an `AppError` is an apology with its reference. */
  sayError(job: Job, reader: Reader, error: unknown): Promise<void>;
}

/** Makes `ExportMessages`. */
export function createExportMessages({ web, log }: { readonly web: WebClient; readonly log: Logger }): ExportMessages {
  async function say(job: Job, reader: Reader, reply: Reply): Promise<void> {
    await updateMessage({ web, log }, job, reader, reply);
  }

  function describe(job: Job, reader: Reader, error: unknown): Reply {
    if (error instanceof AppError) {
      log.warn({ err: error }, 'a file of a list could not be made');
      return failedReply(reader, exportedOf(job), error.failure);
    }
    const reference = logBug(log, error, 'a file of a list ended in a fault of the app');
    return notMadeReply(reader, exportedOf(job), [apology(reader, reference)]);
  }

  return {
    say,
    sayError: (job, reader, error) => say(job, reader, describe(job, reader, error)),
  };
}

/** Which list a job's file is of. */
export function exportedOf({ account, kind }: Job): { readonly account: AccountId; readonly kind: RelationKind } {
  return { account: account as AccountId, kind };
}
