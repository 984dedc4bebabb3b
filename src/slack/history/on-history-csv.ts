import { AppError } from '../../errors.ts';
import { APP_FAULT } from '../../followstats/audit/audit-ending.ts';
import type { History } from '../../followstats/history/history.ts';
import type { PersonId } from '../../followstats/ids.ts';
import { NAMES_WAIT_MS, type ReadNames } from '../../followstats/names/ports.ts';
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
import { MOST_READINGS, type WriteHistoryFile } from './write-history-file.ts';

interface Options {
  readonly readButtonClick: ReadButtonClick;
  readonly writeHistoryFile: WriteHistoryFile;
  readonly readNames: ReadNames;
  readonly recipientOf: RecipientOf;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly web: WebClient;
  readonly log: Logger;
}

/** *CSV* below a history: every reading of its accounts in its span, as a file in the asker's direct messages. */
export function createOnHistoryCsv(options: Options) {
  const { readButtonClick, writeHistoryFile, readNames, recipientOf, directory, web, log } = options;

  async function send(reader: Reader, history: History, personId: PersonId): Promise<SentCsv> {
    const { file } = reader.words.history;
    await readNames(
      [...history.accounts, ...history.unkept].map(({ account }) => account),
      { caller: personId, waitMs: NAMES_WAIT_MS },
    );
    const content = await writeHistoryFile(reader, history);
    if (content === undefined) {
      return { reply: sentences(reader, file.tooLarge({ most: MOST_READINGS })), why: 'too-large' };
    }
    const accounts = history.accounts.length;
    const named = { name: 'followstats-history', title: file.title({ accounts }) };
    return sendCsv(reader, { web, log }, personId, { ...named, at: history.at, accounts, content });
  }

  function describeError(reader: Reader, error: unknown): SentCsv {
    if (!(error instanceof AppError)) {
      const reply = apologize(reader, log, error, 'the CSV of a history ended in a fault of the app');
      return { reply, why: APP_FAULT };
    }
    log.warn({ err: error }, 'the CSV of a history could not be read');
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
    const { asker, history, authorization } = click;
    const { decision, admins, keep } = authorization;
    const reader = withAudience(await directory.reader(asker.personId), { role: decision.role, admins });
    if (!history) {
      keep('failed', { why: 'absent' });
      return recipientOf(click)(sentences(reader, reader.words.buttons.expired()));
    }
    const { reply, why } = await send(reader, history, asker.personId).catch((error: unknown) =>
      describeError(reader, error),
    );
    const accounts = history.accounts.length;
    keep(why === undefined ? 'done' : 'failed', { accounts, ...(why !== undefined && { why }) });
    await recipientOf(click)(reply);
  };
}
