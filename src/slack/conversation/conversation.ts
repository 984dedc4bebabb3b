import { randomUUID } from 'node:crypto';
import type { DigestAnswer } from '../../digests/commands.ts';
import type { AuditEntry } from '../../followstats/audit/audit.ts';
import { withEnding } from '../../followstats/audit/audit-ending.ts';
import type { Answer, Invocation } from '../../followstats/commands/answer.ts';
import { measureAnswer } from '../../followstats/commands/answer-rows.ts';
import { writeLookup } from '../../followstats/typed/who.ts';
import type { Logger } from '../../logger.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { ContentRejected } from '../sending/content-rejected.ts';
import type { Address, Recipient } from '../sending/recipient.ts';
import { ResponseUrlFailed, type SendOptions } from '../sending/response-url.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { ButtonValues } from './button-values.ts';
import { createProgress } from './progress.ts';
import { apologyReply, progressReply, type Render } from './render.ts';

/** Everything a person can be answered. */
export type SlackAnswer = Answer | DigestAnswer;

interface Options {
  readonly answer: (question: Invocation) => Promise<SlackAnswer>;
  readonly render: Render;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly buttonValues: ButtonValues;
  readonly recipientOf: (address: Address) => Recipient;
  /** Writes to the audit. */
  readonly record: (entries: readonly AuditEntry[]) => void;
  readonly log: Logger;
  readonly now: () => number;
  /** After so long a person gets a sign that the question is being worked on. */
  readonly progressAfterMs: number;
}

/** What is done with an answer other than showing it as it is. */
export interface Delivery {
  readonly send?: SendOptions;
  readonly sharedBy?: string;
  /** Whether the answer takes the place of the message whose button was pressed: whatever it is, or only if it shows counts. */
  readonly replace?: 'with-anything' | 'with-counts' | undefined;
  /**
   * Makes the reply itself, e.g. by sending a file; `undefined` leaves it to the ordinary rendering, `shown` says that
   * nothing is left to send.
   */
  readonly instead?: (answer: SlackAnswer) => Promise<Reply | 'shown' | Attempt | undefined>;
  /** Where the reply goes in place of the address. */
  readonly to?: Recipient;
}

/** What came of something that was tried with an answer. */
export interface Attempt {
  readonly reply: Reply;
  /** Why it failed, in one word for the audit; `undefined` when it was done. */
  readonly why: string | undefined;
}

/**
 * How a question ended. `delivered`: a report is where it was wanted. `unconfirmed`: it was meant for the channel, and may or
 * may not be there. `undelivered`: something else was said, and nothing is in the channel.
 */
export type Ending = 'delivered' | 'unconfirmed' | 'undelivered';

/**
 * Asks one question and answers one person. Never throws for a failed question; every way it ends is told, logged and
 * kept in the audit.
 * @throws when nothing at all can be sent: then there is no one left to tell
 */
export type Converse = (question: Invocation, address: Address, delivery?: Delivery) => Promise<Ending>;

interface Made {
  readonly reply: Reply | 'shown';
  readonly isReport: boolean;
  readonly options: SendOptions | undefined;
  /** Why what was wanted wasn't done, for the audit. */
  readonly why?: string | undefined;
}

