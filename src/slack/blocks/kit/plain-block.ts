import type { SectionBlock } from '@slack/types';
import { clean } from './inline.ts';

/** A section's text takes 3000; half, since Slack may count UTF-16 units where `clean` counts code points. */
const LONGEST = 1500;

/** Top-level text as a block in which nothing is read as markup; mentions and times become plain words. */
export function plainBlock(text: string): SectionBlock {
  const lines = text.split('\n').map((line) => clean(toPlainLine(line), LONGEST));
  return { type: 'section', text: { type: 'plain_text', text: clip(lines.join('\n')), emoji: false } };
}

function toPlainLine(line: string): string {
  return line
    .replaceAll(/<!date\^[^|>]*\|([^>]*)>/g, '$1')
    .replaceAll(/<@[^>]*>/g, 'a person')
    .replaceAll(/<!subteam\^[^>]*>/g, 'a user group')
    .replaceAll(/<#[^>]*>/g, 'a channel')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function clip(text: string): string {
  const points = [...text];
  return points.length <= LONGEST ? text : `${points.slice(0, LONGEST - 1).join('')}…`;
}
