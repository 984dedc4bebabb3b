/** What must not be cut through in escaped top-level text: a mention or date, an escape, a surrogate pair. */
const WHOLE = /<[^<>]*>|&(?:amp|lt|gt);|./gsu;

/** Says how many lines are left out. */
export type CutNote = (lines: number) => string;

/**
 * Cuts escaped top-level text at the end of a line, and says in one more line how much is left out. A single line that is
 * too long itself ends with `…`, and never within a mention, an escape or a character.
 * @param longest UTF-16 units of the whole; at least as many code points as Slack may count
 */
export function cutText(text: string, longest: number, note: CutNote): string {
  return cutLines(text.split('\n'), longest, note);
}

/** As `cutText`, for lines that are not joined yet. */
export function cutLines(lines: readonly string[], longest: number, note: CutNote): string {
  if (joinedLength(lines) <= longest) return lines.join('\n');
  const room = longest - note(lines.length).length - 1;
  const kept: string[] = [];
  let used = 0;
  for (const line of lines) {
    if (used + line.length + 1 > room) break;
    used += line.length + 1;
    kept.push(line);
  }
  if (kept.length === 0) kept.push(cutLine(lines[0] ?? '', room));
  const left = lines.length - kept.length;
  return (left > 0 ? [...kept, note(left)] : kept).join('\n');
}

/** How long lines are once they are joined, UTF-16 units. */
export function joinedLength(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, -1);
}

function cutLine(line: string, longest: number): string {
  let kept = '';
  for (const [piece] of line.matchAll(WHOLE)) {
    if (kept.length + piece.length + 1 > longest) break;
    kept += piece;
  }
  return `${kept}…`;
}
