/** A part of a line of mrkdwn. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'mention'; readonly id: string; readonly label: string }
  | { readonly kind: 'broadcast'; readonly range: string }
  | {
      readonly kind: 'date';
      /** Unix seconds. */
      readonly timestamp: number;
      readonly format: string;
      readonly url: string | undefined;
      readonly fallback: string;
    };

interface Options {
  /** Bare addresses stay text. Slack links them otherwise. */
  readonly verbatim: boolean;
}

type Taken = { readonly part: Inline; readonly length: number };

/** Reads mrkdwn that holds no preformatted block and no quote. */
export function parseInline(source: string, options: Options): readonly Inline[] {
  const parts: Inline[] = [];
  let text = '';
  const endText = (): void => {
    if (text !== '') parts.push({ kind: 'text', text: decodeEntities(text) });
    text = '';
  };
  for (let at = 0; at < source.length; ) {
    const taken = take(source, at, options);
    if (taken) {
      endText();
      parts.push(taken.part);
    } else {
      text += source[at];
    }
    at += taken?.length ?? 1;
  }
  endText();
  return parts;
}

/** Slack escapes exactly these three. */
export function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '');
}

function take(source: string, at: number, options: Options): Taken | undefined {
  switch (source[at]) {
    case '<':
      return takeAngle(source.slice(at));
    case '`':
      return takeCode(source.slice(at));
    case '*':
      return takeStyled(source, at, 'bold', options);
    case '_':
      return takeStyled(source, at, 'italic', options);
    case '~':
      return takeStyled(source, at, 'strike', options);
    case 'h':
      return options.verbatim ? undefined : takeAddress(source, at);
    default:
      return undefined;
  }
}

function takeAngle(rest: string): Taken | undefined {
  const match = /^<([!@#][^<>|\n]+|[a-z][a-z+.-]*:[^<>|\n]+)(?:\|([^<>\n]*))?>/i.exec(rest);
  if (!match) return undefined;
  const [{ length }, target = '', label = ''] = match;
  return { part: toAngled(target, decodeEntities(label)), length };
}

function toAngled(target: string, label: string): Inline {
  const group = /^!subteam\^(\w+)$/.exec(target)?.[1];
  if (group !== undefined) return { kind: 'mention', id: group, label: label || '@group' };
  const date = /^!date\^(\d+)\^([^^]+)(?:\^(.+))?$/.exec(target);
  if (date) {
    const [, timestamp, format = '', url] = date;
    return { kind: 'date', timestamp: Number(timestamp), format: decodeEntities(format), url, fallback: label };
  }
  if (target.startsWith('!')) return { kind: 'broadcast', range: target.slice(1) };
  if (target.startsWith('@')) return { kind: 'mention', id: target.slice(1), label: label || '@unknown' };
  if (target.startsWith('#')) return { kind: 'mention', id: target.slice(1), label: `#${label || 'private channel'}` };
  const url = decodeEntities(target);
  return { kind: 'link', url, label: label || url.replace(/^mailto:/, '') };
}

function takeCode(rest: string): Taken | undefined {
  const match = /^`([^`\n]+)`/.exec(rest);
  return match ? { part: { kind: 'code', text: decodeEntities(match[1] ?? '') }, length: match[0].length } : undefined;
}

/** A mark styles only at the edges of words: `snake_case_name` and `2 * 3 * 4` stay as they are. */
function takeStyled(
  source: string,
  at: number,
  kind: 'bold' | 'italic' | 'strike',
  options: Options,
): Taken | undefined {
  const mark = source[at];
  const next = source[at + 1] ?? ' ';
  if (isWord(source[at - 1]) || /\s/.test(next) || next === mark) return undefined;
  for (let end = at + 1; end < source.length && source[end] !== '\n'; end += skipped(source, end)) {
    const closes = source[end] === mark && !/\s/.test(source[end - 1] ?? '') && !isWord(source[end + 1]);
    if (closes) {
      return { part: { kind, children: parseInline(source.slice(at + 1, end), options) }, length: end - at + 1 };
    }
  }
  return undefined;
}

function isWord(mark: string | undefined): boolean {
  return mark !== undefined && /[\p{L}\p{N}]/u.test(mark);
}

/** Marks inside code and angle brackets close nothing. */
function skipped(source: string, at: number): number {
  if (source[at] === '`') return takeCode(source.slice(at))?.length ?? 1;
  return (source[at] === '<' ? takeAngle(source.slice(at)) : undefined)?.length ?? 1;
}

function takeAddress(source: string, at: number): Taken | undefined {
  if (/\w/.test(source[at - 1] ?? '')) return undefined;
  const match = /^https?:\/\/[^\s<>|]+[^\s<>|.,;:!?'")\]*_~]/.exec(source.slice(at));
  if (!match) return undefined;
  const url = decodeEntities(match[0]);
  return { part: { kind: 'link', url, label: url }, length: match[0].length };
}
