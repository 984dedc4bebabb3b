import { type Fields, fieldsOf, listOf, stringOf } from './json.ts';
import { LIMITS } from './limits.ts';
import { flag, list, type ObjectShape, oneOf, type Shape, string, typed, union, untyped, whole } from './shape.ts';

const textStyle = { bold: flag, italic: flag, strike: flag, underline: flag, code: flag };
const mentionStyle = { ...textStyle, highlight: flag, client_highlight: flag, unlink: flag };
const styled = { style: untyped({ optional: textStyle }) };
const styledMention = { style: untyped({ optional: mentionStyle }) };

const text = typed('text', { required: { text: string() }, optional: styled });
const link = typed('link', { required: { url: string() }, optional: { ...styled, text: string(), unsafe: flag } });

const inline: readonly ObjectShape[] = [
  text,
  link,
  typed('user', { required: { user_id: string() }, optional: styledMention }),
  typed('usergroup', { required: { usergroup_id: string() }, optional: styledMention }),
  typed('channel', { required: { channel_id: string() }, optional: styledMention }),
  typed('team', { required: { team_id: string() }, optional: styledMention }),
  typed('broadcast', { required: { range: oneOf('here', 'channel', 'everyone') }, optional: styled }),
  typed('emoji', { required: { name: string() }, optional: { ...styled, unicode: string(), url: string() } }),
  typed('date', {
    required: { timestamp: whole(0), format: string() },
    optional: { ...styled, url: string(), fallback: string() },
  }),
  typed('color', { required: { value: string() }, optional: styled }),
];

const border = { border: whole(0, 1) };
const section = typed('rich_text_section', { required: { elements: list(union(...inline), 0) } });

const parts: readonly ObjectShape[] = [
  section,
  typed('rich_text_list', {
    required: { style: oneOf('bullet', 'ordered'), elements: list(union(section), 0) },
    optional: { ...border, indent: whole(0, LIMITS.listIndent), offset: whole(0) },
  }),
  typed('rich_text_quote', { required: { elements: list(union(...inline), 0) }, optional: border }),
  typed('rich_text_preformatted', { required: { elements: list(union(text, link), 0) }, optional: border }),
];

/** `rich_text` as a block and as a table cell. Slack gives no limit for its text. */
export const richText = typed('rich_text', {
  required: { elements: list(union(...parts), 0) },
  optional: { block_id: string({ max: LIMITS.id }) },
});

export const richTextBlock: Shape = union(richText);

/** What a `rich_text` object shows, roughly: the words, and names for what the reader's client would resolve. */
export function richTextLength(value: Fields): number {
  return listOf(value.elements).reduce<number>((sum, element) => sum + elementLength(fieldsOf(element)), 0);
}

function elementLength(element: Fields): number {
  if (Array.isArray(element.elements)) return richTextLength(element);
  const shown = [element.text, element.url, element.name, element.fallback, element.format, element.user_id];
  return stringOf(shown.find((part) => typeof part === 'string')).length;
}
