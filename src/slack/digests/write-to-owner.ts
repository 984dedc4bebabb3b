import type { PostOutcome } from '../../digests/ports.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { postOnce } from '../sending/post-once.ts';

import type { SlackDirectory } from '../web-api/directory.ts';
import type { PostingClient } from '../web-api/web-api.ts';
import { type Audience, type Reader, withAudience } from '../words/reader.ts';

/** The role of a person, and the admins: what is written to a person who hasn't asked for it is to fit them. Never rejects. */
export type AudienceOf = (asker: Asker) => Promise<Audience>;

/** What writing to an owner needs. */
export interface WriteToOwnerOptions {
  readonly posting: PostingClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly audienceOf: AudienceOf;
  readonly log: Logger;
}

/** Sends an owner a direct message in their own words; `chat:write` is enough for that. */
export type WriteToOwner = (ownerId: PersonId, write: (reader: Reader) => Reply) => Promise<PostOutcome>;

/** Makes a `WriteToOwner`. */
export function createWriteToOwner({ posting, directory, audienceOf, log }: WriteToOwnerOptions): WriteToOwner {
  return async (ownerId, write) => {
    const [plain, audience] = await Promise.all([
      directory.reader(ownerId),
      audienceOf({ personId: ownerId, channelId: undefined }),
    ]);
    const reader = withAudience(plain, audience);
    return postOnce(posting, write(reader), { channel: ownerId, log, reader: async () => reader });
  };
}
