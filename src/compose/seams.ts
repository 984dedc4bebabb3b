import type { HealthSeams } from '../app-health.ts';
import type { LookupSeams } from '../chat-lookup.ts';
import type { DigestWake } from '../digests/ports.ts';

/** What a test may replace of what is composed. */
export interface ComposeSeams extends LookupSeams {
  /** Of Slack's Web API and response URLs. */
  readonly fetch?: typeof globalThis.fetch;
  /** Calls its listener when `now` was moved by hand. */
  readonly onClockMoved?: DigestWake;
  /** The whole time of one request, milliseconds. */
  readonly timeLimitMs?: number;
  /** A request that takes longer gets a sign of life, milliseconds. */
  readonly progressAfterMs?: number;
  /** How long a post of a digest may take to be seen in its channel's history, milliseconds. */
  readonly postSettlesMs?: number;
  /** How often it is kept until when webhooks could be taken, milliseconds. */
  readonly hearingEveryMs?: number;
  /** How often it is looked for files of lists whose makers were killed, milliseconds. */
  readonly exportsWatchedMs?: number;
  /** How often it is looked for requests that killed replicas left unanswered, milliseconds. */
  readonly interruptedWatchedMs?: number;
  /** So many milliseconds of audit entries, of counts that were read, and of what requests need in the store, share one write. */
  readonly gatheredMs?: number;
  /** The longest that digests wait for what gives no signal, milliseconds. */
  readonly idleWaitMs?: number;
  /** The command that checks everything, as it is typed where the app runs; by default beside the sources. */
  readonly doctor?: string;
  /** Of what the app looks at by itself. */
  readonly health?: HealthSeams;
}
