import { type Fields, fieldsOf, listOf, stringOf } from '../slack/blocks/json.ts';
import { LIMITS } from '../slack/blocks/limits.ts';
import { wrap } from './columns.ts';
import { harmless } from './harmless.ts';
import { linkWords } from './mrkdwn.ts';
import { formatSlackDate } from './slack-date.ts';

/** The lines of a `rich_text` object, wrapped to `width` columns; lists, quotes and preformatted text hang on their marks. */
export function richLines(richText: Fields, width: number, timeZone: string | undefined): readonly string[] {
  return listOf(richText.elements).flatMap((item) => {
    const part = fieldsOf(item);
    if (part.type === 'rich_text_list') return listLines(part, width, timeZone);
    const words = inlineWords(part, timeZone);
    if (part.type === 'rich_text_quote') return hang('│ ', '│ ', words, width);
    if (part.type === 'rich_text_preformatted') return hang('  ', '  ', words, width);
    return wrap(words.replace(/\n$/, ''), width);
  });
}

/** A `rich_text` object in one string, for a table cell. */
export function richWords(richText: Fields, timeZone: string | undefined): string {
  return richLines(richText, Number.POSITIVE_INFINITY, timeZone).join('\n');
}

function listLines(list: Fields, width: number, timeZone: string | undefined): readonly string[] {
  const indent = '  '.repeat(Math.max(0, Math.min(LIMITS.listIndent, Number(list.indent) || 0)));
  return listOf(list.elements).flatMap((item, index) => {
    const bullet = list.style === 'ordered' ? `${indent}${index + 1 + (Number(list.offset) || 0)}. ` : `${indent}• `;
    return hang(bullet, ' '.repeat(bullet.length), inlineWords(fieldsOf(item), timeZone), width);
  });
}

/** Wrapped text with one beginning for the first line and another for the rest. */
function hang(first: string, rest: string, words: string, width: number): readonly string[] {
  return wrap(words, Math.max(1, width - first.length)).map((line, index) => `${index === 0 ? first : rest}${line}`);
}

function inlineWords(part: Fields, timeZone: string | undefined): string {
  return listOf(part.elements)
    .map((element) => elementWords(fieldsOf(element), timeZone))
    .join('');
}

function elementWords(element: Fields, timeZone: string | undefined): string {
  const { type } = element;
  if (type === 'link') return linkWords(stringOf(element.url), stringOf(element.text));
  if (type === 'user') return `@${stringOf(element.user_id)}`;
  if (type === 'usergroup') return `@${stringOf(element.usergroup_id)}`;
  if (type === 'channel') return `#${stringOf(element.channel_id)}`;
  if (type === 'broadcast') return `@${stringOf(element.range)}`;
  if (type === 'emoji') return emojiWords(element);
  if (type === 'date') {
    const { timestamp, format, fallback } = element;
    return formatSlackDate(Number(timestamp), stringOf(format), stringOf(fallback), timeZone);
  }
  return stringOf(element.text) || stringOf(element.value);
}

/** `unicode` is `1f44b`, or several code points joined by `-`: letters of the sender's choice, so made harmless here again. */
function emojiWords({ name, unicode }: Fields): string {
  const points = stringOf(unicode);
  return /^[\da-f]{2,5}(?:-[\da-f]{2,5})*$/.test(points)
    ? harmless(String.fromCodePoint(...points.split('-').map((point) => Number.parseInt(point, 16))))
    : `:${stringOf(name)}:`;
}
