import { APP_FAULT } from '../../followstats/audit/audit-ending.ts';
import { reportOfReadings } from '../../followstats/reports/kept-readings.ts';
import type { Logger } from '../../logger.ts';
import { checkCsv } from '../blocks/checks/check-csv.ts';
import { named } from '../blocks/kit/named-account.ts';
import { toCsv } from '../blocks/reports/csv.ts';
import { apologize } from '../conversation/apologize.ts';
import type { ButtonClickArgs } from '../conversation/clicker.ts';
import { type Answered, type Converse, conclude } from '../conversation/conversation.ts';
import type { DeliverAnswer } from '../conversation/deliver-answer.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import { sendCsv } from '../sending/send-csv.ts';
import type { WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';
import type { ReadButtonClick } from './button-click.ts';

interface Options {
  readonly converse: Converse;
  readonly deliverAnswer: DeliverAnswer;
  readonly recipientOf: RecipientOf;
  readonly readButtonClick: ReadButtonClick;
  readonly web: WebClient;
  readonly log: Logger;
}

type CsvFile = Parameters<typeof sendCsv>[3];

/**
 * *CSV*: every row of an answer, as it was shown, as a file in the asker's direct messages. An answer of an older version, of which
 * too little is kept, is read anew; what isn't about accounts then is answered as ever.
 */
export function createOnCsv({ converse, deliverAnswer, recipientOf, readButtonClick, web, log }: Options) {
  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const click = await readButtonClick(args, 'csv');
    if (!click) return;
    const { asker, command, authorization, readings, check: shownCheck } = click;
    const send = recipientOf(click);
    const shown = readings && reportOfReadings(readings);
    const answered = await converse({ asker, command, authorization, entry: 'csv', shown, shownCheck }, send);
    const { answer, reader } = answered;
    const file = fileOf(reader, answer);
    if (!file) return deliverAnswer(answered, send);

    await conclude(answered, async () => {
      const { reply, why } = await sendCsv(reader, { web, log }, asker.personId, file).catch((error: unknown) => ({
        reply: apologize(reader, log, error, 'a CSV ended in a fault of the app'),
        why: APP_FAULT,
      }));
      await send(reply);
      return why;
    });
  };
}

/** @returns `undefined` for an answer that is about no accounts */
function fileOf(reader: Reader, answer: Answered['answer']): CsvFile | undefined {
  if (answer.kind === 'check') {
    const { account, askedAt, rows } = answer.check;
    const about = { at: askedAt, accounts: rows.length, name: 'followstats-check' };
    const title = reader.words.checks.csv.title({ account: named(reader, account), all: rows.length });
    return { ...about, title, content: checkCsv(reader, answer.check) };
  }
  // Also where nothing could be read: the file has what is known last.
  const report = answer.kind === 'report' || answer.kind === 'failed' ? answer.report : undefined;
  return report && { at: report.askedAt, accounts: report.rows.length, content: toCsv(reader, report) };
}
