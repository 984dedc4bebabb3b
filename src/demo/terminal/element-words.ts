import { type Fields, fieldsOf, stringOf } from '../slack/blocks/json.ts';
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

/** An element a person can act on: `[ Refresh ]`, `[ Choose a channel ▾ ]`; an image by its description. */
export function elementWords(element: Fields): string {
  const { type } = element;
  if (type === 'image') return imageWords(element);
  if (type === 'feedback_buttons') {
    return [element.positive_button, element.negative_button].map((button) => elementWords(fieldsOf(button))).join(' ');
  }
  const label = stringOf(fieldsOf(element.text).text);
  if (label !== '') return `[ ${label} ]`;
  const hint = stringOf(fieldsOf(element.placeholder).text);
  return `[ ${hint || stringOf(type)} ▾ ]`;
}

export function imageWords({ alt_text }: Fields): string {
  return `[image: ${stringOf(alt_text)}]`;
}
