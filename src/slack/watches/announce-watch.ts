import type { AnnounceWatch } from '../../digests/watches/ports.ts';
import { announcementReply } from '../blocks/watches/watch-notices.ts';
import { type AnnounceOptions, postAnnouncement } from '../digests/announce.ts';
import { readerOfWatch } from './watch-reader.ts';

/** Makes an `AnnounceWatch`; the line is in the owner's words. */
export function createAnnounceWatch(options: AnnounceOptions): AnnounceWatch {
  return async (watch) => {
    const reader = await readerOfWatch(options.directory, watch);
    const reply = announcementReply(reader, watch);
    return postAnnouncement(options, { reply, channelId: watch.channelId, reader, about: { watch: watch.id } });
  };
}
