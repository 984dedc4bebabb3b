import type { Button, ConfirmationDialog, Overflow, PlainTextOption } from '@slack/types';
import { ACTIONS } from '../../names.ts';
import { type ButtonWords, button } from './button.ts';
import { type GivenCommand, writeGivenCommand } from './given-command.ts';
import { type Sentence, toPlain } from './inline.ts';

/** Whether a control asks before it does something, and in which words. */
interface Question {
  readonly title: () => Sentence;
  /** What will happen, plain: Slack shows no mentions here. */
  readonly text: Sentence;
  readonly confirm: () => Sentence;
  readonly deny: () => Sentence;
}

/** The key of a button that gives the command once more of which nothing came. */
export const AGAIN = 'again';

/** A button that gives a command. */
interface CommandButton extends GivenCommand {
  /** Tells it from the other controls of its block. */
  readonly key: string;
  readonly confirm?: ConfirmationDialog;
  readonly style?: 'primary' | 'danger';
}

/** The `action_id` of a control that gives a command. @param key tells it from the other controls of its block */
export const commandActionId = (key: string): string => `${ACTIONS.command}:${key}`;

/** Makes a button that gives a command when it is pressed. */
export function commandButton(words: ButtonWords, { key, confirm, style, ...given }: CommandButton): Button {
  return {
    ...button(commandActionId(key), words, writeGivenCommand(given)),
    ...(confirm && { confirm }),
    ...(style && { style }),
  };
}

/** One entry of a menu. */
interface MenuEntry extends GivenCommand {
  readonly text: Sentence;
}

/** Makes the ⋯ menu of up to five commands. Slack gives it no name of its own, and asks the same before each entry. */
export function commandMenu(
  key: string,
  entries: readonly [MenuEntry, ...MenuEntry[]],
  confirm?: ConfirmationDialog,
): Overflow {
  const options = entries.map(
    ({ text, ...given }): PlainTextOption => ({
      text: { type: 'plain_text', text: toPlain(text) },
      value: writeGivenCommand(given),
    }),
  );
  return { type: 'overflow', action_id: commandActionId(key), options, ...(confirm && { confirm }) };
}

/** What Slack asks before a control does something. */
export function question({ title, text, confirm, deny }: Question): ConfirmationDialog {
  const plain = (sentence: Sentence) => ({ type: 'plain_text' as const, text: toPlain(sentence) });
  return { title: plain(title()), text: plain(text), confirm: plain(confirm()), deny: plain(deny()) };
}
