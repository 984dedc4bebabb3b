import { withDeadline } from '../../deadline.ts';
import type { MayPointTo, PlaceFault } from '../../digests/ports.ts';
import type { Directory } from '../../followstats/access/access.ts';
import type { ChannelId, PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';
import { isDirectMessages, isPersonId } from '../ids.ts';
import type { PromiseCache } from '../web-api/directory.ts';
import { platformError, type WebClient } from '../web-api/web-api.ts';

type Verdict = PlaceFault | undefined;

interface Options {
  readonly web: WebClient;
  readonly directory: Pick<Directory, 'membership'>;
  /** What was allowed lately, so that a preview and the Save after it ask Slack once; a minute, since people leave channels. */
  readonly kept: PromiseCache<Verdict>;
  readonly log: Logger;
  /** How long Slack may take, milliseconds: a form is answered within three seconds. */
  readonly waitMs?: number;
}

const WAIT_MS = 1500;
/** As many members as Slack gives at once, and a channel of more than all pages is left to its owner. */
const PAGE = 999;
const MOST_PAGES = 10;

/**
 * Asks Slack who may read a conversation. Channels need `channels:read` or, private ones, `groups:read`; for direct messages
 * the app looks up its own with the person, by `im:write`.
 */
export function createMayPointTo({ web, directory, kept, log, waitMs = WAIT_MS }: Options): MayPointTo {
  async function isMember(channel: string, personId: PersonId): Promise<Verdict> {
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const { members = [], response_metadata: more } = await web.conversations.members({
        channel,
        limit: PAGE,
        ...(cursor && { cursor }),
      });
      if (members.includes(personId)) return undefined;
      cursor = more?.next_cursor;
      if (!cursor) return 'not-yours';
    }
    log.warn({ channel }, 'a channel has too many members to look for one');
    return 'no-answer';
  }

  async function isOwnMessages(channelId: ChannelId, personId: PersonId): Promise<Verdict> {
    const { channel } = await web.conversations.open({ users: personId });
    return channel?.id === channelId ? undefined : 'not-yours';
  }

  async function ask(personId: PersonId, channelId: ChannelId): Promise<Verdict> {
    if (isPersonId(channelId)) return channelId === (personId as string) ? undefined : 'not-yours';
    if (isDirectMessages(channelId)) return isOwnMessages(channelId, personId);
    const { channel } = await web.conversations.info({ channel: channelId });
    const isPublic = channel?.is_private === false && channel.is_im !== true && channel.is_mpim !== true;
    // Guests and people of other teams see only the channels they are in.
    const isOpen = isPublic && (await directory.membership(personId)) === 'member';
    return isOpen ? undefined : isMember(channelId, personId);
  }

  async function decide(personId: PersonId, channelId: ChannelId): Promise<Verdict> {
    try {
      return await ask(personId, channelId);
    } catch (error) {
      const code = platformError(error);
      log.warn({ channel: channelId, error: code ?? 'no answer' }, 'Slack did not say who is in a conversation');
      return toPlaceFault(code);
    }
  }

  return async (personId, channelId) => {
    const key = `${personId} ${channelId}`;
    const verdict = kept.get(key) ?? decide(personId, channelId);
    kept.set(key, verdict);
    const fault = await withDeadline(verdict, { ms: waitMs }, () => 'no-answer' as const);
    // What stands in the way may be mended at any moment.
    if (fault) kept.delete(key);
    return fault;
  };
}

function toPlaceFault(code: string | undefined): PlaceFault {
  if (code === 'missing_scope') return 'missing-scope';
  return code === 'channel_not_found' ? 'not-found' : 'no-answer';
}
