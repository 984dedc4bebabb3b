import type { RichTextBlock, RichTextElement } from '@slack/types';
import type { ChannelId, GroupId, PersonId } from '../../../followstats/ids.ts';

/**
 * A piece of a sentence. Every sentence of the app is written once as pieces, from which both the blocks and the
 * top-level text are made, so that they can't differ. Untrusted text is safe in any of them: rich text is never parsed,
 * and the top-level text is escaped.
 */
export type Inline =
  | string
  | { readonly code: string }
  | { readonly bold: string }
  /** A Slack person, user group or channel by id: the only mentions the app ever makes; of groups only to one reader. */
  | { readonly personId: PersonId }
  | { readonly groupId: GroupId }
  | { readonly channelId: ChannelId }
  /** An instant, Unix milliseconds, shown in each reader's own zone. */
  | { readonly time: number };

/** One line of text, as pieces in the order in which they are read. */
export type Sentence = readonly Inline[];

/** Control characters, line breaks, and characters that reorder or hide others (bidi, zero width, tags). */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]+/gu;
const LONGEST_TEXT = 300;
const CHARACTERS = new Intl.Segmenter();

/** What is looked at to show one character: a family of emoji is eleven UTF-16 units long. */
const UNITS_A_CHARACTER = 20;

/**
 * Makes untrusted text one harmless visible line: `–` when nothing is left, cut by whole characters when very long. Takes
 * time in proportion to `longest` (in code points), however long the text is.
 */
export function clean(text: string, longest = LONGEST_TEXT): string {
  const head = text.slice(0, longest * UNITS_A_CHARACTER);
  const seen = head.toWellFormed().replace(UNSEEN, ' ').trim();
  const shown = cut(seen, longest);
  const isCutEarlier = head.length < text.length && shown === seen && seen !== '';
  return (isCutEarlier ? `${seen}…` : shown) || '–';
}

/** Counts code points, and leaves out the character that would be cut through: a flag or an emoji is several of them. */
function cut(text: string, longest: number): string {
  const points = [...text];
  if (points.length <= longest) return text;
  const { length } = points.slice(0, longest - 1).join('');
  return `${text.slice(0, CHARACTERS.segment(text).containing(length)?.index)}…`;
}

/** Escapes the three characters that Slack's text markup knows as special; nothing else may be escaped. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Sentences as one rich text block, a line each. */
export function toRichText(sentences: readonly Sentence[]): RichTextBlock {
  return {
    type: 'rich_text',
    elements: sentences.map((sentence) => ({ type: 'rich_text_section', elements: sentence.map(toElement) })),
  };
}

/** Sentences as a bulleted list. */
export function toBullets(sentences: readonly Sentence[]): RichTextBlock {
  const elements = sentences.map((sentence) => ({
    type: 'rich_text_section' as const,
    elements: sentence.map(toElement),
  }));
  return { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] };
}

/** A sentence for the top-level `text`, which is sent with `mrkdwn: false`. */
export function toText(sentence: Sentence): string {
  return sentence.map(toTextPiece).join('');
}

/**
 * A sentence as plain text, for where Slack neither reads markup nor shows mentions: labels, cells, a form's fields. Mentions
 * are written as their ids; `withoutMentions` puts words in their place first.
 */
export function toPlain(sentence: Sentence): string {
  return sentence
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('code' in piece) return clean(piece.code);
      if ('bold' in piece) return clean(piece.bold);
      if ('personId' in piece) return piece.personId;
      if ('groupId' in piece) return piece.groupId;
      return 'channelId' in piece ? piece.channelId : iso(piece.time);
    })
    .join('');
}

function toElement(piece: Inline): RichTextElement {
  if (typeof piece === 'string') return { type: 'text', text: piece };
  if ('code' in piece) return { type: 'text', text: clean(piece.code), style: { code: true } };
  if ('bold' in piece) return { type: 'text', text: clean(piece.bold), style: { bold: true } };
  if ('personId' in piece) return { type: 'user', user_id: piece.personId };
  if ('groupId' in piece) return { type: 'usergroup', usergroup_id: piece.groupId };
  if ('channelId' in piece) return { type: 'channel', channel_id: piece.channelId };
  return { type: 'date', timestamp: seconds(piece.time), format: DATE_FORMAT, fallback: iso(piece.time) };
}

function toTextPiece(piece: Inline): string {
  if (typeof piece === 'string') return escapeText(piece);
  if ('code' in piece) return escapeText(clean(piece.code));
  if ('bold' in piece) return escapeText(clean(piece.bold));
  if ('personId' in piece) return `<@${piece.personId}>`;
  if ('groupId' in piece) return `<!subteam^${piece.groupId}>`;
  if ('channelId' in piece) return `<#${piece.channelId}>`;
  return `<!date^${seconds(piece.time)}^${DATE_FORMAT}|${iso(piece.time)}>`;
}

const DATE_FORMAT = '{date_short_pretty} {time}';
const seconds = (time: number): number => Math.floor(time / 1000);
const iso = (time: number): string => `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
