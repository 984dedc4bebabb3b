import type { Config } from '../config.ts';
import { createDigestCommands } from '../digests/commands.ts';
import { createTryChannel } from '../digests/delivery/try-channel.ts';
import { createWatchCommands } from '../digests/watches/commands.ts';
import { createOwnsWatch } from '../digests/watches/owns-watch.ts';
import { createTryPlace } from '../digests/watches/try-place.ts';
import type { Asker } from '../followstats/access/rules.ts';
import { createOpenWork } from '../followstats/commands/open-work.ts';
import { composeFollowstats, type FollowstatsEvents } from '../followstats/compose.ts';
import type { Logger } from '../logger.ts';
import { createAnnounce } from '../slack/digests/announce.ts';
import { createTellOwner } from '../slack/digests/tell-owner.ts';
import { createAnnounceWatch } from '../slack/watches/announce-watch.ts';
import { createWatchOwnerNotices } from '../slack/watches/watch-owner-notices.ts';
import type { Audience } from '../slack/words/reader.ts';
import type { Store } from '../store/open.ts';
import type { Timers } from '../timers.ts';
import type { ChatParts } from './chat.ts';
import type { SlackClients } from './slack-clients.ts';

interface Options {
  readonly config: Config;
  readonly store: Store;
  readonly chat: ChatParts;
  readonly clients: SlackClients;
  /** The whole time of one request, milliseconds. */
  readonly timeLimitMs: number;
  /** As `createAuditWriter` has it. */
  readonly gatheredMs: number | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly timers: Timers;
  readonly log: Logger;
  /** Aborts when the app stops. */
  readonly signal: AbortSignal;
}

/** Makes what answers commands, with what tells channels of digests and watches, and their owners of what others do to them. */
export function composeCommands(options: Options) {
  const { config, store, chat, clients, timeLimitMs, gatheredMs, now, timers, log, signal } = options;
  const { posting, directory, mayPointTo } = clients;
  const { lookup, names, readRelations, checkFollows } = chat;
  const work = createOpenWork();
  const announce = createAnnounce({ posting, directory, log, now });
  const tryChannel = createTryChannel({ digests: store.digests, announce });
  const toOwners = {
    ...{ posting, directory, log, now },
    audienceOf: (asker: Asker): Promise<Audience> => followstats.audienceOf(asker),
    track: work.track,
  };
  const { notifyOwner, tellOwner: tellWatchOwner } = createWatchOwnerNotices(toOwners);
  const tryPlace = createTryPlace({
    watches: store.watches,
    announce: createAnnounceWatch({ posting, directory, log }),
  });
  const ownsWatch = createOwnsWatch(store.watches);
  const tellOwner = createTellOwner(toOwners);
  const followstats = composeFollowstats({
    ...{ store, directory, lookup, names, readRelations, checkFollows },
    configured: config.rules,
    answerDigest: createDigestCommands({ ...store, mayPointTo, tryChannel, tellOwner, now }),
    ownsWatch,
    answerWatch: createWatchCommands({ ...store, mayPointTo, tryPlace, tellOwner: tellWatchOwner, now }),
    maxAccounts: config.maxAccounts,
    eventRetentionMs: config.eventRetentionMs,
    ...{ timeLimitMs, now, timers, gatheredMs, work, signal },
    events: logFollowstats(log),
  });
  return {
    ...followstats,
    work,
    tryChannel,
    tryPlace,
    tellOwner,
    ownsWatch,
    tellWatchOwner,
    notifyWatchOwner: notifyOwner,
  };
}

function logFollowstats(log: Logger): FollowstatsEvents {
  return {
    onUnreadable: (error) => log.error({ err: error }, 'grants cannot be read; only the configuration lets people in'),
    onUnsaved: (error) => log.error({ err: error }, 'a change of access could not be saved'),
    onNoEarlier: (error) => log.warn({ err: error }, 'an answer lacks what was read before'),
    onNoJoining: (error) => log.warn({ err: error }, 'since when followers follow an account was not read or kept'),
    onLost: (error, entry) => log.error({ err: error, entry }, 'the audit log lacks an entry'),
  };
}
