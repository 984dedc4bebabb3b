import type { InputBlock, Option, PlainTextElement, PlainTextOption } from '@slack/types';
import type { Zone } from '../../../digests/schedule/zone.ts';
import { dateFormat } from '../../../followstats/formats.ts';
import type { ListName } from '../../../followstats/typed/list-name.ts';
import { ACTIONS } from '../../names.ts';
import { type Sentence, toPlain } from '../kit/inline.ts';

/** The fields' blocks, by what they hold: errors and states name them so. */
export const FIELDS = {
  title: 'title',
  channel: 'channel',
  lists: ACTIONS.digestLists,
  accounts: 'accounts',
  people: 'people',
  timing: ACTIONS.digestWhen,
  days: ACTIONS.digestDays,
  time: ACTIONS.digestTime,
  cron: ACTIONS.digestCron,
  zone: ACTIONS.digestTimeZone,
  options: 'options',
  absolute: 'absolute',
  percent: 'percent',
  language: 'language',
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

/** One thing to choose, in plain text alone: what a menu takes. */
export type MenuOption = PlainTextOption;

/** What Slack takes of a menu's options at once. */
export const MOST_OPTIONS = 100;

/**
 * One thing to choose in checkboxes or a menu.
 * @param value what comes back when it is chosen
 * @param text at most 75 characters
 */
export function option(value: string, text: Sentence, description?: Sentence): MenuOption {
  return { text: plainText(text), value, ...(description && { description: plainText(description) }) };
}

/** What is chosen at first; Slack takes no empty list of it. */
export function chosen<One extends Option>(options: readonly One[]): { readonly initial_options?: One[] } {
  return options.length > 0 ? { initial_options: [...options] } : {};
}

/** A list as a menu has it. What a menu begins with must be like the option that is offered, to the letter. */
export function listOption(name: ListName): MenuOption {
  return option(name, [name]);
}

/**
 * A time zone as a menu has it: `Europe/Copenhagen (UTC+1)`.
 * @param at the moment whose offset is shown, Unix milliseconds
 */
export function zoneOption(zone: Zone, at: number): MenuOption {
  return option(zone, [zone === 'UTC' ? zone : `${zone} (${offsetOf(zone, at)})`]);
}

/** How far the clocks of a zone are from UTC at a moment: `UTC+5:30`. */
function offsetOf(zone: Zone, at: number): string {
  const parts = dateFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(at);
  return asUtc(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '');
}

/** One name for offsets everywhere: the runtime's own is `GMT+1`. */
export function asUtc(offset: string): string {
  return offset.replace(/^GMT/, 'UTC');
}

/** What stands in a text field at first; Slack takes no empty text. */
export function initial(text: string): { readonly initial_value?: string } {
  return text ? { initial_value: text } : {};
}

/** A sentence as Slack has it on titles, fields and buttons. */
export function plainText(sentence: Sentence): PlainTextElement {
  return { type: 'plain_text', text: toPlain(sentence) };
}
