import type { Row } from '../followstats/report.ts';
import type { Snapshots } from '../followstats/snapshots.ts';
import { createDigestReport, type DigestReport } from './digest-report.ts';
import type { Runs } from './ports.ts';
import type { DigestId, PostedRun } from './types.ts';
import { weekBaselineAt } from './week-ago.ts';

interface Options {
  readonly runs: Pick<Runs, 'posted'>;
  readonly snapshots: Pick<Snapshots, 'before'>;
}

/**
 * What a post said, from what is kept of it: Chat isn't asked.
 * @param slot the run's, Unix milliseconds
 * @returns `undefined` when there is no such post, or none any more
 */
export type RetellPost = (digestId: DigestId, slot: number) => Promise<DigestReport | undefined>;

export function createRetellPost({ runs, snapshots }: Options): RetellPost {
  return async (digestId, slot) => {
    const recent = await runs.posted(digestId, slot + 1, 2);
    const post = recent.at(-1);
    if (post?.slot !== slot) return undefined;
    const readAt = post.postedAt;
    const week = await snapshots.before([...post.marks.keys()], weekBaselineAt(readAt));
    const last = recent.length > 1 ? recent[0] : undefined;
    return createDigestReport({ rows: rowsOf(post), readAt, last, week, thresholds: {} });
  };
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
