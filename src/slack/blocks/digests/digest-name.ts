import type { Digest } from '../../../digests/types.ts';
import type { Reader } from '../../words/reader.ts';
import type { Inline, Sentence } from '../kit/inline.ts';

/** A digest by its number and title: `#7 Creators`. */
export function nameOf({ id, title }: Pick<Digest, 'id' | 'title'>): Inline {
  return { bold: `#${id} ${title}` };
}

/** Where a digest is posted. A direct message has no name that others could read. */
export function placeOf({ words }: Reader, { channelId }: Pick<Digest, 'channelId'>): Sentence {
  return channelId.startsWith('D') ? words.digests.directMessages() : [{ channelId }];
}
