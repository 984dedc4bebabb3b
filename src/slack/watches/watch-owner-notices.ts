import type { NotifyOwner, OwnerNotice } from '../../digests/ports.ts';
import type { TellWatchOwner } from '../../digests/watches/ports.ts';
import type { Watch } from '../../digests/watches/types.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { changedNotice, failedNotice, pausedNotice, unknownNotice } from '../blocks/watches/watch-notices.ts';
import { createNotifyOwner } from '../digests/owner-notices.ts';
import { createTellOfChange, type TellOwnerOptions } from '../digests/tell-owner.ts';
import { ACTIONS } from '../names.ts';
import type { Reader } from '../words/reader.ts';

/** Sends a watch's owner direct messages: of an alert that failed or may not have arrived, and of what another person did to it. */
export function createWatchOwnerNotices(options: TellOwnerOptions): {
  readonly notifyOwner: NotifyOwner<Watch>;
  readonly tellOwner: TellWatchOwner;
} {
  const { log } = options;
  const onError = (reason: string, { id }: { readonly id: string }) =>
    log.warn({ alert: id, reason }, 'the owner of a watch was not notified');
  return {
    notifyOwner: createNotifyOwner({ ...options, onError }, write),
    tellOwner: createTellOfChange(options, {
      ownerOf: ({ watch }) => watch.ownerId,
      about: ({ watch, kind }) => ({ watch: watch.id, change: kind }),
      noticeOf: changedNotice,
    }),
  };
}

function write(reader: Reader, notice: OwnerNotice<Watch>, now: number): Reply {
  const { digest: watch, run } = notice;
  switch (notice.kind) {
    case 'failed':
      return failedNotice(reader, { watch, run, now }, notice.reason);
    case 'paused':
      return pausedNotice(reader, watch, notice.reason);
    case 'unknown':
      return unknownNotice(
        reader,
        { watch, run, now },
        { arrivedActionId: ACTIONS.watchArrived, againActionId: ACTIONS.watchAgain },
      );
  }
}
