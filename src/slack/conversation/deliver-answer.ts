import { APP_FAULT } from '../../followstats/audit/audit-ending.ts';
import { writeChanges } from '../../followstats/changes/read.ts';
import { isChecked } from '../../followstats/checks/check.ts';
import { writeCheck } from '../../followstats/checks/read.ts';
import type { Command } from '../../followstats/commands/command.ts';
import { writeHistory } from '../../followstats/history/read.ts';
import type { ChannelId, PersonId } from '../../followstats/ids.ts';
import { readingsOf } from '../../followstats/reports/kept-readings.ts';
import { isRead } from '../../followstats/reports/report.ts';
import { writeLookup } from '../../followstats/typed/who.ts';
import type { Logger } from '../../logger.ts';
import type { AnswerView } from '../blocks/kit/answer-renders.ts';
import { LIMITS } from '../blocks/kit/limits.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { isDirectMessages } from '../ids.ts';
import type { Recipient } from '../sending/recipient.ts';
import type { Sending } from '../sending/response-url.ts';
import type { WorkTurns } from '../work-turns.ts';
import { apologize } from './apologize.ts';
import type { ButtonValues } from './button-values.ts';
import { type Answered, conclude } from './conversation.ts';
import type { Render } from './render.ts';

/** A reply that is ready to be sent. */
export interface Prepared {
  readonly reply: Reply;
  /** Why it isn't the answer that was wanted, in one word for the audit; `undefined` when it is. */
  readonly why: string | undefined;
}

/**
 * Makes the reply of an answer, with the buttons that ask the same again.
 * @param sharedBy who shows it to a whole channel: the reply says so, and has no buttons
 * @returns an apology for a bug, here or before; never rejects
 */
export type PrepareReply = (answered: Answered, sharedBy?: PersonId) => Promise<Prepared>;

interface Options {
  readonly render: Render;
  readonly buttonValues: Pick<ButtonValues, 'keep'>;
  /** Rendering waits for it: many answers may be ready at one moment. */
  readonly turns: Pick<WorkTurns, 'take'>;
  readonly log: Logger;
}

/** What asks the same again below an answer: what its buttons carry, or the command itself. */
type Asking = Pick<AnswerView, 'buttonValue' | 'again'>;

