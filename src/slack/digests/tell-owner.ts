import type { TellOwner } from '../../digests/ports.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { Logger } from '../../logger.ts';
import { changedNotice } from '../blocks/digests/digest-notices.ts';
import { postOnce } from '../sending/post-once.ts';
import { outcomeReason } from '../sending/post-outcome.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { PostingClient } from '../web-api/web-api.ts';
import { type Audience, withAudience } from '../words/reader.ts';

/** The role of a person, and the admins: what is written to a person who hasn't asked for it is to fit them. Never rejects. */
export type AudienceOf = (asker: Asker) => Promise<Audience>;

interface Options {
  readonly posting: PostingClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly audienceOf: AudienceOf;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Keeps the app from stopping while a notice is under way. */
  readonly track: <Result>(work: Promise<Result>) => Promise<Result>;
}

/** Notifies a digest's owner by direct message of what another person did to it; the change is made by then, whatever comes of this. */
export function createTellOwner({ posting, directory, audienceOf, log, now, track }: Options): TellOwner {
  async function tell(change: Parameters<TellOwner>[0]): Promise<void> {
    const { ownerId: personId, id } = change.digest;
    const at = now();
    try {
      const [reader, audience] = await Promise.all([
        directory.reader(personId),
        audienceOf({ personId, channelId: undefined }),
      ]);
      const outcome = await postOnce(posting, changedNotice(withAudience(reader, audience), change, at), {
        channel: personId,
        log,
        reader: async () => reader,
      });
      if (outcome.kind === 'posted') return;
      log.warn({ digest: id, change: change.kind, reason: outcomeReason(outcome) }, NOT_NOTIFIED);
    } catch (error) {
      log.error({ err: error, digest: id, change: change.kind }, NOT_NOTIFIED);
    }
  }

  return (change) => {
    track(tell(change));
  };
}

const NOT_NOTIFIED = 'the owner of a digest was not notified of a change';
