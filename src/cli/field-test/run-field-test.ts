import { secretsOf } from '../../config/secrets-of.ts';
import type { Config } from '../../config.ts';
import { ConfigError } from '../../errors.ts';
import type { FieldReport } from '../../field-report.ts';
import { createLogger } from '../../logger.ts';
import { createHttpServer } from '../../ops/http/http-server.ts';
import type { SlackConnection } from '../../slack/connection/bolt.ts';
import { eventsRoutes } from '../../slack/connection/events-route.ts';
import { checkAlone } from '../../slack/field-test/check-alone.ts';
import { faultOfChannel } from '../../slack/field-test/check-channel.ts';
import { fieldTestSlack } from '../../slack/field-test/field-test-of-slack.ts';
import { systemTimers, type Timers } from '../../timers.ts';
import { faultOfAccounts, tryChat } from './chat-trials.ts';
import type { FieldTestOptions } from './read-options.ts';

/** What a test may replace. */
export interface FieldTestSeams {
  readonly fetch?: typeof globalThis.fetch;
  readonly timers?: Timers;
  /** Unix milliseconds. */
  readonly now?: () => number;
}

interface Options {
  readonly config: Config;
  readonly options: FieldTestOptions;
  readonly signal: AbortSignal;
  /** Called with what people are asked to do. */
  readonly onAsk: (sentence: string) => void;
  readonly seams?: FieldTestSeams;
}

const PRESS_MS = 60_000;

/**
 * Tries everything, Slack and Chat side by side, and deletes what it made.
 * @throws {ConfigError} when Slack rejects a token, an app of the same tokens is connected over Socket Mode, or the channel or the
 *   accounts won't do
 */
export async function runFieldTest({ config, options, signal, onAsk, seams = {} }: Options): Promise<FieldReport> {
  const { fetch = globalThis.fetch, timers = systemTimers, now = Date.now } = seams;
  const { slack: mode, proxy, host, port, rules } = config;
  const log = createLogger({ level: 'silent', secrets: secretsOf(config) });
  const admin = rules.find(({ subject, role }) => role === 'admin' && subject.kind === 'person')?.subject;

  /** In Socket Mode nothing listens. */
  async function listen(connection: SlackConnection): Promise<() => Promise<void>> {
    if (!connection.handle) return async () => {};
    const server = createHttpServer({ host, port, log, routes: eventsRoutes(() => connection) });
    await server.listen();
    return server.close;
  }

  const toSlack = { slack: mode, proxy, fetch, now, log };
  await checkAlone(toSlack);
  const named = { channelId: options.channelId, missing: options.missing };
  const checks = [faultOfChannel({ ...named, ...toSlack }), faultOfAccounts({ ...named, config, now })];
  const faults = (await Promise.all(checks)).filter((fault) => fault !== undefined);
  if (faults.length > 0) throw new ConfigError(faults);
  const [chat, slack] = await Promise.all([
    tryChat({ config, ...options, signal, now }),
    fieldTestSlack({
      ...{ ...toSlack, channelId: options.channelId, adminId: admin && 'id' in admin ? admin.id : undefined },
      ...{ listen, onAsk, pressMs: PRESS_MS, timers, signal },
    }),
  ]);
  const report: FieldReport = {
    ...{ version: 1, date: new Date(now()).toISOString().slice(0, 10), mode: mode.mode },
    ...{ trials: [...slack.trials, ...chat], leftBehind: [...slack.leftBehind] },
  };
  return blank(report, [...secretsOf(config), options.channelId]);
}

/** The second net: nothing that goes into a report is known to hold a secret. */
function blank(report: FieldReport, secrets: readonly string[]): FieldReport {
  const written = secrets.reduce(
    (text, secret) => text.replaceAll(JSON.stringify(secret).slice(1, -1), '…'),
    JSON.stringify(report),
  );
  return JSON.parse(written);
}
