import type { Config } from './config.ts';
import { clockAhead } from './followstats/health/clock-ahead.ts';
import { createHealthWatch, type HealthTimes, type HealthWatch } from './followstats/health/health-watch.ts';
import {
  CHAT_CLOCK,
  type Health,
  judgeLeast,
  judgeMost,
  OVERDUE,
  SLACK_CLOCK,
  SPACE,
} from './followstats/health/limits.ts';
import type { Warning } from './followstats/health/warnings.ts';
import type { Logger } from './logger.ts';
import { probeToken } from './slack/web-api/probe-slack.ts';
import { missingScopes } from './slack/web-api/scopes.ts';
import type { Store } from './store/open.ts';
import { freeBytes } from './store/upkeep/examine-store.ts';

/** What a test may replace of it. */
export interface HealthSeams extends Partial<HealthTimes> {
  /** Of the machine, Unix milliseconds: not that of the app, which the demo moves. */
  readonly now?: () => number;
  readonly freeBytes?: typeof freeBytes;
}

interface Options {
  readonly config: Pick<Config, 'slack' | 'store'>;
  readonly store: Pick<Store, 'expiringValues' | 'overdueRuns'>;
  readonly fetch: typeof globalThis.fetch;
  readonly log: Logger;
  readonly seams: HealthSeams | undefined;
}

/** What the app looks at by itself; `HealthWatch` says when. */
export interface AppHealth extends HealthWatch {
  /** Takes the `Date` header of each of Chat's answers: it costs no call to know Chat's clock. */
  chatAnswered(date: string): void;
}

const TIMES: HealthTimes = { firstAfterMs: 30_000, everyMs: 5 * 60_000 };
const SLACK_TIMEOUT_MS = 5000;

/** Makes what looks at scopes, clocks, the store's space and overdue digests. Nothing is looked at before `start`. */
export function createAppHealth({ config, store, fetch, log, seams = {} }: Options): AppHealth {
  const { now = Date.now } = seams;
  const readFree = seams.freeBytes ?? freeBytes;
  let chatAheadMs: number | undefined;

  async function ofSlack(): Promise<readonly Warning[]> {
    const { botToken, apiUrl } = config.slack;
    const { scopes, aheadMs = 0 } = await probeToken(botToken, { apiUrl, fetch, now, timeoutMs: SLACK_TIMEOUT_MS });
    const [required, optional] = (['required', 'optional'] as const).map((kind) =>
      scopes ? missingScopes(scopes, kind) : [],
    );
    return [
      ...(required?.length ? [{ kind: 'slack-scopes', health: 'fail', scopes: required } as const] : []),
      ...(optional?.length ? [{ kind: 'slack-scopes', health: 'warn', scopes: optional } as const] : []),
      ...warnAbout(judgeMost(Math.abs(aheadMs), SLACK_CLOCK), { kind: 'slack-clock', aheadMs }),
    ];
  }

  async function ofChat(): Promise<readonly Warning[]> {
    if (chatAheadMs === undefined) return [];
    return warnAbout(judgeMost(Math.abs(chatAheadMs), CHAT_CLOCK), { kind: 'chat-clock', aheadMs: chatAheadMs });
  }

  async function ofSpace(): Promise<readonly Warning[]> {
    const free = config.store.kind === 'sqlite' ? await readFree(config.store.folder) : undefined;
    return free === undefined ? [] : warnAbout(judgeLeast(free, SPACE), { kind: 'store-space', freeBytes: free });
  }

  async function ofDigests(): Promise<readonly Warning[]> {
    const { count, lateMs } = await store.overdueRuns();
    return warnAbout(judgeMost(lateMs, OVERDUE), { kind: 'digests', count, lateMs });
  }

  const onError = (error: unknown) => log.warn({ err: error }, 'what admins may have to mend was not looked at');
  const watch = createHealthWatch({
    ...{ ...TIMES, ...seams },
    values: store.expiringValues,
    onError,
    async examine() {
      const looks = await Promise.allSettled([ofSlack(), ofChat(), ofSpace(), ofDigests()]);
      return looks.flatMap((look) => {
        if (look.status === 'fulfilled') return look.value;
        onError(look.reason);
        return [];
      });
    },
  });
  return {
    ...watch,
    chatAnswered(date) {
      chatAheadMs = clockAhead(date, now(), now());
    },
  };
}

type Unjudged = Warning extends infer One ? (One extends Warning ? Omit<One, 'health'> : never) : never;

function warnAbout(health: Health, warning: Unjudged): readonly Warning[] {
  return health === 'ok' ? [] : [{ ...warning, health } as Warning];
}
