import { randomUUID } from 'node:crypto';
import type { Answer, Question } from '../followstats/answer.ts';
import { type Command, writeLookup } from '../followstats/command.ts';
import type { Logger } from '../logger.ts';
import { apologyReply, progressReply, type Render } from './blocks/answer.ts';
import type { Reply } from './blocks/reply.ts';
import type { SlackDirectory } from './directory.ts';
import type { QuestionKeeper } from './question-keeper.ts';
import type { Address, Recipient } from './recipient.ts';
import type { SendOptions } from './response-url.ts';

/** After this a person gets a sign that the question is being worked on. */
const PROGRESS_AFTER_MS = 2000;

interface Options {
  readonly answer: (question: Question) => Promise<Answer>;
  readonly render: Render;
  readonly directory: SlackDirectory;
  readonly keeper: QuestionKeeper;
  readonly recipientOf: (address: Address) => Recipient;
  readonly log: Logger;
  readonly now: () => number;
}

/** What is done with an answer other than showing it as it is. */
export interface Delivery {
  readonly send?: SendOptions;
  readonly sharedBy?: string;
  /** Makes the reply itself, e.g. by sending a file; `undefined` leaves it to the ordinary rendering. */
  readonly instead?: (answer: Answer) => Promise<Reply | undefined>;
}

/**
 * Asks one question and answers one person. Never throws for a failed question; every way it ends is told and logged.
 * Resolves with whether the answer was a report.
 */
export type Converse = (question: Question, address: Address, delivery?: Delivery) => Promise<boolean>;

interface Made {
  readonly reply: Reply;
  readonly isReport: boolean;
  readonly options: SendOptions | undefined;
}

/** The one catch of every entry point: what is not an answer becomes an apology with a reference to the log. */
export function createConversation(options: Options): Converse {
  const { answer, render, directory, keeper, recipientOf, log, now } = options;

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

  return async (question, address, delivery = {}) => {
    const send = recipientOf(address);
    const progress = later(PROGRESS_AFTER_MS, async () => {
      if (question.command.kind !== 'lookup') return;
      await send(progressReply(question.command.who.accounts.length)).catch((error: unknown) => {
        log.warn({ err: error }, 'a progress line could not be sent');
      });
    });
    const made = await makeReply(question, address, delivery).catch((error: unknown): Made => {
      const reference = randomUUID().slice(0, 8);
      log.error({ err: error, reference }, 'a question ended in a fault of the app');
      return { reply: apologyReply(reference), isReport: false, options: {} };
    });
    await progress.settle();
    await send(made.reply, made.options);
    return made.isReport;
  };
}

function buttonValueOf(command: Command, keeper: QuestionKeeper): string | undefined {
  return command.kind === 'lookup' ? keeper.keep(writeLookup(command.who)) : undefined;
}

/** Counts for the log, never names or values. */
function measure(given: Answer): Record<string, unknown> {
  switch (given.kind) {
    case 'report': {
      const { rows, read, cached } = given.report;
      return { kind: given.kind, accounts: rows.length, failed: rows.length - read, cached: cached.count };
    }
    case 'failed':
      return {
        kind: given.kind,
        accounts: given.who.accounts.length,
        reason: given.error.failure.code,
        why: given.error.message,
      };
    case 'refused':
      return { kind: given.kind, reason: given.reason };
    case 'wrong':
      return { kind: given.kind, reason: given.fault.kind };
    case 'help':
      return { kind: given.kind };
  }
}

/** Runs `work` after a while unless settled before; settling waits for work already begun, so that order is kept. */
function later(ms: number, work: () => Promise<void>) {
  let running: Promise<void> | undefined;
  const timer = setTimeout(() => {
    running = work();
  }, ms);
  return {
    async settle(): Promise<void> {
      clearTimeout(timer);
      await running;
    },
  };
}
