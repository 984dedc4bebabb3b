import type { ChannelId, GroupId, PersonId } from '../ids.ts';
import { dropUnseen } from './unseen.ts';

/**
 * Where the words of a command end, wherever they stand. Commas and the semicolon of Chinese keyboards are among them; a
 * UserID can hold none of those, being ASCII. The plain semicolon it can hold, so that one only separates at a word's end.
 */
const SEPARATOR = /[\p{White_Space},，、､；]/u;
/** Phones and word processors turn straight quotes into the others. A UserID holds none of those, so any of them closes. */
const QUOTE = /["“”„‟«»＂]/u;
/** What `should_escape: true` makes of mentions and links: `<@U1|bob>`, `<mailto:a@b.com|a@b.com>`. */
const SLACK_TOKEN = /<([^<>]*)>/y;

/** One word of a command, as Slack delivers it with `should_escape: true`. */
export type Word =
  /** Plain text, entities decoded; `quoted` when it stood in quotes. */
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'group'; readonly groupId: GroupId }
  /** `text`: as a person would say it; a label anyone can choose. */
  | { readonly kind: 'channel'; readonly channelId: ChannelId; readonly text: string }
  /** `@here`, an app and the like: mentions that stand for no person or group. `text`: as a person would say it. */
  | { readonly kind: 'other-mention'; readonly text: string };

/** A word as a fault names it: what was typed (untrusted text), or the person or group that was mentioned. */
export type FaultWord = string | Extract<Word, { kind: 'person' | 'group' }>;

/** Why a command's text can't be split into words. */
export type WordFault =
  | { readonly kind: 'unclosed-quote'; readonly word: string }
  | { readonly kind: 'text-after-quote'; readonly word: string };

/** A word as a person will know it again: the id of a mention would say nothing to them. */
export function toFaultWord(word: Word): FaultWord {
  return word.kind === 'person' || word.kind === 'group' ? word : word.text;
}

/**
 * Splits a command's text into words. Separators: white space, commas, and semicolons at a word's end. Inside double quotes
 * they are kept, and `\"` and `\\` stand for `"` and `\`. What a person can't see is left out before anything is read. Takes
 * time in proportion to the text's length; `readCommand` bounds that.
 */
export function readWords(text: string): readonly Word[] | WordFault {
  const { words, fault } = readWordsTo(text);
  return fault ?? words;
}

/** The same, with the words before the one that is at fault. */
export function readWordsTo(text: string): { readonly words: readonly Word[]; readonly fault?: WordFault } {
  return readSeen(dropUnseen(text));
}

function readSeen(text: string): ReturnType<typeof readWordsTo> {
  const words: Word[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at] as string;
    if (SEPARATOR.test(character)) {
      at += 1;
      continue;
    }
    const read = QUOTE.test(character) ? readQuoted(text, at) : readPlain(text, at);
    if ('kind' in read) return { words, fault: read };
    if (read.word) words.push(read.word);
    at = read.end;
  }
  return { words };
}

/** `word`: `undefined` where only semicolons stood. */
type Read = { readonly word: Word | undefined; readonly end: number };

function readQuoted(text: string, start: number): Read | WordFault {
  let content = '';
  let at = start + 1;
  while (at < text.length) {
    const character = text[at] as string;
    if (QUOTE.test(character)) {
      const end = at + 1;
      const next = text[end];
      if (next !== undefined && next !== ';' && !SEPARATOR.test(next)) {
        return { kind: 'text-after-quote', word: decodeEntities(text.slice(start).split(SEPARATOR, 1)[0] ?? '') };
      }
      return { word: { kind: 'text', text: decodeEntities(content), quoted: true }, end: skipSemicolons(text, end) };
    }
    const token = readToken(text, at);
    const next = text[at + 1];
    if (token) {
      content += token.typed;
      at = token.end;
    } else if (character === '\\' && next === '\\') {
      content += next;
      at += 2;
    } else if (character === '\\' && next !== undefined && QUOTE.test(next)) {
      content += '"';
      at += 2;
    } else {
      content += character;
      at += 1;
    }
  }
  return { kind: 'unclosed-quote', word: decodeEntities(text.slice(start)) };
}

function readPlain(text: string, start: number): Read {
  let content = '';
  let at = start;
  while (at < text.length && !SEPARATOR.test(text[at] as string)) {
    const token = readToken(text, at);
    if (token?.mention) {
      // A mention right behind other text ends that word, as if a separator stood between them.
      if (content) break;
      return { word: token.mention, end: skipSemicolons(text, token.end) };
    }
    content += token ? token.typed : text[at];
    at = token ? token.end : at + 1;
  }
  // Decoded first: the semicolon of `&amp;` is none that a person typed.
  const typed = withoutLastSemicolons(decodeEntities(content));
  return { word: typed === '' ? undefined : { kind: 'text', text: typed, quoted: false }, end: at };
}

/** Behind a closing quote or a mention a word has ended, so that semicolons there separate. */
function skipSemicolons(text: string, from: number): number {
  let at = from;
  while (text[at] === ';') at += 1;
  return at;
}

function withoutLastSemicolons(text: string): string {
  let end = text.length;
  while (text[end - 1] === ';') end -= 1;
  return text.slice(0, end);
}

interface Token {
  /** Set for mentions; a link has only what was typed. */
  readonly mention: Exclude<Word, { kind: 'text' }> | undefined;
  readonly typed: string;
  readonly end: number;
}

function readToken(text: string, at: number): Token | undefined {
  if (text[at] !== '<') return undefined;
  SLACK_TOKEN.lastIndex = at;
  const match = SLACK_TOKEN.exec(text);
  if (!match) return undefined;
  const [target = '', label] = (match[1] as string).split(/\|(.*)/s);
  const typed = asTyped(target, label || target);
  // A mention is read by its id alone: labels are display names anyone can choose.
  return { mention: toMention(target, typed), typed, end: SLACK_TOKEN.lastIndex };
}

function toMention(target: string, typed: string): Token['mention'] {
  const person = /^@([UW][A-Z0-9]+)$/.exec(target)?.[1];
  if (person) return { kind: 'person', personId: person };
  const group = /^!subteam\^(S[A-Z0-9]+)$/.exec(target)?.[1];
  if (group) return { kind: 'group', groupId: group };
  const channel = /^#([CG][A-Z0-9]+)$/.exec(target)?.[1];
  if (channel) return { kind: 'channel', channelId: channel, text: decodeEntities(typed) };
  return /^[#!@]/.test(target) ? { kind: 'other-mention', text: decodeEntities(typed) } : undefined;
}

/** Gives a mention the sign that was typed: of the labels only a user group's has it. A link has none. */
function asTyped(target: string, label: string): string {
  const sign = target.startsWith('#') ? '#' : /^[!@]/.test(target) ? '@' : '';
  return sign ? sign + label.replace(/^[#!@]/, '') : label;
}

/** Escapes plain text as Slack does in what it delivers of what people type. */
export function escapeTyped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Slack escapes exactly these three in what it delivers. */
function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: 'amp' | 'lt' | 'gt') => ({ amp: '&', lt: '<', gt: '>' })[name]);
}
