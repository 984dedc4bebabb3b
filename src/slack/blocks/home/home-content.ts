import type { Run } from '../../../digests/runs.ts';
import type { Digest, DigestId } from '../../../digests/types.ts';
import type { Watch, WatchId } from '../../../digests/watches/types.ts';
import type { Decision } from '../../../followstats/access/access.ts';
import type { Denial } from '../../../followstats/access/authorize.ts';
import type { Grant } from '../../../followstats/access/grants.ts';
import type { Rule } from '../../../followstats/access/rules.ts';
import type { AuditRecord } from '../../../followstats/audit/audit.ts';
import type { Warning } from '../../../followstats/health/warnings.ts';
import type { PersonId } from '../../../followstats/ids.ts';
import type { Link } from '../../../followstats/links/links.ts';
import type { Lists } from '../../../followstats/lists/lists.ts';

/** The role of a person who has one, and the rule that gave it. */
export type Role = Extract<Decision, { readonly rule: unknown }>;

/** What a person may see in their Home: only what they may, so that no builder has to leave anything out. */
export type HomeContent =
  | { readonly kind: 'denied'; readonly denial: Denial }
  /** The store can't be read. */
  | { readonly kind: 'without-store'; readonly decision: Role }
  | WholeHome;

/** The Home of a person with a role. */
export interface WholeHome {
  readonly kind: 'whole';
  readonly personId: PersonId;
  readonly decision: Role;
  readonly digests: HomeDigests;
  readonly watches: HomeWatches;
  /** By name. */
  readonly lists: Awaited<ReturnType<Lists['all']>>;
  /** By account; `undefined` for those who may not see them. */
  readonly links: readonly Link[] | undefined;
  /** Who may do what, the highest role first; `undefined` for those who may not see it. */
  readonly rules: readonly (Rule | Grant)[] | undefined;
  /** The last entries of the audit log, newest first; `undefined` for those who may not see them. */
  readonly audit: readonly AuditRecord[] | undefined;
  /** What the server has to be mended of; `undefined` for those who may not see it. */
  readonly warnings: readonly Warning[] | undefined;
  /** Unix milliseconds. */
  readonly now: number;
}

/** Watches: those that need a person first, then by number. */
interface HomeWatches {
  /** Whether they are all that there are, or the person's own alone. */
  readonly whose: 'all' | 'own';
  readonly all: readonly Watch[];
  /** The latest alert of each that had one. */
  readonly latest: ReadonlyMap<WatchId, Run>;
}

/** Digests, by number. */
export interface HomeDigests {
  /** Whether they are all that there are, or the person's own alone. */
  readonly whose: 'all' | 'own';
  /** Those that need a person. */
  readonly failing: readonly Digest[];
  readonly others: readonly Digest[];
  /** Those that this version can't read. */
  readonly unreadable: readonly DigestId[];
  /** The latest run of each that had one. */
  readonly latest: ReadonlyMap<DigestId, Run>;
}
