import type { Logger } from '../logger.ts';
import { toCsv } from './blocks/csv.ts';
import type { Reply } from './blocks/reply.ts';
import type { Converse, SlackAnswer } from './conversation.ts';
import type { PressArgs, ReadPress } from './pressed.ts';
import { sendCsv } from './send-csv.ts';
import type { WebClient } from './web.ts';

interface Options {
  readonly converse: Converse;
  readonly readPress: ReadPress;
  readonly web: WebClient;
  readonly log: Logger;
}

/** *CSV*: every row of an answer as a file in the asker's direct messages. */
export function createOnCsv({ converse, readPress, web, log }: Options) {
  async function upload(answer: SlackAnswer, personId: string): Promise<Reply | undefined> {
    if (answer.kind !== 'report') return undefined;
    const { report } = answer;
    const file = { at: report.askedAt, accounts: report.rows.length, content: toCsv(report) };
    return sendCsv({ web, log }, personId, file);
  }

  return async (args: PressArgs): Promise<void> => {
    await args.ack();

    const { command, address } = await readPress(args);
    const question = { asker: address, command, entry: 'csv' } as const;
    await converse(question, address, { instead: (answer) => upload(answer, address.personId) });
  };
}
