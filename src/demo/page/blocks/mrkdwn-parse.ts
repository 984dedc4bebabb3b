import { decodeEntities, type Inline, parseInline } from './mrkdwn-inline.ts';

/** A part of a text that stands on lines of its own. */
export type Piece =
  | { readonly kind: 'lines' | 'quote'; readonly children: readonly Inline[] }
  | { readonly kind: 'pre'; readonly text: string };

/** Reads a mrkdwn text as Slack does: preformatted blocks first, then quotes, then what is inside a line. */
export function parseMrkdwn(text: string, options: { readonly verbatim: boolean }): readonly Piece[] {
  return text.split(/```([^`].*?)```\n?/s).flatMap((part, index): readonly Piece[] => {
    const isPreformatted = index % 2 === 1;
    if (isPreformatted) return [{ kind: 'pre', text: decodeEntities(part.replace(/^\n|\n$/g, '')) }];
    return part === ''
      ? []
      : splitQuotes(part).map(({ kind, lines }) => ({ kind, children: parseInline(lines.join('\n'), options) }));
  });
}

interface Run {
  readonly kind: 'lines' | 'quote';
  readonly lines: string[];
}

/** Neighbouring lines of one kind, together. `>` and its escaped form both begin a quote. */
function splitQuotes(text: string): readonly Run[] {
  const runs: Run[] = [];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const quoted = /^(?:>|&gt;) ?(.*)$/.exec(line)?.[1];
    const kind = quoted === undefined ? 'lines' : 'quote';
    const last = runs.at(-1);
    if (last?.kind === kind) last.lines.push(quoted ?? line);
    else runs.push({ kind, lines: [quoted ?? line] });
  }
  return runs;
}
