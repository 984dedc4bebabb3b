import type { PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { toCsv } from '../blocks/reports/csv.ts';
import type { Converse, SlackAnswer } from '../conversation/conversation.ts';
import { type SentCsv, sendCsv } from '../sending/send-csv.ts';
import type { WebClient } from '../web-api/web-api.ts';
import { PENDING_READER } from '../words/pending-reader.ts';
import type { ButtonClickArgs, ReadButtonClick } from './button-click.ts';

interface Options {
  readonly converse: Converse;
  readonly readButtonClick: ReadButtonClick;
  readonly web: WebClient;
  readonly log: Logger;
}

/** *CSV*: every row of an answer as a file in the asker's direct messages. */
export function createOnCsv({ converse, readButtonClick, web, log }: Options) {
  async function upload(answer: SlackAnswer, personId: PersonId): Promise<SentCsv | undefined> {
    if (answer.kind !== 'report') return undefined;
    const { report } = answer;
    const file = { at: report.askedAt, accounts: report.rows.length, content: toCsv(PENDING_READER, report) };
    return sendCsv({ web, log }, personId, file);
  }

  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const press = await readButtonClick(args, 'csv');
    if (!press) return;
    const { command, address } = press;
    const question = { asker: address, command, entry: 'csv' } as const;
    await converse(question, address, { instead: (answer) => upload(answer, address.personId) });
  };
}
