import { IntlMessageFormat } from 'intl-messageformat';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** What stands where a message is filled in, in what `waysOf` gives. */
export const FILLED = '\ufffc';

const parse = (message: string): readonly Element[] => new IntlMessageFormat(message, 'en').getAst();

/** Every way in which a message can be written: one for each branch of its plurals, with `FILLED` where it is filled in. */
export function waysOf(message: string): readonly string[] {
  return waysIn(parse(message));
}

function waysIn(elements: readonly Element[]): readonly string[] {
  return elements.reduce<readonly string[]>(
    (before, element) => before.flatMap((start) => waysOfOne(element).map((end) => `${start}${end}`)),
    [''],
  );
}

function waysOfOne(element: Element): readonly string[] {
  if ('options' in element) return Object.values(element.options).flatMap(({ value }) => waysIn(value));
  if ('children' in element) return waysIn(element.children);
  return [isLiteral(element) ? element.value : FILLED];
}

type Argument = readonly [name: string, kind: 'number' | 'piece'];

/** The names of a message's arguments, and which of them are numbers. */
export function argumentsOf(message: string): ReadonlyMap<string, 'number' | 'piece'> {
  return new Map(argumentsIn(parse(message)));
}

function argumentsIn(elements: readonly Element[]): readonly Argument[] {
  return elements.flatMap((element): readonly Argument[] => {
    if ('options' in element) {
      const inner = Object.values(element.options).flatMap(({ value }) => argumentsIn(value));
      return [[element.value, 'number'], ...inner];
    }
    if ('children' in element) return argumentsIn(element.children);
    if (isLiteral(element) || !('value' in element)) return [];
    return [[String(element.value), isNumber(element) ? 'number' : 'piece']];
  });
}

/** Regular expressions of arguments by name, where more is known of one than that it is some text. */
type Shapes = Readonly<Record<string, string>>;

/**
 * The regular expression of what a message can come out as, with a group for each argument: reads back in any language what was
 * filled in.
 */
export function patternOf(message: string, shapes: Shapes = {}): string {
  return patternIn(parse(message), { shapes });
}

const NUMBER = '[\\d.,]+';

/** `counted`: what the plural around it counts. */
interface Around {
  readonly shapes: Shapes;
  readonly counted?: string | undefined;
}

function patternIn(elements: readonly Element[], { shapes, counted }: Around): string {
  return elements
    .map((element) => {
      if ('options' in element) {
        const branches = Object.values(element.options).map(({ value }) =>
          patternIn(value, { shapes, counted: element.value }),
        );
        return `(?:${branches.join('|')})`;
      }
      if ('children' in element) return patternIn(element.children, { shapes, counted });
      if (isLiteral(element)) return RegExp.escape(element.value);
      const name = String('value' in element ? element.value : counted);
      const isWritten = isNumber(element) || !('value' in element);
      return `(?<${name}>${shapes[name] ?? (isWritten ? NUMBER : '.+?')})`;
    })
    .join('');
}

// The parser’s own numbers for kinds of elements, which its package doesn’t give away.
const isLiteral = (element: Element): element is Extract<Element, { value: string }> => Number(element.type) === 0;
const isNumber = (element: Element): boolean => Number(element.type) === 2;
