import { ApiError } from '../api-error.ts';
import type { InstalledApp } from '../installed-app.ts';
import type { Channel } from '../types.ts';

/** @throws {ApiError} `missing_scope`, with what is needed and what there is, unless the bot token has all of them. */
export function demandScopes({ scopes }: Pick<InstalledApp, 'scopes'>, needed: readonly string[]): void {
  const missing = needed.filter((scope) => !scopes.has(scope));
  if (missing.length > 0) {
    throw new ApiError('missing_scope', { needed: missing.join(','), provided: [...scopes].join(',') });
  }
}

/** The scope a channel's kind asks for: `channels:…`, `groups:…` when private, `im:…` for a direct message. */
export function scopeFor({ id, isPrivate }: Pick<Channel, 'id' | 'isPrivate'>, what: 'read' | 'history'): string {
  if (id.startsWith('D')) return `im:${what}`;
  return `${isPrivate ? 'groups' : 'channels'}:${what}`;
}
