import { clean, type Inline, type Sentence } from '../kit/inline.ts';
import type { Reply } from '../kit/reply.ts';

/** Lines of a post that a form shows: it may hold no table and no chart. */
const MOST_LINES = 10;

/** What Slack's text markup is made of where the app writes it: mentions and instants. */
const TOKEN = /<([@#])([A-Z0-9]+)>|<!date\^(\d+)\^[^>]*>/g;

/**
 * How a preview begins, a line each: from its text, which says all that its blocks do.
 * @param reply whose first line says that it is a preview
 * @param title of the digest, which the form shows already
 */
export function previewLines({ text }: Pick<Reply, 'text'>, title: string): readonly Sentence[] {
  const [, ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  const isTitle = lines[0] !== undefined && unescaped(lines[0]) === clean(title);
  return lines.slice(isTitle ? 1 : 0, MOST_LINES + (isTitle ? 1 : 0)).map(toSentence);
}

/** Reads a line of the markup back into pieces. */
function toSentence(line: string): Sentence {
  const pieces: Inline[] = [];
  let from = 0;
  for (const { index, 0: token, 1: sign, 2: id = '', 3: seconds } of line.matchAll(TOKEN)) {
    pieces.push(...plain(line.slice(from, index)));
    if (seconds !== undefined) pieces.push({ time: Number(seconds) * 1000 });
    else pieces.push(sign === '@' ? { personId: id } : { channelId: id });
    from = index + token.length;
  }
  return [...pieces, ...plain(line.slice(from))];
}

const plain = (text: string): readonly string[] => (text === '' ? [] : [unescaped(text)]);

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
