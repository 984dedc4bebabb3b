import type { Reader } from '../../words/reader.ts';
import type { Inline, Sentence } from './inline.ts';

/** Puts words such as “a person” in the place of mentions, for where Slack shows none. */
export function withoutMentions({ words: { kit } }: Reader, sentence: Sentence): Sentence {
  return sentence.flatMap((piece): readonly Inline[] => {
    if (typeof piece === 'string') return [piece];
    if ('personId' in piece) return kit.person();
    if ('groupId' in piece) return kit.group();
    return 'channelId' in piece ? kit.channel() : [piece];
  });
}
