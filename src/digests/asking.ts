import type { Authorize } from '../followstats/access/authorize.ts';
import type { Lists } from '../followstats/lists/lists.ts';
import type { Resolve } from '../followstats/reports/resolve.ts';
import type { Snapshots } from '../followstats/reports/snapshots.ts';
import type { LookupMany } from '../followstats/types.ts';
import { createResolveUnknown } from './delivery/resolve-unknown.ts';
import { createCheckForm } from './form/check-form.ts';
import { createSaveDigest } from './form/save-digest.ts';
import type { Digests, MayPointTo, Runs } from './ports.ts';
import { createDraftReport } from './report/draft-report.ts';
import { createRebuildReport } from './report/rebuild-report.ts';

interface Options {
  readonly store: {
    readonly digests: Digests;
    readonly runs: Runs;
    readonly lists: Pick<Lists, 'read'>;
    readonly snapshots: Pick<Snapshots, 'before'>;
  };
  readonly lookup: LookupMany;
  readonly resolve: Resolve;
  readonly authorize: Authorize;
  readonly mayPointTo: MayPointTo;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** What the forms and buttons of digests ask for. */
export function createDigestAsking({ store, lookup, resolve, authorize, mayPointTo, now }: Options) {
  const { digests, runs, lists, snapshots } = store;
  return {
    resolveUnknown: createResolveUnknown({ digests, runs, authorize, mayPointTo, now }),
    checkForm: createCheckForm({ resolve, digests, mayPointTo }),
    saveDigest: createSaveDigest({ digests }),
    draftReport: createDraftReport({ lists, runs, snapshots, lookup }),
    rebuildReport: createRebuildReport({ runs, snapshots }),
  };
}
