import type { Digest } from '../../../digests/types.ts';
import type { Reader } from '../../words/reader.ts';
import type { Inline, Sentence } from '../kit/inline.ts';

/** A digest by its number and title: `#7 Creators`. */
export function nameOf({ id, title }: Pick<Digest, 'id' | 'title'>): Inline {
  return { bold: `#${id} ${title}` };
}

/** Where a digest is posted. Direct messages, also by their person's id, have no name that others could read. */
export function placeOf({ words }: Reader, { channelId }: Pick<Digest, 'channelId'>): Sentence {
  return isDirect({ channelId }) ? words.digests.directMessages() : [{ channelId }];
}

/** The same for the person who asks to have it posted there. */
export function ownPlaceOf({ words }: Reader, { channelId }: Pick<Digest, 'channelId'>): Sentence {
  return isDirect({ channelId }) ? words.digests.yourDirectMessages() : [{ channelId }];
}

/** Whether a digest comes as direct messages. */
export function isDirect({ channelId }: Pick<Digest, 'channelId'>): boolean {
  return /^[DUW]/.test(channelId);
}
