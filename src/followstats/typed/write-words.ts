import { escapeTyped, type Word } from './words.ts';

/** Text that would be read as other words where no quotes stand around it: a link's label may hold such. */
const NEEDS_QUOTES = /^["“”„‟«»＂]|[\p{White_Space},，、､；]|;$|^$/u;

/**
 * Writes words so that `readWords` reads the same ones back, in the form in which Slack delivers typed text.
 * @returns `undefined` when one of them can't be written, e.g. a mention of which only the label is known
 */
export function writeWords(words: readonly Word[]): string | undefined {
  const written = words.map(writeWord);
  return written.includes(undefined) ? undefined : written.join(' ');
}

function writeWord(word: Word): string | undefined {
  switch (word.kind) {
    case 'text':
      if (word.quoted) return escapeTyped(`"${word.text.replace(/["\\]/g, '\\$&')}"`);
      return NEEDS_QUOTES.test(word.text) ? undefined : escapeTyped(word.text);
    case 'person':
      return `<@${word.personId}>`;
    case 'group':
      return `<!subteam^${word.groupId}>`;
    case 'channel':
      return `<#${word.channelId}>`;
    case 'other-mention':
      return undefined;
  }
}
