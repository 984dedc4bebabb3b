import type { SectionBlock } from '@slack/types';
import type { Reader } from '../../words/reader.ts';
import { clean, toPlain } from './inline.ts';

/** A section's text takes 3000; half, since Slack may count UTF-16 units where `clean` counts code points. */
const LONGEST = 1500;

/** Top-level text as a block in which nothing is read as markup; mentions and times become plain words. */
export function plainBlock(reader: Reader, text: string): SectionBlock {
  const lines = text.split('\n').map((line) => clean(toPlainLine(reader, line), LONGEST));
  return { type: 'section', text: { type: 'plain_text', text: clip(lines.join('\n')), emoji: false } };
}

function toPlainLine({ words: { kit } }: Reader, line: string): string {
  return line
    .replaceAll(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/<@[^>]*>/g, () => toPlain(kit.person()))
    .replaceAll(/<!subteam\^[^>]*>/g, () => toPlain(kit.group()))
    .replaceAll(/<#[^>]*>/g, () => toPlain(kit.channel()))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function clip(text: string): string {
  const points = [...text];
  return points.length <= LONGEST ? text : `${points.slice(0, LONGEST - 1).join('')}…`;
}
