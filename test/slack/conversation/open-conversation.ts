import type { AuditEntry } from '../../../src/followstats/audit/audit.ts';
import type { Answer, Invocation } from '../../../src/followstats/commands/answer.ts';
import { toAuditEntries } from '../../../src/followstats/commands/audit-entries.ts';
import { readCommand } from '../../../src/followstats/commands/command.ts';
import type { Reply } from '../../../src/slack/blocks/kit/reply.ts';
import { ADMISSION, createAdmission } from '../../../src/slack/conversation/admission.ts';
import { createButtonValues } from '../../../src/slack/conversation/button-values.ts';
import { createConversation } from '../../../src/slack/conversation/conversation.ts';
import { createDeliverAnswer, createPrepareReply } from '../../../src/slack/conversation/deliver-answer.ts';
import { createRender } from '../../../src/slack/conversation/render.ts';
import type { Recipient } from '../../../src/slack/sending/recipient.ts';
import type { SendOptions } from '../../../src/slack/sending/response-url.ts';
import { createMemoryValues } from '../../followstats/memory-values.ts';
import { failed, resolvedOf } from '../../followstats/reports/sample-lookups.ts';
import { counts, reportOf } from '../blocks/reports/sample-reports.ts';
import { openLog } from '../open-log.ts';
import { readerOf } from '../readers.ts';

export const asker = { personId: 'U1', channelId: 'C1' };
export const asks = (text: string): Invocation => ({ asker, command: readCommand(text, 100) });
export const report: Answer = {
  kind: 'report',
  report: reportOf([
    ['secret_account', counts(1, 1, 1, 5000)],
    ['other_account', failed('throttled')],
  ]),
};

/** A report with a bug: nothing can render it. */
export const unrenderable: Answer = {
  kind: 'report',
  report: { ...reportOf([['a', counts(1)]]), rows: [undefined as never] },
};

export type Sending = () => Promise<void>;

export interface Circumstances {
  readonly answer: () => Promise<Answer>;
  /** What sending takes; by default nothing. */
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
  const directory = { reader: async () => readerOf('de-DE') };
  const converse = createConversation({
    admission: createAdmission({ ...ADMISSION, delayMs: () => 0, timeLimitMs: 25_000 }),
    // As the real use case does: a look-up says so once the asker is let in, and leaves what the audit is to keep.
    answer: async (invocation) => {
      if (invocation.command.kind === 'lookup') invocation.onLookup?.(resolvedOf());
      const given = await answer();
      invocation.keep?.(toAuditEntries(invocation, undefined, given));
      return given;
    },
    directory,
    record: (entries) => recorded.push(...entries),
    log,
    now,
    progressAfterMs: 2000,
    timeLimitMs: 25_000,
  });
  const prepareReply = createPrepareReply({
    render: createRender({ maxAccounts: 100, cacheSeconds: 60 }),
    buttonValues: createButtonValues({
      ...{ values, waitMs: 5, gatheredMs: 0 },
      onLost: (error) => log.warn({ err: error }, 'no buttons'),
    }),
    turns: { take: async () => {} },
    log,
  });
  const deliverAnswer = createDeliverAnswer(prepareReply);
  const send: Recipient = async (reply, options) => {
    await sending();
    sent.push({ text: reply.text, reply, options });
  };
  const texts = () => sent.map(({ text }) => text.replace(/\n.*/s, ''));
  return {
    /** Asks as a command does, and sends the answer. */
    ask: async (typed: string) => deliverAnswer(await converse(asks(typed), send), send),
    sent,
    texts,
    sink,
    recorded,
    values,
    /** What listeners are made with. */
    parts: { converse, prepareReply, deliverAnswer, recipientOf: () => send, directory, log, now },
  };
}

/** How each entry of the audit ended, and why. */
export const outcomesOf = (entries: readonly AuditEntry[]) =>
  entries.map(({ outcome, details }) => [outcome, details.why]);

/** Resolves after so long on the test's clock. */
export const later = <T>(ms: number, value: T) => new Promise<T>((resolve) => setTimeout(resolve, ms, value));