/** The one catch of every entry point: what is not an answer becomes an apology with a reference to the log. */
export function createConversation(options: Options): Converse {
  const { answer, render, directory, buttonValues, recipientOf, record, log, now, progressAfterMs } = options;

  async function makeReply(question: Invocation, address: Address, delivery: Delivery): Promise<Made> {
    const startedAt = now();
    const [given, { locale }] = await Promise.all([answer(question), directory.reader(address.personId)]);
    log.info(
      { person: address.personId, channel: address.channelId, ...measureAnswer(given), ms: now() - startedAt },
      'answered',
    );
    const isReport = given.kind === 'report';
    const sending = optionsOf(given, delivery);
    const made = await delivery.instead?.(given);
    if (made && made !== 'shown' && 'reply' in made) return { ...made, isReport, options: sending };
    if (made) return { reply: made, isReport, options: sending };
    const { sharedBy } = delivery;
    const buttonValue = sharedBy ? undefined : await keepQuestion(question, given);
    return { reply: render(given, { locale, buttonValue, sharedBy }), isReport, options: sending };
  }

  /** @returns what the answer's buttons carry; `undefined` where it has none */
  async function keepQuestion({ asker, command }: Invocation, given: SlackAnswer): Promise<string | undefined> {
    if (command.kind !== 'lookup' || (given.kind !== 'report' && given.kind !== 'failed')) return undefined;
    return buttonValues.keep({ asker, question: writeLookup(command.who), hasCounts: hasCounts(given) });
  }

  /** A public message that Slack may not have taken is never sent again by itself; the person is asked to look. */
  async function deliver(
    send: Recipient,
    { reply, options }: Made,
  ): Promise<Exclude<Ending, 'undelivered'> | 'not-taken'> {
    try {
      if (reply !== 'shown') await send(reply, options);
      return 'delivered';
    } catch (error) {
      if (options?.response_type !== 'in_channel') throw error;
      log.warn({ err: error }, 'an answer could not be shared');
      const isSurelyNot = error instanceof ContentRejected || (error instanceof ResponseUrlFailed && !error.mayBeShown);
      await send(sentences([isSurelyNot ? NOT_SHARED : UNCONFIRMED])).catch((trouble: unknown) =>
        log.error({ err: trouble }, 'a person could not be told what came of sharing an answer'),
      );
      return isSurelyNot ? 'not-taken' : 'unconfirmed';
    }
  }

  return async (question, address, delivery = {}) => {
    const send = delivery.to ?? recipientOf(address);
    const startedAt = now();
    const replacing = { replace_original: true } as const;
    const progress = createProgress(async (accounts) => {
      // Below a new answer it would stay for ever, so it stands where that will.
      await send(progressReply(accounts), delivery.replace ? replacing : {}).catch((error: unknown) => {
        log.warn({ err: error }, 'a progress line could not be sent');
      });
    });
    const onLookup = (accounts: number) => {
      // Nothing may take the place of counts but counts: what is read anew may fail.
      if (delivery.replace !== 'with-counts') progress.start(progressAfterMs - (now() - startedAt), accounts);
    };
    const entries: AuditEntry[] = [];
    const keep = (more: readonly AuditEntry[]) => entries.push(...more);
    let why: string | undefined = 'not-sent';
    try {
      const made = await makeReply({ ...question, onLookup, keep }, address, delivery).catch((error: unknown): Made => {
        const reference = randomUUID().slice(0, 8);
        log.error({ err: error, reference }, 'a question ended in a fault of the app');
        const sending = delivery.replace === 'with-anything' ? replacing : {};
        return { reply: apologyReply(reference), isReport: false, options: sending, why: 'fault-of-the-app' };
      });
      await progress.settle();
      const sent = await deliver(send, made);
      why = made.why ?? (sent === 'delivered' ? undefined : sent);
      if (sent === 'unconfirmed') return sent;
      return why === undefined && made.isReport ? 'delivered' : 'undelivered';
    } finally {
      record(withEnding(entries, why));
    }
  };
}

const UNCONFIRMED =
  'Slack didn’t confirm that this was shared. Look at the channel; if it isn’t there, type the command again and share the new answer.';
const NOT_SHARED = 'Slack did not take this for the channel, so it was not shared. Press Share again in a minute.';

const hasCounts = (given: SlackAnswer): boolean => given.kind === 'report' && given.report.read > 0;

/** Only a report is for everyone: a denial or a failure stays with the person who pressed the button. */
function optionsOf(given: SlackAnswer, { send, replace }: Delivery): SendOptions | undefined {
  if (send?.response_type === 'in_channel' && given.kind !== 'report') return {};
  const isInPlace = replace === 'with-anything' || (replace === 'with-counts' && hasCounts(given));
  return isInPlace ? { ...send, replace_original: true } : send;
}
