import { isPermanentError, isRepeatedError } from './delivery/permanent-errors.ts';
import type { Digest, PauseReason } from './types.ts';

type Standing = Pick<Digest, 'state'>;

/**
 * Returns why the app itself has paused a digest: a run would only find the same out once more. `undefined` when it hasn't, or
 * for a reason that this version doesn't know.
 */
export function ownPauseOf({ state }: Standing): Exclude<PauseReason, 'by-person'> | undefined {
  if (state.kind === 'active' || typeof state.reason !== 'string') return undefined;
  return state.reason === 'by-person' ? undefined : state.reason;
}

/**
 * Whether its channel is to be tried before it goes on: rejections by Slack have paused it, or it was edited while it was paused,
 * so that it may post somewhere else now.
 */
export function isChannelToTry(digest: Standing & Pick<Digest, 'editedAt'>): boolean {
  const { state, editedAt } = digest;
  if (state.kind === 'active') return false;
  const reason = ownPauseOf(digest);
  return editedAt > state.since || (reason !== undefined && (isPermanentError(reason) || isRepeatedError(reason)));
}
