import { AppError } from '../../errors.ts';
import { APP_FAULT } from '../../followstats/audit/audit-ending.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { describeFailure } from '../blocks/kit/failure-text.ts';
import type { Sentence } from '../blocks/kit/inline.ts';
import { joinSentences } from '../blocks/kit/join-sentences.ts';
import { sentences } from '../blocks/kit/reply.ts';
import { apologize } from '../conversation/apologize.ts';
import type { ButtonClickArgs } from '../conversation/clicker.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import { type SentCsv, sendCsv } from '../sending/send-csv.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';
import { type Reader, withAudience } from '../words/reader.ts';
import type { ButtonClick, ReadButtonClick } from './button-click.ts';

/** What sending a file needs. */
export interface FileCsvOptions {
  readonly readButtonClick: ReadButtonClick;
  readonly recipientOf: RecipientOf;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly web: WebClient;
  readonly log: Logger;
}

/** The file of all that lies behind what an answer showed. */
interface FileBehind<Shown> {
  /** What its name begins with. */
  readonly name: string;
  /** What it is of, for the log. */
  readonly of: string;
  /** What the answer showed; `undefined` for one of another kind. */
  readonly shownBy: (click: ButtonClick) => Shown | undefined;
  /** How many accounts it has something of. */
  readonly countAccounts: (shown: Shown) => number;
  /** What is in it; `undefined` when that is too much for one file. Rejects with an `AppError` when it can't be read. */
  readonly write: (reader: Reader, shown: Shown, personId: PersonId) => Promise<string | undefined>;
  readonly words: (
    words: Reader['words'],
    accounts: number,
  ) => { readonly title: Sentence; readonly tooLarge: Sentence };
}

/** *CSV* below an answer that shows only a part of what is kept: all of it, as a file in the asker's direct messages. */
export function createOnFileCsv<Shown extends { readonly at: number }>(
  { readButtonClick, recipientOf, directory, web, log }: FileCsvOptions,
  file: FileBehind<Shown>,
) {
  async function send(reader: Reader, shown: Shown, personId: PersonId): Promise<SentCsv> {
    const accounts = file.countAccounts(shown);
    const { title, tooLarge } = file.words(reader.words, accounts);
    const content = await file.write(reader, shown, personId);
    if (content === undefined) return { reply: sentences(reader, tooLarge), why: 'too-large' };
    return sendCsv(reader, { web, log }, personId, { name: file.name, title, at: shown.at, accounts, content });
  }

  function describeError(reader: Reader, error: unknown): SentCsv {
    if (!(error instanceof AppError)) {
      const reply = apologize(reader, log, error, `the CSV of ${file.of} ended in a fault of the app`);
      return { reply, why: APP_FAULT };
    }
    log.warn({ err: error }, `the CSV of ${file.of} could not be read`);
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
    const { asker, authorization } = click;
    const { decision, admins, keep } = authorization;
    const reader = withAudience(await directory.reader(asker.personId), { role: decision.role, admins });
    const shown = file.shownBy(click);
    if (!shown) {
      keep('failed', { why: 'absent' });
      return recipientOf(click)(sentences(reader, reader.words.buttons.expired()));
    }
    const { reply, why } = await send(reader, shown, asker.personId).catch((error: unknown) =>
      describeError(reader, error),
    );
    keep(why === undefined ? 'done' : 'failed', {
      accounts: file.countAccounts(shown),
      ...(why !== undefined && { why }),
    });
    await recipientOf(click)(reply);
  };
}
