import { type Fields, fieldsOf, listOf, stringOf } from '../slack/blocks/json.ts';
import { wrap } from './columns.ts';
import { plainWords } from './mrkdwn.ts';
import type { Page } from './page.ts';

/** The words of a text object: mrkdwn decoded, plain text as it is. */
export function textWords(text: unknown, timeZone: string | undefined): string {
  const fields = fieldsOf(text);
  const words = stringOf(fields.text);
  return fields.type === 'mrkdwn' ? plainWords(words, timeZone) : words;
}

/** A text object as wrapped lines; none when there is no text. */
export function textLines(text: unknown, page: Page): readonly string[] {
  const words = textWords(text, page.timeZone);
  return words === '' ? [] : wrap(words, page.width);
}

/**
 * An element a person can act on: `[ Refresh ]`, `[ More: Edit, Delete ]` (an overflow menu), `[ Mon (or Tue, Wed) ]` and
 * `[ Choose a day: Mon, Tue ]` (selects), `[ Type to search: Account ]`; an image by its description.
 */
export function elementWords(element: Fields): string {
  const type = stringOf(element.type);
  if (type === 'image') return imageWords(element);
  if (type === 'feedback_buttons') {
    return [element.positive_button, element.negative_button].map((button) => elementWords(fieldsOf(button))).join(' ');
  }
  const label = stringOf(fieldsOf(element.text).text);
  if (label !== '') return `[ ${label} ]`;
  if (type === 'overflow') return `[ More: ${listWords(listOf(element.options).map(optionWords))} ]`;

  const hint = stringOf(fieldsOf(element.placeholder).text);
  const chosen = chosenWords(element);
  if (/^(?:multi_)?external_select$/.test(type)) {
    return chosen.length > 0
      ? `[ ${listWords(chosen)} (or type to search) ]`
      : `[ Type to search${hint && `: ${hint}`} ]`;
  }
  const others = offeredWords(element).filter((words) => !chosen.includes(words));
  if (others.length + chosen.length === 0) return `[ ${hint || KINDS[type] || type} ]`;
  if (chosen.length === 0) return `[ ${hint || 'Choose'}: ${listWords(others)} ]`;
  return `[ ${listWords(chosen)}${others.length > 0 ? ` (or ${listWords(others)})` : ''} ]`;
}

function offeredWords({ options, option_groups }: Fields): readonly string[] {
  const grouped = listOf(option_groups).flatMap((group) => listOf(fieldsOf(group).options));
  return [...listOf(options), ...grouped].map(optionWords);
}

function chosenWords({ initial_option, initial_options }: Fields): readonly string[] {
  return [...(initial_option === undefined ? [] : [initial_option]), ...listOf(initial_options)].map(optionWords);
}

function optionWords(option: unknown): string {
  return stringOf(fieldsOf(fieldsOf(option).text).text);
}

/** What a person does with an element that lists nothing and has no placeholder. */
const KINDS: Readonly<Record<string, string>> = {
  plain_text_input: 'Type a text',
  rich_text_input: 'Type a text',
  email_text_input: 'Type an e-mail address',
  url_text_input: 'Type an address',
  number_input: 'Type a number',
  users_select: 'Choose a person',
  multi_users_select: 'Choose people',
  conversations_select: 'Choose a conversation',
  multi_conversations_select: 'Choose conversations',
  channels_select: 'Choose a channel',
  multi_channels_select: 'Choose channels',
  datepicker: 'Choose a date',
  timepicker: 'Choose a time',
  datetimepicker: 'Choose a date and a time',
};

/** A select may offer a hundred; the first few say what it is about. */
const MOST_LISTED = 5;

function listWords(words: readonly string[]): string {
  const listed = words.slice(0, MOST_LISTED);
  const more = words.length - listed.length;
  return `${listed.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

export function imageWords({ alt_text }: Fields): string {
  return `[image: ${stringOf(alt_text)}]`;
}
