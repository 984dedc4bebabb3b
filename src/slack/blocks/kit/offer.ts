import type { Button, ConfirmationDialog } from '@slack/types';
import { mayActAs } from '../../../followstats/access/rules.ts';
import { readWritten } from '../../../followstats/commands/command.ts';
import { neededRole } from '../../../followstats/commands/command-rows.ts';
import type { Reader } from '../../words/reader.ts';
import { ASK_ROLES, type Ask, writeAsk } from './ask.ts';
import type { ButtonWords } from './button.ts';
import { commandButton } from './command-controls.ts';
import { type GivenCommand, writeGivenCommand } from './given-command.ts';
import { LIMITS } from './limits.ts';

/** What a control stands for: a command that it gives, or a form that asks for the rest of one. */
export type Deed = GivenCommand | { readonly ask: Ask };

/** A button of a message. */
export interface Offer {
  /** Tells it from the other controls of its block. */
  readonly key: string;
  readonly words: ButtonWords;
  readonly deed: Deed;
  readonly confirm?: ConfirmationDialog;
  readonly style?: 'primary' | 'danger';
}

/** Names no person: a command about oneself is for everyone, and one that names none is about oneself. */
const READER = { personId: '', channelId: undefined };
/** More than any command that a button can hold. */
const ANY_NUMBER = LIMITS.buttonValue;

/**
 * Whether a reader may do what a control stands for, by their role: what would only be denied isn't offered. A control whose
 * command can't be read is offered to none.
 */
export function mayDo(reader: Reader, deed: Deed): boolean {
  if ('ask' in deed) return mayActAs(reader.role, ASK_ROLES[deed.ask.asks]);
  const given = deed.shows === undefined ? [deed.command] : [deed.command, deed.shows];
  return given.every((text) => readWritten(text, ANY_NUMBER).kind !== 'fault' && mayGive(reader, text));
}

/** Whether a reader may give a command, by their role, even where something of it is still missing: what may be named to them. */
export function mayGive({ role }: Reader, text: string): boolean {
  const needed = neededRole(readWritten(text, ANY_NUMBER), READER);
  return needed === undefined || mayActAs(role, needed);
}

/** What a control's value says of its deed. */
export function writeDeed(deed: Deed): string {
  return 'ask' in deed ? writeAsk(deed.ask) : writeGivenCommand(deed);
}

/** Makes the buttons that the reader may use; one whose command is longer than a button holds is left out. */
export function offer(reader: Reader, ...offers: readonly (Offer | undefined)[]): Button[] {
  return offers
    .filter((one) => one !== undefined)
    .filter(({ deed }) => mayDo(reader, deed) && writeDeed(deed).length <= LIMITS.buttonValue)
    .map(({ words, deed, ...rest }) => commandButton(words, { ...rest, command: writeDeed(deed) }));
}
