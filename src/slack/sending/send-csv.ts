import type { PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { type Sentence, toPlain } from '../blocks/kit/inline.ts';
import { mentionAdmins } from '../blocks/kit/mention-people.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { isSlackError, platformError, type WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';

interface Ways {
  readonly web: WebClient;
  readonly log: Logger;
}

interface CsvFile {
  /** The day it is of, Unix milliseconds; part of its name. */
  readonly at: number;
  readonly accounts: number;
  readonly content: string | Buffer;
  /** What its name begins with; `followstats` where it is left out. */
  readonly name?: string;
  /** By default how many accounts it is about. */
  readonly title?: Sentence;
}

/** What came of it. */
export interface SentCsv {
  /** What is said to the person. */
  readonly reply: Reply;
  /** Why it wasn't sent: Slack's code, or `no-answer`; `undefined` when it was. */
  readonly why: string | undefined;
}

/**
 * Sends a CSV to a person's direct messages. Needs `files:write` and `im:write`.
 * @returns what to say of it, also when Slack didn't take it; rejects with any error that isn't Slack's
 */
export async function sendCsv(
  reader: Reader,
  { web, log }: Ways,
  personId: PersonId,
  { at, accounts, content, name = 'followstats', title }: CsvFile,
): Promise<SentCsv & { readonly sentence: Sentence }> {
  const words = reader.words.sending.csv;
  const said = (sentence: Sentence, why: string | undefined) => ({
    ...{ sentence, why },
    reply: sentences(reader, sentence),
  });
  try {
    const { channel } = await web.conversations.open({ users: personId });
    if (!channel?.id) throw new Error('conversations.open answered without a channel');
    await web.filesUploadV2({
      channel_id: channel.id,
      filename: `${name}-${new Date(at).toISOString().slice(0, 10)}.csv`,
      title: toPlain(title ?? words.title({ accounts })),
      ...(typeof content === 'string' ? { content } : { file: content }),
    });
    return said(words.sent(), undefined);
  } catch (error) {
    if (!isSlackError(error)) throw error;
    const code = platformError(error);
    log.warn({ error: code ?? error.name }, 'a CSV could not be sent');
    return said(describeError(reader, code), code ?? 'no-answer');
  }
}

function describeError(reader: Reader, code: string | undefined): Sentence {
  const words = reader.words.sending.csv;
  if (!code) return words.notTaken();
  return code === 'missing_scope' ? describeMissingScopes(reader) : words.notTakenFor({ code: { code } });
}

/** Scopes are for admins; the others read whom to turn to. */
function describeMissingScopes(reader: Reader): Sentence {
  const { missingScopes, notAllowed, notAllowedOperators } = reader.words.sending.csv;
  if (reader.role === 'admin') return missingScopes();
  if (reader.admins.length === 0) return notAllowedOperators();
  return notAllowed({ admins: mentionAdmins(reader) });
}
