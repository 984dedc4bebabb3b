import type { Digest } from '../../../digests/types.ts';
import type { Reader } from '../../words/reader.ts';
import { writeDay } from '../kit/instant.ts';
import { type Reply, sentences } from '../kit/reply.ts';

/** What a sign of life says. `since`: when the last post was; `now`: both Unix milliseconds. `read`: how many of the accounts were. */
interface SignOfLife {
  readonly since: number;
  readonly accounts: number;
  readonly read: number;
  readonly now: number;
}

/**
 * Posted in place of a digest when nothing has changed for a week, so that silence never means that it is broken.
 * @param reader in the digest's own words
 */
export function signOfLifeReply(
  reader: Reader,
  digest: Pick<Digest, 'title'>,
  { since, accounts, read, now }: SignOfLife,
): Reply {
  const { all, some, none } = reader.words.digestPosts.signOfLife;
  const facts = { title: [{ bold: digest.title }], since: writeDay(reader, since, now) };
  const unread = accounts - read;
  if (unread === 0) return sentences(reader, all({ ...facts, accounts }));
  return sentences(reader, read === 0 ? none({ ...facts, accounts }) : some({ ...facts, read, unread }));
}
