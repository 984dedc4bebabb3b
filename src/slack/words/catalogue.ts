import type { GetICUArgs } from '@schummar/icu-type-parser';
import type { Sentence } from '../blocks/kit/inline.ts';
import { createMessage, type MessageOptions, type Piece } from './message.ts';

interface ArgumentTypes {
  readonly ICUNumberArgument: number;
  readonly ICUDateArgument: Date;
  readonly ICUArgument: Piece;
}

/** The arguments that a message of ICU syntax takes, by name. */
export type Args<Message extends string> = GetICUArgs<Message, ArgumentTypes>;

/** One message, ready to be filled in. */
export type Phrase<Message extends string> = keyof Args<Message> extends never
  ? () => Sentence
  : (args: Args<Message>) => Sentence;

/** The messages of one subject: by name, or by name within a group of them. */
export interface Messages {
  readonly [name: string]: string | Messages;
}

/** A catalogue's messages as functions. */
export type Phrases<Catalogue> = {
  readonly [Name in keyof Catalogue]: Catalogue[Name] extends string
    ? Phrase<Catalogue[Name]>
    : Phrases<Catalogue[Name]>;
};

/** The names of a message's arguments, those of its single plural or select branches too. */
type Names<Message extends string> = ArgumentNames<Args<Message>>;
type ArgumentNames<Arguments> = Arguments extends unknown ? keyof Arguments : never;

/** Whether a translation takes the arguments that the original is filled in with: the same ones, of kinds that fit. */
type TakesArgsOf<Original extends string, Translated extends string> = [Names<Original>] extends [Names<Translated>]
  ? [Names<Translated>] extends [Names<Original>]
    ? Args<Original> extends Args<Translated>
      ? true
      : false
    : false
  : false;

/**
 * What a translation of messages must be: every message, each with exactly the arguments of the original. Where one differs
 * the type is a tuple that names it, which no text fits.
 */
export type Translation<Original, Translated> = {
  readonly [Name in keyof Original]: Original[Name] extends string
    ? Name extends keyof Translated
      ? Translated[Name] extends string
        ? TakesArgsOf<Original[Name], Translated[Name]> extends true
          ? string
          : ['the arguments differ from the original’s', Name]
        : string
      : string
    : Name extends keyof Translated
      ? Translation<Original[Name], Translated[Name]>
      : Messages;
};

declare const ORIGINAL: unique symbol;

/** A translation that `translate` has checked; nothing else makes one. */
export type TranslationOf<Original> = { readonly [ORIGINAL]: Original };

/**
 * Checks a translation when it is compiled.
 * @returns the translation as it is
 */
export function translate<Original extends Messages, const Translated extends Translation<Original, Translated>>(
  _original: Original,
  translated: Translated,
): Translated & TranslationOf<Original> {
  return translated as Translated & TranslationOf<Original>;
}

/** Makes all messages of a catalogue ready; each is parsed when it is first used. */
export function compile<const Catalogue extends Messages>(
  catalogue: Catalogue,
  options: MessageOptions,
): Phrases<Catalogue> {
  const entries = Object.entries(catalogue).map(([name, value]) => [
    name,
    typeof value === 'string' ? createPhrase(value, options) : compile(value, options),
  ]);
  return Object.fromEntries(entries);
}

function createPhrase(text: string, options: MessageOptions): (args?: object) => Sentence {
  let fill: ((args?: object) => Sentence) | undefined;
  return (args) => {
    fill ??= createMessage(text, options);
    return fill(args);
  };
}