/** Makes a `PrepareReply`. */
export function createPrepareReply({ render, buttonValues, turns, log }: Options): PrepareReply {
  /** @returns what the answer's buttons carry; `undefined` where it has none */
  async function valueFor({ invocation, answer }: Answered): Promise<string | undefined> {
    const { asker, command } = invocation;
    if (command.kind === 'history' && answer.kind === 'history') {
      const { history } = answer;
      if (history.accounts.length === 0) return undefined;
      return buttonValues.keep({
        asker,
        command: writeHistory(command),
        hasCounts: false,
        readings: undefined,
        history,
      });
    }
    if (command.kind === 'changes' && answer.kind === 'changes') {
      const { changes } = answer;
      const kept = { command: writeChanges(command), hasCounts: hasCounts(answer), readings: undefined };
      return buttonValues.keep({ asker, ...kept, changes });
    }
    if (command.kind === 'check' && answer.kind === 'check') {
      const { check } = answer;
      if (check.rows.length === 0) return undefined;
      const kept = { hasCounts: hasCounts(answer), readings: undefined, check };
      return buttonValues.keep({ asker, command: writeCheck(command), ...kept });
    }
    if (command.kind !== 'lookup' || (answer.kind !== 'report' && answer.kind !== 'failed')) return undefined;
    const { report } = answer;
    const readings = report && readingsOf(report);
    return buttonValues.keep({ asker, command: writeLookup(command.who), hasCounts: hasCounts(answer), readings });
  }

  /**
   * Of what wasn't begun the person reads at once, whatever waits: the button holds the command itself, and only one that is too
   * long for that is kept. In the place of an earlier answer that answer's button stays.
   */
  async function askingAgain({ invocation, earlierValue }: Answered): Promise<Asking> {
    const { asker, command, entry } = invocation;
    if (earlierValue !== undefined) return { buttonValue: earlierValue };
    const written = entry === undefined || entry === 'shortcut' ? writtenOf(command) : undefined;
    if (written === undefined) return { buttonValue: undefined };
    if (written.length <= LIMITS.buttonValue) return { buttonValue: undefined, again: written };
    return { buttonValue: await buttonValues.keep({ asker, command: written, hasCounts: false, readings: undefined }) };
  }

  async function askingFor(answered: Answered, sharedBy: PersonId | undefined): Promise<Asking> {
    if (sharedBy) return { buttonValue: undefined };
    return isBusy(answered.answer) ? askingAgain(answered) : { buttonValue: await valueFor(answered) };
  }

  return async (answered, sharedBy) => {
    const { answer, reader, invocation } = answered;
    const { command, entry } = invocation;
    if (answer.kind === 'apology') return { reply: answer.apology, why: APP_FAULT };
    try {
      const asking = await askingFor(answered, sharedBy);
      if (!isBusy(answer)) await turns.take();
      const isAboutAccounts = command.kind === 'lookup' || command.kind === 'history' || command.kind === 'changes';
      const who = isAboutAccounts ? command.who : undefined;
      const mayShare = hasOthers(invocation.asker.channelId);
      const view = { ...asking, sharedBy, who, mayShare, isRefreshed: entry === 'refresh' };
      return { reply: render(reader, answer, view), why: undefined };
    } catch (error) {
      return { reply: apologize(reader, log, error, 'an answer could not be rendered'), why: APP_FAULT };
    }
  };
}

/**
 * Sends an answer to the person who asked, and then writes to the audit how that ended.
 * @param optionsOf how it is sent; by default as a new message
 * @returns rejects as `Recipient` does
 */
export type DeliverAnswer = (
  answered: Answered,
  send: Recipient,
  optionsOf?: (prepared: Prepared) => Sending,
) => Promise<void>;

/** Makes a `DeliverAnswer`. */
export function createDeliverAnswer(prepareReply: PrepareReply): DeliverAnswer {
  return async (answered, send, optionsOf = () => ({})) => {
    const prepared = await prepareReply(answered);
    await conclude(answered, async () => {
      await send(prepared.reply, optionsOf(prepared));
      return prepared.why;
    });
  };
}

/** Whether others read a conversation: a person's direct messages, and a modal's answer, have none. */
export function hasOthers(channelId: ChannelId | undefined): boolean {
  return channelId !== undefined && !isDirectMessages(channelId);
}

/**
 * Whether an answer shows counts of at least one account, be it those that are known of it last, or who follows whom: what a failed
 * *Refresh* must not take away.
 */
export function hasCounts(answer: Answered['answer']): boolean {
  // One sentence, whatever is known.
  if (isBusy(answer)) return false;
  if (answer.kind === 'changes') return answer.changes.ledgers.length > 0;
  if (answer.kind === 'check') return answer.check.rows.some(isChecked);
  const report = answer.kind === 'report' || answer.kind === 'failed' ? answer.report : undefined;
  return report?.rows.some((row) => isRead(row) || row.lastKnown !== undefined) === true;
}

/** A command as it is typed, to give it again; `undefined` for one that says little more than its name. */
function writtenOf(command: Command): string | undefined {
  switch (command.kind) {
    case 'lookup':
      return writeLookup(command.who);
    case 'history':
      return writeHistory(command);
    case 'changes':
      return writeChanges(command);
    case 'check':
      return writeCheck(command);
    default:
      return undefined;
  }
}

/** Whether nothing was begun, since too much waits. */
export function isBusy(answer: Answered['answer']): boolean {
  return answer.kind === 'failed' && answer.error.failure.code === 'busy';
}
