import type { AuditEntry } from '../../../src/followstats/audit/audit.ts';
import type { Answer, Invocation } from '../../../src/followstats/commands/answer.ts';
import { toAuditEntries } from '../../../src/followstats/commands/audit-entries.ts';
import { readCommand } from '../../../src/followstats/commands/command.ts';
import type { Reply } from '../../../src/slack/blocks/kit/reply.ts';
import { createButtonValues } from '../../../src/slack/conversation/button-values.ts';
import { createConversation } from '../../../src/slack/conversation/conversation.ts';
import { createRender } from '../../../src/slack/conversation/render.ts';
import type { SendOptions } from '../../../src/slack/sending/response-url.ts';
import { createMemoryValues } from '../../followstats/memory-values.ts';
import { failed } from '../../followstats/reports/sample-lookups.ts';
import { counts, reportOf } from '../blocks/reports/sample-reports.ts';
import { openLog } from '../open-log.ts';
import { readerOf } from '../readers.ts';

export const address = { responseUrl: 'https://hooks/the-secret-part', channelId: 'C1', personId: 'U1' };
export const asks = (text: string): Invocation => ({ asker: address, command: readCommand(text, 100) });
export const report: Answer = {
  kind: 'report',
  report: reportOf([
    ['secret_account', counts(1, 1, 1, 5000)],
    ['other_account', failed('throttled')],
  ]),
};

export type Sending = () => Promise<void>;

export interface Circumstances {
  readonly answer: () => Promise<Answer>;
  /** What sending takes; nothing unless told. */
  readonly sending?: Sending;
  /** Unix milliseconds. */
  readonly now?: () => number;
}

/** A conversation with one person, whose answer and whose way to be reached the test decides. */
export function openConversation({ answer, sending = async () => {}, now = Date.now }: Circumstances) {
  const sent: { readonly text: string; readonly reply: Reply; readonly options: SendOptions | undefined }[] = [];
  const { sink, log } = openLog();
  const recorded: AuditEntry[] = [];
  const values = createMemoryValues();
  const converse = createConversation({
    // As the real use case does: a look-up says so once the asker is let in, and leaves what the audit is to keep.
    answer: async (question) => {
      if (question.command.kind === 'lookup') question.onLookup?.(question.command.who.length);
      const given = await answer();
      question.keep?.(toAuditEntries(question, undefined, given));
      return given;
    },
    render: createRender({ maxAccounts: 100, cacheSeconds: 60 }),
    directory: { reader: async () => readerOf('de-DE') },
    buttonValues: createButtonValues({ values, onLost: (error) => log.warn({ err: error }, 'no buttons'), waitMs: 5 }),
    recipientOf: () => async (reply, options) => {
      await sending();
      sent.push({ text: reply.text, reply, options });
    },
    record: (entries) => recorded.push(...entries),
    log,
    now,
    progressAfterMs: 2000,
  });
  const texts = () => sent.map(({ text }) => text.replace(/ · .*/s, ''));
  return { converse, sent, texts, sink, recorded, values };
}

/** Resolves after so long on the test's clock. */
export const later = <T>(ms: number, value: T) => new Promise<T>((resolve) => setTimeout(resolve, ms, value));
