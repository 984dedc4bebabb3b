import type { PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { isSlackError, platformError, type WebClient } from '../web-api/web-api.ts';
import { PENDING_READER } from '../words/pending-reader.ts';

interface Ways {
  readonly web: WebClient;
  readonly log: Logger;
}

interface CsvFile {
  /** The day it is of, Unix milliseconds; part of its name. */
  readonly at: number;
  readonly accounts: number;
  readonly content: string;
}

/** What came of it. */
export interface SentCsv {
  /** What the person is told. */
  readonly reply: Reply;
  /** Why it wasn't sent: Slack's code, or `no-answer`; `undefined` when it was. */
  readonly why: string | undefined;
}

/**
 * Sends a CSV to a person's direct messages. Needs `files:write` and `im:write`.
 * @throws what is no trouble of Slack's
 */
export async function sendCsv(
  { web, log }: Ways,
  personId: PersonId,
  { at, accounts, content }: CsvFile,
): Promise<SentCsv> {
  try {
    const { channel } = await web.conversations.open({ users: personId });
    if (!channel?.id) throw new Error('conversations.open answered without a channel');
    await web.filesUploadV2({
      channel_id: channel.id,
      filename: `followstats-${new Date(at).toISOString().slice(0, 10)}.csv`,
      title: `Follow counts of ${accounts} accounts`,
      content,
    });
    return {
      reply: sentences(PENDING_READER, ['The CSV with all rows is in your direct messages with this app.']),
      why: undefined,
    };
  } catch (error) {
    if (!isSlackError(error)) throw error;
    const code = platformError(error);
    log.warn({ error: code ?? error.name }, 'a CSV could not be sent');
    return { reply: sentences(PENDING_READER, [describeTrouble(code)]), why: code ?? 'no-answer' };
  }
}

function describeTrouble(code: string | undefined): string {
  if (!code) return 'Slack did not take the CSV just now; please try again in a minute.';
  if (code !== 'missing_scope') return `Slack did not take the CSV (${code}).`;
  return 'This needs the scopes files:write and im:write; whoever runs followstats can add them to the Slack app.';
}
