import { AppError } from '../../errors.ts';
import { APP_FAULT } from '../../followstats/audit/audit-ending.ts';
import type { Changes } from '../../followstats/changes/changes.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { describeFailure } from '../blocks/kit/failure-text.ts';
import { joinSentences } from '../blocks/kit/join-sentences.ts';
import { sentences } from '../blocks/kit/reply.ts';
import { apologize } from '../conversation/apologize.ts';
import type { ButtonClickArgs } from '../conversation/clicker.ts';
import type { ReadButtonClick } from '../lookups/button-click.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import { type SentCsv, sendCsv } from '../sending/send-csv.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';
import { type Reader, withAudience } from '../words/reader.ts';
import { MOST_EVENTS, type WriteChangesFile } from './write-changes-file.ts';

interface Options {
  readonly readButtonClick: ReadButtonClick;
  readonly writeChangesFile: WriteChangesFile;
  readonly recipientOf: RecipientOf;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly web: WebClient;
  readonly log: Logger;
}

/** *CSV* below the answer of who came and left: all of them, as a file in the asker's direct messages. */
export function createOnChangesCsv(options: Options) {
  const { readButtonClick, writeChangesFile, recipientOf, directory, web, log } = options;

  async function send(reader: Reader, changes: Changes, personId: PersonId): Promise<SentCsv> {
    const { file } = reader.words.changes;
    const content = await writeChangesFile(reader, changes);
    if (content === undefined) {
      return { reply: sentences(reader, file.tooLarge({ most: MOST_EVENTS })), why: 'too-large' };
    }
    const accounts = changes.ledgers.length;
    const named = { name: 'followstats-changes', title: file.title({ accounts }) };
    return sendCsv(reader, { web, log }, personId, { ...named, at: changes.at, accounts, content });
  }

  function describeError(reader: Reader, error: unknown): SentCsv {
    if (!(error instanceof AppError)) {
      const reply = apologize(reader, log, error, 'the CSV of who came and left ended in a fault of the app');
      return { reply, why: APP_FAULT };
    }
    log.warn({ err: error }, 'the CSV of who came and left could not be read');
    const { what } = describeFailure(reader, error.failure);
    return {
      reply: sentences(reader, joinSentences(reader, what, reader.words.buttons.again())),
      why: error.failure.code,
    };
  }

  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const click = await readButtonClick(args, 'csv');
    if (!click) return;
    const { asker, changes, authorization } = click;
    const { decision, admins, keep } = authorization;
    const reader = withAudience(await directory.reader(asker.personId), { role: decision.role, admins });
    if (!changes) {
      keep('failed', { why: 'absent' });
      return recipientOf(click)(sentences(reader, reader.words.buttons.expired()));
    }
    const { reply, why } = await send(reader, changes, asker.personId).catch((error: unknown) =>
      describeError(reader, error),
    );
    const accounts = changes.ledgers.length;
    keep(why === undefined ? 'done' : 'failed', { accounts, ...(why !== undefined && { why }) });
    await recipientOf(click)(reply);
  };
}
