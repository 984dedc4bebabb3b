import type { Message } from '../../slack/types.ts';
import { DIGEST_EVENT } from '../what-came.ts';

/** The app's own names of buttons that say what a message is. Its words can't: they differ by language. */
export const BUTTONS = {
  refresh: 'followstats_refresh',
  share: 'followstats_share',
  command: 'followstats_command',
} as const;

/** How each line begins that says what couldn't be read, in every language. */
const WARNING = '⚠';

/** A look-up's answer that can be shared: at least one account was read. */
export function isShareable(message: Message): boolean {
  return partsOf(message).some((part) => part.action_id === BUTTONS.share);
}

/** A look-up's answer, and something of it couldn't be read. */
export function isFailure(message: Message): boolean {
  return message.text.includes(WARNING) && partsOf(message).some((part) => part.action_id === BUTTONS.refresh);
}

/** What a private answer becomes once it was shared: a line without buttons that names its channel. */
export function isShared(message: Message): boolean {
  const parts = partsOf(message);
  return (
    message.visibleTo !== undefined &&
    message.version > 1 &&
    parts.some((part) => part.type === 'channel' && part.channel_id === message.channelId) &&
    parts.every((part) => part.action_id === undefined)
  );
}

/** Offers to look the list up, which can be done only with one that exists. */
export function offersList(message: Message, name: string): boolean {
  return partsOf(message).some(
    (part) =>
      typeof part.action_id === 'string' &&
      part.action_id.startsWith(BUTTONS.command) &&
      part.value === `lookup list:${name}`,
  );
}

export function isDigestPost(message: Message): boolean {
  return message.metadata?.event_type === DIGEST_EVENT;
}

/** Every object inside the blocks, however deep. */
function partsOf(message: Message): readonly Readonly<Record<string, unknown>>[] {
  return objectsIn(message.blocks);
}

function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return [{ ...value }, ...Object.values(value).flatMap(objectsIn)];
}
