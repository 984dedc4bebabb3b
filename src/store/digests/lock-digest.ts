import type { Digest, DigestId } from '../../digests/types.ts';
import type { JobContext } from '../clock.ts';
import { tryDigest } from './digest-rows.ts';

/**
 * A digest as it is, and stays until the transaction ends. Whoever needs a digest and its runs locks the digest first, so
 * that no two wait for each other.
 * @returns `undefined` when it is gone, or can't be read
 */
export async function lockDigest({ db, engine }: JobContext, id: DigestId): Promise<Digest | undefined> {
  const row = await db
    .selectFrom('digests')
    .selectAll()
    .where('id', '=', Number(id))
    .where('deleted_at', 'is', null)
    .$if(engine === 'postgres', (query) => query.forUpdate())
    .executeTakeFirst();
  return row && tryDigest(row);
}
