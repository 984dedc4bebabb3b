import { randomUUID } from 'node:crypto';
import type { DigestAnswer } from '../digests/manage.ts';
import type { Failure } from '../errors.ts';
import type { Answer, Question } from '../followstats/answer.ts';
import type { Command } from '../followstats/command.ts';
import { writeLookup } from '../followstats/who.ts';
import type { Logger } from '../logger.ts';
import { apologyReply, progressReply, type Render } from './blocks/answer.ts';
import { type Reply, sentences } from './blocks/reply.ts';
import type { SlackDirectory } from './directory.ts';
import { createProgress } from './progress.ts';
import type { QuestionKeeper } from './question-keeper.ts';
import type { Address, Recipient } from './recipient.ts';
import type { SendOptions } from './response-url.ts';

/** Everything a person can be answered. */
export type SlackAnswer = Answer | DigestAnswer;

interface Options {
  readonly answer: (question: Question) => Promise<SlackAnswer>;
  readonly render: Render;
  readonly directory: Pick<SlackDirectory, 'locale'>;
  readonly keeper: QuestionKeeper;
  readonly recipientOf: (address: Address) => Recipient;
  readonly log: Logger;
  readonly now: () => number;
  /** After so long a person gets a sign that the question is being worked on. */
  readonly progressAfterMs: number;
}

/** What is done with an answer other than showing it as it is. */
export interface Delivery {
  readonly send?: SendOptions;
  readonly sharedBy?: string;
  /**
   * Makes the reply itself, e.g. by sending a file; `undefined` leaves it to the ordinary rendering, `shown` says that
   * nothing is left to send.
   */
  readonly instead?: (answer: SlackAnswer) => Promise<Reply | 'shown' | undefined>;
  /** Where the reply goes in place of the address. */
  readonly to?: Recipient;
}

/**
 * Asks one question and answers one person. Never throws for a failed question; every way it ends is told and logged.
 * Resolves with whether a report was delivered as wanted.
 * @throws when nothing at all can be sent: then there is no one left to tell
 */
export type Converse = (question: Question, address: Address, delivery?: Delivery) => Promise<boolean>;

interface Made {
  readonly reply: Reply | 'shown';
  readonly isReport: boolean;
  readonly options: SendOptions | undefined;
}

/** The one catch of every entry point: what is not an answer becomes an apology with a reference to the log. */
export function createConversation(options: Options): Converse {
  const { answer, render, directory, keeper, recipientOf, log, now, progressAfterMs } = options;

  async function makeReply(question: Question, address: Address, delivery: Delivery): Promise<Made> {
    const startedAt = now();
    const [given, locale] = await Promise.all([answer(question), directory.locale(address.personId)]);
    log.info(
      { person: address.personId, channel: address.channelId, ...measure(given), ms: now() - startedAt },
      'answered',
    );
    const { sharedBy } = delivery;
    const isReport = given.kind === 'report';
    const reply =
      (await delivery.instead?.(given)) ??
      render(given, {
        locale,
        buttonValue: sharedBy ? undefined : buttonValueOf(question.command, keeper),
        sharedBy,
      });
    // Only a report is for everyone: a refusal or a failure stays with whoever pressed the button.
    const isPrivate = !isReport && delivery.send?.response_type === 'in_channel';
    return { reply, isReport, options: isPrivate ? {} : delivery.send };
  }

  /** A public message that Slack may not have taken is never sent again by itself; the person is asked to look. */
  async function deliver(send: Recipient, { reply, options }: Made): Promise<boolean> {
    try {
      if (reply !== 'shown') await send(reply, options);
      return true;
    } catch (error) {
      if (options?.response_type !== 'in_channel') throw error;
      log.warn({ err: error }, 'an answer could not be shared');
      await send(
        sentences(['Slack didn’t confirm that this was shared; look at the channel before you press Share again.']),
      );
      return false;
    }
  }

  return async (question, address, delivery = {}) => {
    const send = delivery.to ?? recipientOf(address);
    const startedAt = now();
    const progress = createProgress(async (accounts) => {
      // On Refresh it stands in the old answer's place, or it would stay below the new one for ever.
      const options = delivery.send?.replace_original ? delivery.send : {};
      await send(progressReply(accounts), options).catch((error: unknown) => {
        log.warn({ err: error }, 'a progress line could not be sent');
      });
    });
    const onLookup = (accounts: number) => progress.start(progressAfterMs - (now() - startedAt), accounts);
    const made = await makeReply({ ...question, onLookup }, address, delivery).catch((error: unknown): Made => {
      const reference = randomUUID().slice(0, 8);
      log.error({ err: error, reference }, 'a question ended in a fault of the app');
      return { reply: apologyReply(reference), isReport: false, options: {} };
    });
    await progress.settle();
    return (await deliver(send, made)) && made.isReport;
  };
}

function buttonValueOf(command: Command, keeper: QuestionKeeper): string | undefined {
  return command.kind === 'lookup' ? keeper.keep(writeLookup(command.who)) : undefined;
}

/** Counts for the log, never names or values. */
function measure(given: SlackAnswer): Record<string, unknown> {
  switch (given.kind) {
    case 'report': {
      const { rows, read, cached, failures } = given.report;
      const reasons = failures.map(({ failure, accounts }) => `${accounts.length} × ${reasonOf(failure)}`);
      return { kind: given.kind, accounts: rows.length, failed: rows.length - read, cached: cached.count, reasons };
    }
    case 'failed':
      return {
        kind: given.kind,
        accounts: given.who?.accounts.length,
        reason: reasonOf(given.error.failure),
        why: given.error.message,
      };
    case 'unsaved':
      return { kind: given.kind, reason: reasonOf(given.error.failure), why: given.error.message };
    case 'refused':
      return { kind: given.kind, reason: given.reason };
    case 'wrong':
      return { kind: given.kind, reason: given.fault.kind };
    case 'changed': {
      const done = given.changes.filter(({ kind }) => kind === 'allowed' || kind === 'revoked').length;
      return { kind: given.kind, subjects: given.changes.length, done };
    }
    case 'list-changed':
      return { kind: given.kind, changed: given.changed, size: given.size };
    default:
      return { kind: given.kind };
  }
}

function reasonOf({ code, upstream, trouble }: Failure): string {
  const own = upstream ? `${code} ${upstream.code}` : code;
  return trouble ? `${own} after ${reasonOf(trouble)}` : own;
}
