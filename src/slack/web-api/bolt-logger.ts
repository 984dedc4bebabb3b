import { LogLevel, type Logger as SlackLogger } from '@slack/bolt';
import type { Logger } from '../../logger.ts';

/** The logger that Slack's SDK writes to. */
export type BoltLogger = SlackLogger;

/**
 * The SDK's log lines in ours. Its debug lines hold whole payloads with response URLs and socket tickets, so they are
 * dropped whatever LOG_LEVEL says.
 */
export function createBoltLogger(log: Logger): BoltLogger {
  const join = (parts: readonly unknown[]): string => parts.map(String).join(' ');
  return {
    debug: () => {},
    info: (...parts) => log.debug(join(parts)),
    warn: (...parts) => log.warn(join(parts)),
    error: (...parts) => log.error(join(parts)),
    getLevel: () => LogLevel.INFO,
    setLevel: () => {},
    setName: () => {},
  };
}
