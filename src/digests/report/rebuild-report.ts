import type { ChannelId } from '../../followstats/ids.ts';
import type { Row } from '../../followstats/reports/report.ts';
import type { Snapshots } from '../../followstats/reports/snapshots.ts';
import type { RunLog } from '../run-ports.ts';
import type { PostedRun, RunId, SlackPost } from '../runs.ts';
import type { DigestId } from '../types.ts';
import { createDigestReport, type DigestReport } from './digest-report.ts';
import { weekBaselineAt } from './weeks.ts';

interface Options {
  readonly runs: Pick<RunLog, 'read' | 'posted'>;
  readonly snapshots: Pick<Snapshots, 'before'>;
}

/** Which post is meant, and the message whose button said so. */
interface WantedPost {
  readonly run: { readonly id: RunId; readonly digestId: DigestId; readonly slot: number };
  /** Slack's own word, so that it can't be forged as the run's id can. */
  readonly message: { readonly channelId: ChannelId; readonly ts: string };
}

/** `elsewhere`: that post is another message. `absent`: there is no such post, or none any more. */
export type RebuiltReport =
  | { readonly kind: 'rebuilt'; readonly report: DigestReport }
  | { readonly kind: 'elsewhere' | 'absent' };

/**
 * Makes the report of a post again, from what the store keeps of it; Chat isn't asked. Given only to a button below that post.
 * Rejects when the store fails.
 */
export type RebuildReport = (wanted: WantedPost) => Promise<RebuiltReport>;

/** Makes the function that rebuilds the report of a post. */
export function createRebuildReport({ runs, snapshots }: Options): RebuildReport {
  return async ({ run: { id, digestId, slot }, message }) => {
    const run = await runs.read(id);
    if (run?.state !== 'posted') return { kind: 'absent' };
    if (!isThere(run.post, message)) return { kind: 'elsewhere' };
    const recent = await runs.posted(digestId, slot + 1, 2);
    const post = recent.at(-1);
    if (post?.slot !== slot) return { kind: 'absent' };
    const readAt = post.postedAt;
    const week = await snapshots.before([...post.readings.keys()], weekBaselineAt(readAt));
    const last = recent.length > 1 ? recent[0] : undefined;
    return { kind: 'rebuilt', report: createDigestReport({ rows: rowsOf(post), readAt, last, week, thresholds: {} }) };
  };
}

/**
 * Whether a post is this message. Of a post that its owner saw arrive only the channel is known; that is enough, since
 * everyone who can press a button there can read it.
 */
function isThere({ channelId, ts }: SlackPost, message: WantedPost['message']): boolean {
  return channelId === message.channelId && (ts === undefined || ts === message.ts);
}

function rowsOf({ readings, postedAt }: PostedRun): readonly Row[] {
  return [...readings].map(([account, reading]) => ({
    account,
    lookup:
      reading.kind === 'read'
        ? { kind: 'found', readAt: postedAt, ...reading.counts }
        : { kind: 'failed', failure: { code: reading.code } },
  }));
}
