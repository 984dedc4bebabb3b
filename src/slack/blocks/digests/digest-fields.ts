import type { InputBlock, Option, PlainTextElement } from '@slack/types';
import { ACTIONS } from '../../names.ts';
import { type Sentence, toPlain } from '../kit/inline.ts';

/** The fields' blocks, by what they hold: errors and states name them so. */
export const FIELDS = {
  title: 'title',
  channel: 'channel',
  accounts: 'accounts',
  people: 'people',
  timing: ACTIONS.digestTiming,
  days: ACTIONS.digestDays,
  time: ACTIONS.digestTime,
  cron: ACTIONS.digestCron,
  zone: ACTIONS.digestZone,
  options: 'options',
  absolute: 'absolute',
  percent: 'percent',
} as const;

/** What may be switched on in the field `options`. */
export const OPTIONS = { chart: 'chart', onlyIfChanged: 'only-if-changed' } as const;

/** A form's element of any kind. */
export type FieldElement = InputBlock['element'];

/** What stands beside an element, and how Slack treats it. */
interface FieldOptions {
  readonly label: () => Sentence;
  readonly hint?: () => Sentence;
  readonly optional?: true;
  /** Whether a change is sent to the app at once. */
  readonly dispatch_action?: true;
}

/** A field of the form: one element a block, both under one name. */
export function field(name: string, element: FieldElement, { label, hint, ...more }: FieldOptions): InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plainText(label()),
    ...(hint && { hint: plainText(hint()) }),
    ...more,
    element: { ...element, action_id: name } as FieldElement,
  };
}

/** One thing to choose. @param value what comes back when it is chosen */
export function option(value: string, text: Sentence, description?: Sentence): Option {
  return { text: plainText(text), value, ...(description && { description: plainText(description) }) };
}

/** What is chosen at first; Slack takes no empty list of it. */
export function chosen(options: readonly Option[]): { readonly initial_options?: Option[] } {
  return options.length > 0 ? { initial_options: [...options] } : {};
}

/** What stands in a text field at first; Slack takes no empty text. */
export function initial(text: string): { readonly initial_value?: string } {
  return text ? { initial_value: text } : {};
}

/** A sentence as Slack has it on titles, fields and buttons. */
export function plainText(sentence: Sentence): PlainTextElement {
  return { type: 'plain_text', text: toPlain(sentence) };
}
