import { IntlMessageFormat } from 'intl-messageformat';
import type { Messages } from '../../../src/slack/words/catalogue.ts';
import { languageOf } from '../../../src/slack/words/words.ts';
import { CATALOGUES } from './catalogues.ts';

/** Patterns of a message's arguments by their names; what isn't named may be any text, or none. */
type Arguments = Readonly<Record<string, string>>;

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** A number as any locale writes it that groups by dots or commas. */
export const WRITTEN_NUMBER = String.raw`[\d.,]+`;

/**
 * Makes the pattern by which a message is found in what was written, and its arguments in the groups of their names: so that a
 * test reads in any language what a person does.
 * @param name like `reports.row`
 * @param isPart whether other text may stand around it
 */
export function messagePattern(locale: string, name: string, args: Arguments = {}, { isPart = false } = {}): RegExp {
  const source = sourceOf(new IntlMessageFormat(messageOf(locale, name), 'en').getAst(), args);
  return new RegExp(isPart ? source : `^${source}$`, 'mu');
}

/** A message as its catalogue has it; the English one of a language that has none. */
export function messageOf(locale: string, name: string): string {
  const folder = languageOf(locale).toLowerCase();
  let found: string | Messages | undefined = (
    CATALOGUES.find(({ language }) => language === folder) ?? CATALOGUES.find(({ language }) => language === 'en')
  )?.messages;
  for (const part of name.split('.')) found = typeof found === 'object' ? found[part] : undefined;
  if (typeof found !== 'string') throw new Error(`no message ${name} in ${folder}`);
  return found;
}

/** @param counted the argument that `#` stands for */
function sourceOf(elements: readonly Element[], args: Arguments, counted = ''): string {
  return elements.map((element) => elementSource(element, args, counted)).join('');
}

function elementSource(element: Element, args: Arguments, counted: string): string {
  if ('children' in element) return sourceOf(element.children, args, counted);
  if ('options' in element) {
    const branches = Object.values(element.options).map(({ value }) => sourceOf(value, args, element.value));
    return `(?:${branches.join('|')})`;
  }
  // The one kind of element that has nothing of its own is `#`.
  const name = 'value' in element ? element.value : counted;
  return element.type === LITERAL ? escapeRegExp(name) : `(?<${name}>${args[name] ?? '.*?'})`;
}

const LITERAL = 0;

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
