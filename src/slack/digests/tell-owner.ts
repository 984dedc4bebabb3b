import type { TellOwner } from '../../digests/ports.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { changedNotice } from '../blocks/digests/digest-notices.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { outcomeReason } from '../sending/post-outcome.ts';
import type { Reader } from '../words/reader.ts';
import { createWriteToOwner, type WriteToOwnerOptions } from './write-to-owner.ts';

/** What notifying owners of changes needs. */
export interface TellOwnerOptions extends WriteToOwnerOptions {
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
  /** Keeps the app from stopping while a notice is under way. */
  readonly track: <Result>(work: Promise<Result>) => Promise<Result>;
}

interface ChangeNotices<Change> {
  readonly ownerOf: (change: Change) => PersonId;
  /** What the log says of it. */
  readonly about: (change: Change) => Readonly<Record<string, string>>;
  readonly noticeOf: (reader: Reader, change: Change, at: number) => Reply;
}

/** Notifies an owner by direct message of what another person did; the change is made by then, whatever comes of this. */
export function createTellOfChange<Change>(
  options: TellOwnerOptions,
  { ownerOf, about, noticeOf }: ChangeNotices<Change>,
): (change: Change) => void {
  const { log, now, track } = options;
  const writeToOwner = createWriteToOwner(options);

  async function tell(change: Change): Promise<void> {
    const at = now();
    try {
      const outcome = await writeToOwner(ownerOf(change), (reader) => noticeOf(reader, change, at));
      if (outcome.kind === 'posted') return;
      log.warn({ ...about(change), reason: outcomeReason(outcome) }, 'an owner was not notified of a change');
    } catch (error) {
      log.error({ err: error, ...about(change) }, 'an owner was not notified of a change');
    }
  }

  return (change) => {
    track(tell(change));
  };
}

/** Makes a `TellOwner`. */
export function createTellOwner(options: TellOwnerOptions): TellOwner {
  return createTellOfChange(options, {
    ownerOf: ({ digest }) => digest.ownerId,
    about: ({ digest, kind }) => ({ digest: digest.id, change: kind }),
    noticeOf: changedNotice,
  });
}
