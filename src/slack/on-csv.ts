import type { Logger } from '../logger.ts';
import { toCsv } from './blocks/csv.ts';
import { type Reply, sentences } from './blocks/reply.ts';
import type { Converse, SlackAnswer } from './conversation.ts';
import type { PressArgs, ReadPress } from './pressed.ts';
import { isSlackTrouble, platformError, type WebClient } from './web.ts';

interface Options {
  readonly converse: Converse;
  readonly readPress: ReadPress;
  readonly web: WebClient;
  readonly log: Logger;
}

/** *CSV*: every row of an answer as a file in the asker's direct messages. Needs `files:write` and `im:write`. */
export function createOnCsv({ converse, readPress, web, log }: Options) {
  async function upload(answer: SlackAnswer, personId: string): Promise<Reply | undefined> {
    if (answer.kind !== 'report') return undefined;
    try {
      const { channel } = await web.conversations.open({ users: personId });
      if (!channel?.id) throw new Error('conversations.open answered without a channel');
      await web.filesUploadV2({
        channel_id: channel.id,
        filename: `followstats-${new Date(answer.report.askedAt).toISOString().slice(0, 10)}.csv`,
        title: `Follow counts of ${answer.report.rows.length} accounts`,
        content: toCsv(answer.report),
      });
      return sentences(['The CSV with all rows is in your direct messages with this app.']);
    } catch (error) {
      if (!isSlackTrouble(error)) throw error;
      const code = platformError(error);
      log.warn({ error: code ?? error.name }, 'a CSV could not be sent');
      if (!code) return sentences(['Slack did not take the CSV just now; please try again in a minute.']);
      if (code !== 'missing_scope') return sentences([`Slack did not take the CSV (${code}).`]);
      return sentences([
        'This needs the scopes files:write and im:write; whoever runs followstats can add them to the Slack app.',
      ]);
    }
  }

  return async (args: PressArgs): Promise<void> => {
    await args.ack();

    const press = await readPress(args);
    if (!press) return;
    const { command, address } = press;
    const question = { asker: address, command, entry: 'csv' } as const;
    await converse(question, address, { instead: (answer) => upload(answer, address.personId) });
  };
}
