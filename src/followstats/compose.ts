import { type Access, createAccess, type Directory } from './access/access.ts';
import { createAccessAdmin } from './access/answer.ts';
import { type Authorize, createAuthorize } from './access/authorize.ts';
import { createGate } from './access/gate.ts';
import type { Grants } from './access/grants.ts';
import type { Asker, Rule } from './access/rules.ts';
import type { Audit, AuditEntry } from './audit/audit.ts';
import { type AuditWriter, createAuditWriter } from './audit/audit-writer.ts';
import { type Answer, createAnswer, type DigestOutcome, type Invocation } from './commands/answer.ts';
import type { OpenWork } from './commands/open-work.ts';
import type { DigestCommand } from './digests/read.ts';
import { createLinkAnswer } from './links/answer.ts';
import type { Links } from './links/links.ts';
import { createListAnswer } from './lists/answer.ts';
import type { Lists } from './lists/lists.ts';
import { createReadBaselines } from './reports/baselines.ts';
import { createResolve, type Resolve } from './reports/resolve.ts';
import type { Snapshots } from './reports/snapshots.ts';
import type { LookupMany } from './types.ts';

/** Changes are not worth more of a person's time than this. */
const BASELINES_WAIT_MS = 1000;

/** Trouble that isn't part of an answer, or only in other words: for the log. */
export interface FollowstatsEvents {
  /** Grants can't be read; only the configuration lets people in. */
  readonly onUnreadable: (error: unknown) => void;
  /** A change of access may not have been saved. */
  readonly onUnsaved: (error: unknown) => void;
  /** An answer lacks its changes. */
  readonly onNoBaselines: (error: unknown) => void;
  /** The audit log lacks an entry. */
  readonly onLost: (error: unknown, entry: AuditEntry) => void;
}

interface Options<Digested extends DigestOutcome> {
  readonly store: {
    readonly grants: Grants;
    readonly audit: Pick<Audit, 'append'>;
    readonly links: Links;
    readonly lists: Lists;
    readonly snapshots: Pick<Snapshots, 'before' | 'firstSince'>;
  };
  readonly directory: Directory;
  /** The configuration's rules. */
  readonly configured: readonly Rule[];
  readonly lookup: LookupMany;
  readonly answerDigest: (command: DigestCommand, asker: Asker) => Promise<Digested>;
  readonly maxAccounts: number;
  /** One question's whole time, milliseconds. */
  readonly timeLimitMs: number;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly events: FollowstatsEvents;
  /** Holds what goes on in the store after a question's time is over. */
  readonly work: OpenWork;
}

/** Everything that stands between a question and its answer, and the parts of it that others need, too. */
export interface Followstats<Digested> {
  readonly answer: (question: Invocation) => Promise<Answer | Digested>;
  /** Lets in what is no question: forms, and buttons about digests. */
  readonly authorize: Authorize;
  readonly access: Access;
  readonly resolve: Resolve;
  readonly trail: AuditWriter;
}

/** Puts the subject together: who may ask, whom it is about, what is done, and what is kept of it. */
export function composeFollowstats<Digested extends DigestOutcome>(options: Options<Digested>): Followstats<Digested> {
  const { store, directory, configured, events, work } = options;
  const { tracked } = work;
  const { grants, links, lists, snapshots, audit } = store;
  const access = createAccess({ configured, grants, directory, onUnreadable: events.onUnreadable });
  const trail = createAuditWriter({ audit, onLost: events.onLost });
  const resolve = tracked(createResolve({ links, lists, directory }));
  const authorize = tracked(createAuthorize({ gate: createGate(access), record: trail.record }));
  const answer = createAnswer({
    ...options,
    authorize,
    administer: tracked(createAccessAdmin({ access, grants, directory, onError: events.onUnsaved })),
    answerList: tracked(createListAnswer({ lists, resolve })),
    answerLink: tracked(createLinkAnswer(links)),
    answerDigest: tracked(options.answerDigest),
    resolve,
    readBaselines: createReadBaselines({ snapshots, timeLimitMs: BASELINES_WAIT_MS, onError: events.onNoBaselines }),
    record: trail.record,
  });
  return { answer, authorize, access, resolve, trail };
}
