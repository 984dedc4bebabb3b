import { LRUCache } from 'lru-cache';
import type { Config } from '../config.ts';
import type { PlaceFault } from '../digests/ports.ts';
import type { Logger } from '../logger.ts';
import { createMayPointTo } from '../slack/digests/may-point-to.ts';
import { createBoltLogger } from '../slack/web-api/bolt-logger.ts';
import { createDirectory, type PersonFacts } from '../slack/web-api/directory.ts';
import { createPostingClient, createWebClient, readIdentity } from '../slack/web-api/web-api.ts';

interface Options {
  readonly config: Pick<Config, 'slack' | 'language'>;
  readonly fetch: typeof globalThis.fetch;
  /** As `createDirectory` has it. */
  readonly nameOf: Parameters<typeof createDirectory>[0]['nameOf'];
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly log: Logger;
  /** Aborts when the app stops. */
  readonly signal: AbortSignal;
}

const DIRECTORY_KEPT = { max: 5000, ttl: 5 * 60_000 };
const PLACES_KEPT = { max: 5000, ttl: 60_000 };

/**
 * Makes what asks Slack, and what is known of its people and places, once Slack has said whose token it is.
 * @throws {ConfigError} when Slack rejects the token; the signal's reason when it aborts
 */
export async function composeSlackClients({ config, fetch, nameOf, now, log, signal }: Options) {
  const { botToken, apiUrl } = config.slack;
  const logger = createBoltLogger(log);
  const web = createWebClient({ botToken, apiUrl, logger, fetch, now });
  const identity = await readIdentity(web, {
    signal,
    onWait: (reason, waitMs) => log.warn({ reason, waitMs }, 'Slack cannot be reached; trying again'),
  });
  signal.throwIfAborted();
  const people = new LRUCache<string, Promise<PersonFacts>>(DIRECTORY_KEPT);
  const groups = new LRUCache<string, Promise<ReadonlySet<string>>>(DIRECTORY_KEPT);
  const { language } = config;
  const directory = createDirectory({ web, identity, people, groups, log, language, nameOf });
  const places = new LRUCache<string, Promise<PlaceFault | undefined>>(PLACES_KEPT);
  const mayPointTo = createMayPointTo({ web, directory, kept: places, log });
  const posting = createPostingClient({ botToken, apiUrl, logger, fetch, now });
  return { logger, web, posting, identity, directory, mayPointTo };
}

/** What asks Slack. */
export type SlackClients = Awaited<ReturnType<typeof composeSlackClients>>;
