/** The variables of a `.env` file's text, and the lines that can't be understood. */
interface EnvText {
  readonly variables: ReadonlyMap<string, string>;
  /** One per line at fault, by its number and never with anything that stands there. */
  readonly faults: readonly string[];
}

// Each is matched at the place that has been read up to.
const NOTHING = /[ \t]*(?:#[^\n]*)?(?:\n|$)/;
const NAME = /[ \t]*(?:export +)?([\w.-]+)[ \t]*=[ \t]*/;
const QUOTED = /(["'`])([\s\S]*?)\1/;
const UNQUOTED = /([^\n]*)(?:\n|$)/;

/**
 * Reads the text of a `.env` file as Node's `util.parseEnv` does, which however skips lines and cuts values short
 * silently. Here those are faults: a line without a name or `=`, a quote that isn't closed, text behind a closing quote, and
 * a `#` in the middle of a value without quotes.
 * @param text with `\n` at the lines' ends
 */
export function readEnvText(text: string): EnvText {
  const variables = new Map<string, string>();
  const faults: string[] = [];
  let position = 0;
  let line = 1;

  function take(pattern: RegExp): RegExpExecArray | undefined {
    const here = new RegExp(pattern, 'y');
    here.lastIndex = position;
    const found = here.exec(text) ?? undefined;
    position += found?.[0].length ?? 0;
    line += found?.[0].match(/\n/g)?.length ?? 0;
    return found;
  }

  function takeValue(name: string): string | undefined {
    const first = line;
    const quoted = take(QUOTED);
    if (quoted) {
      const [, quote, value = ''] = quoted;
      variables.set(name, quote === '"' ? value.replaceAll('\\n', '\n') : value);
      const last = line;
      if (take(NOTHING)) return undefined;
      take(UNQUOTED);
      return `has more text behind the quote that closes its value${last > first ? ` in line ${last}` : ''}`;
    }
    const [, rest = ''] = take(UNQUOTED) ?? [];
    variables.set(name, rest.replace(/#.*/, '').trim());
    if (/^["'`]/.test(rest)) return 'has a quote that is never closed';
    if (/[^ \t]#/.test(rest.replace(/[ \t]#.*/, '')))
      return 'has a # within its value, which would begin a comment; put the value in quotes';
    return undefined;
  }

  while (position < text.length) {
    if (take(NOTHING)) continue;
    const first = line;
    const [, name] = take(NAME) ?? [];
    if (name === undefined) take(UNQUOTED);
    const fault = name === undefined ? 'is not of the form NAME=VALUE' : takeValue(name);
    if (fault) faults.push(`line ${first} ${fault}`);
  }
  return { variables, faults };
}
