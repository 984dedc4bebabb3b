import type { ChannelId } from '../../followstats/ids.ts';
import type { Row } from '../../followstats/reports/report.ts';
import type { Snapshots } from '../../followstats/reports/snapshots.ts';
import type { Runs } from '../ports.ts';
import type { DigestId, PostedRun, RunId, SlackPost } from '../types.ts';
import { createDigestReport, type DigestReport } from './digest-report.ts';
import { weekBaselineAt } from './week-ago.ts';

interface Options {
  readonly runs: Pick<Runs, 'read' | 'posted'>;
  readonly snapshots: Pick<Snapshots, 'before'>;
}

/** Which post is meant, and the message in which that was said. */
interface Asked {
  readonly run: { readonly id: RunId; readonly digestId: DigestId; readonly slot: number };
  /** Slack's own word, so that it can't be forged as the run's id can. */
  readonly message: { readonly channelId: ChannelId; readonly ts: string };
}

/** `elsewhere`: that post is another message. `absent`: there is no such post, or none any more. */
export type Retold =
  | { readonly kind: 'told'; readonly report: DigestReport }
  | { readonly kind: 'elsewhere' | 'absent' };

/** Makes the report of a post again, from what the store keeps of it: Chat isn't asked. It is given only below that post. */
export type RebuildReport = (asked: Asked) => Promise<Retold>;

export function createRebuildReport({ runs, snapshots }: Options): RebuildReport {
  return async ({ run: { id, digestId, slot }, message }) => {
    const run = await runs.read(id);
    if (run?.state !== 'posted' || !run.post) return { kind: 'absent' };
    if (!isThere(run.post, message)) return { kind: 'elsewhere' };
    const recent = await runs.posted(digestId, slot + 1, 2);
    const post = recent.at(-1);
    if (post?.slot !== slot) return { kind: 'absent' };
    const readAt = post.postedAt;
    const week = await snapshots.before([...post.marks.keys()], weekBaselineAt(readAt));
    const last = recent.length > 1 ? recent[0] : undefined;
    return { kind: 'told', report: createDigestReport({ rows: rowsOf(post), readAt, last, week, thresholds: {} }) };
  };
}

/**
 * Whether a post is this message. Of a post that its owner saw arrive only the channel is known; that is enough, since
 * everyone who can press a button there can read it.
 */
function isThere({ channelId, ts }: SlackPost, message: Asked['message']): boolean {
  return channelId === message.channelId && (ts === undefined || ts === message.ts);
}

function rowsOf({ marks, postedAt }: PostedRun): readonly Row[] {
  return [...marks].map(([account, mark]) => ({
    account,
    lookup:
      mark.kind === 'read'
        ? { kind: 'found', readAt: postedAt, ...mark.counts }
        : { kind: 'failed', failure: { code: mark.code } },
  }));
}
