import { type Formatters, IntlMessageFormat } from 'intl-messageformat';
import type { Inline, Sentence } from '../blocks/kit/inline.ts';

/** What may stand for `{name}` in a message: pieces of a sentence pass through as they are, a number without grouping. */
export type Piece = Inline | Sentence | number;

/** How a catalogue's messages are filled in for a reader. */
export interface MessageOptions {
  /** The language they are written in, BCP 47: it decides their plurals. */
  readonly language: string;
  readonly formatters: Formatters;
}

/**
 * How numbers and plurals are written, each `Intl` object made once.
 * @param language of the messages, BCP 47: it decides plurals
 * @param locale of the reader, BCP 47: it decides how numbers and dates are written
 */
export function createMessageOptions(language: string, locale: string): MessageOptions {
  return {
    language,
    formatters: {
      getNumberFormat: once((options) => new Intl.NumberFormat(locale, options)),
      getDateTimeFormat: once((options) => new Intl.DateTimeFormat(locale, options)),
      getPluralRules: once((options) => new Intl.PluralRules(language, options)),
    },
  };
}

/**
 * Makes a message of ICU syntax ready to be filled in. `<b>…</b>` and `<code>…</code>` mark its text as bold or code; pieces
 * within them, such as mentions, stay what they are. Arguments are never read as syntax, whatever they hold.
 * @returns fills the message in; throws when an argument is missing, which the types rule out
 * @throws `SyntaxError` when the message isn't valid
 */
export function createMessage(text: string, { language, formatters }: MessageOptions): (args?: object) => Sentence {
  const message = new IntlMessageFormat(text, language, undefined, { formatters });
  return (args = {}) => {
    const parts = message.formatToParts({ ...TAGS, ...args } as Values);
    return joined(parts.flatMap(({ value }) => value as Filled));
  };
}

type Values = Parameters<IntlMessageFormat['formatToParts']>[0];

/** What `intl-messageformat` makes of a part of a message: text, or an argument as it was given. */
type Filled = Inline | Sentence;

const TAGS = {
  b: marked((bold) => ({ bold })),
  code: marked((code) => ({ code })),
};

function marked(mark: (text: string) => Inline) {
  return (chunks: readonly Filled[]): Sentence =>
    joined(chunks.flat()).map((piece) => (typeof piece === 'string' ? mark(piece) : piece));
}

/** Joins neighbouring pieces of plain text. */
function joined(pieces: readonly Inline[]): Sentence {
  const all: Inline[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') all[all.length - 1] = last + piece;
    else if (piece !== '') all.push(piece);
  }
  return all;
}

function once<Options, Format>(make: (options: Options | undefined) => Format) {
  const made = new Map<string, Format>();
  return (_locales: unknown, options?: Options): Format => {
    const key = JSON.stringify(options ?? {});
    const format = made.get(key) ?? make(options);
    made.set(key, format);
    return format;
  };
}
