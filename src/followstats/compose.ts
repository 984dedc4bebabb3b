import type { Timers } from '../timers.ts';
import { type Access, createAccess, type Directory } from './access/access.ts';
import { type Authorize, createAuthorize } from './access/authorize.ts';
import type { Grants } from './access/grants.ts';
import type { Asker, Role, Rule } from './access/rules.ts';
import type { KnownAccounts } from './accounts/known-accounts.ts';
import { createFindMeant } from './accounts/meant-accounts.ts';
import type { Audit, AuditEntry } from './audit/audit.ts';
import { type AuditWriter, createAuditWriter } from './audit/audit-writer.ts';
import { createExportChanges, type ExportChanges } from './changes/export-changes.ts';
import { createReadChanges } from './changes/read-changes.ts';
import type { Answer, Invocation } from './commands/answer.ts';
import { createAnswerCommand } from './commands/answer-command.ts';
import { createAnswerInvocation } from './commands/answer-invocation.ts';
import type { OpenWork } from './commands/open-work.ts';
import { withAnswerNames } from './commands/with-answer-names.ts';
import type { AnswerDigest, DigestOutcome } from './digests/answer.ts';
import type { Events, Hearing } from './events/ports.ts';
import type { ExpiringValues } from './expiring-values.ts';
import { createExportHistory, type ExportHistory } from './history/export-history.ts';
import type { JoiningCurves } from './history/joining-curve.ts';
import { createReadHistory } from './history/read-history.ts';
import { createReadJoining } from './history/read-joining.ts';
import type { PersonId } from './ids.ts';
import type { Links } from './links/links.ts';
import type { Lists } from './lists/lists.ts';
import { createFindMissing, type FindMissing } from './missing-accounts.ts';
import { NAMES_WAIT_MS, type Names } from './names/ports.ts';
import type { CheckFollows, ReadRelations } from './relations/ports.ts';
import { createRelationLists, type RelationLists } from './relations/relation-lists.ts';
import { createReadAccountCard, type ReadAccountCard } from './reports/account-card.ts';
import { createReadBaselines } from './reports/baselines.ts';
import { createResolve, type Resolve } from './reports/resolve.ts';
import type { Snapshots } from './reports/snapshots.ts';
import { createReadUnreadDetails } from './reports/unread-details.ts';
import type { AccountId, LookupMany } from './types.ts';
import type { AnswerWatch, WatchOutcome } from './watches/answer.ts';

/** Changes, and what is known beside a failure, are not worth more of a person's time than this, milliseconds. */
const SPARE_WAIT_MS = 1000;

/** Takes what failed where the answer doesn't say so, or only in other words. */
export interface FollowstatsEvents {
  /** Grants can't be read; only the configuration lets people in. */
  readonly onUnreadable: (error: unknown) => void;
  /** A change of access may not have been saved. */
  readonly onUnsaved: (error: unknown) => void;
  /** An answer lacks its changes, or what was read before of an account that failed. */
  readonly onNoEarlier: (error: unknown) => void;
  /** Since when an account's followers follow it could not be read or kept. */
  readonly onNoJoining: (error: unknown) => void;
  /** The audit log lacks an entry. */
  readonly onLost: (error: unknown, entry: AuditEntry) => void;
}

interface Options<Digested extends DigestOutcome, Watched extends WatchOutcome> {
  readonly store: {
    readonly grants: Grants;
    readonly audit: Pick<Audit, 'append'>;
    readonly links: Links;
    readonly lists: Lists;
    readonly snapshots: Pick<Snapshots, 'before' | 'firstSince' | 'at' | 'pages'>;
    readonly knownAccounts: KnownAccounts;
    readonly events: Pick<Events, 'between' | 'last' | 'pages'>;
    readonly hearing: Pick<Hearing, 'spans'>;
    readonly joiningCurves: JoiningCurves;
    readonly expiringValues: ExpiringValues;
  };
  readonly directory: Directory;
  /** The configuration's rules. */
  readonly configured: readonly Rule[];
  readonly lookup: LookupMany;
  readonly readRelations: ReadRelations;
  readonly checkFollows: CheckFollows;
  readonly names: Names;
  readonly answerDigest: AnswerDigest<Digested>;
  readonly answerWatch: AnswerWatch<Watched>;
  /** As the digests' room has it. */
  readonly ownsWatch: (personId: PersonId, id: string) => Promise<boolean>;
  readonly maxAccounts: number;
  /** How long events are kept, milliseconds. */
  readonly eventRetentionMs: number;
  /** The time for a whole answer, milliseconds. */
  readonly timeLimitMs: number;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly timers: Timers;
  readonly events: FollowstatsEvents;
  /** As `createAuditWriter` has it. */
  readonly gatheredMs: number | undefined;
  /** Holds what goes on in the store after the time for an answer is over. */
  readonly work: OpenWork;
  /** Aborts when the app stops. */
  readonly signal: AbortSignal;
}

/** What answers people, and the parts of it that others need, too. `Other`: what the digests' room answers. */
export interface Followstats<Other> {
  /** Rejects for a bug alone. */
  readonly answer: (invocation: Invocation) => Promise<Answer | Other>;
  /** Authorizes what is no command: forms, and buttons about digests. */
  readonly authorize: Authorize;
  /** The role of a person, and who can help them: for what is written to a person who hasn't asked for it. Never rejects. */
  readonly audienceOf: (
    asker: Asker,
  ) => Promise<{ readonly role: Role | undefined; readonly admins: readonly PersonId[] }>;
  readonly access: Access;
  readonly resolve: Resolve;
  readonly findMissing: FindMissing;
  readonly readCard: ReadAccountCard;
  readonly exportHistory: ExportHistory;
  readonly exportChanges: ExportChanges;
  readonly turnRelations: RelationLists['turn'];
  readonly trail: AuditWriter;
}

/** Puts the subject together: who may ask, whom it is about, what is done, and what is kept of it. */
export function composeFollowstats<Digested extends DigestOutcome, Watched extends WatchOutcome>(
  options: Options<Digested, Watched>,
): Followstats<Digested | Watched> {
  const { store, directory, configured, lookup, answerDigest, answerWatch, maxAccounts, timeLimitMs, now } = options;
  const { readRelations, checkFollows, names, timers, events, work, signal } = options;
  const { grants, links, lists, snapshots, knownAccounts, audit, expiringValues } = store;
  const { eventRetentionMs: retentionMs } = options;
  const { tracked } = work;
  const readNamesSoon = (accounts: readonly AccountId[]) => names.read(accounts, { waitMs: NAMES_WAIT_MS });
  const access = createAccess({ configured, grants, directory, onUnreadable: events.onUnreadable });
  const trail = createAuditWriter({ audit, onLost: events.onLost, gatheredMs: options.gatheredMs });
  const resolve = tracked(createResolve({ links, lists, directory }));
  const authorize = tracked(createAuthorize({ access, record: trail.record }));
  const spare = { timeLimitMs: SPARE_WAIT_MS, onError: events.onNoEarlier };
  const findMeant = createFindMeant({
    known: knownAccounts,
    everRead: (accounts) => snapshots.before(accounts, now()),
  });
  const readUnreadDetails = createReadUnreadDetails({ snapshots, findMeant, ...spare });
  const findMissing = createFindMissing({ lookup, findMeant, timers, ...spare });
  const readJoining = createReadJoining({
    ...{ readRelations, curves: store.joiningCurves, values: expiringValues },
    ...{ onError: events.onNoJoining, track: work.track, signal },
  });
  const relationLists = createRelationLists({ values: expiringValues, readRelations, lookup, nameOf: names.of });
  const answerCommand = createAnswerCommand({
    ...{ access, grants, directory, links, lists, answerDigest, answerWatch, resolve, lookup, maxAccounts, now },
    ...{ findMissing, relationLists, checkFollows },
    readBaselines: createReadBaselines({ snapshots, ...spare }),
    readUnreadDetails,
    readHistory: createReadHistory({ snapshots, findMeant, readJoining, now, ...spare }),
    readChanges: createReadChanges({ ...store, lookup, readUnreadDetails, retentionMs, now }),
    onAccessUnsaved: events.onUnsaved,
  });
  const audienceOf = tracked(async (asker: Asker) => {
    const { decision, admins } = await access.decideWithAdmins(asker);
    return { role: decision.role, admins };
  });
  const answer = createAnswerInvocation({
    authorize,
    isOwn: async (command, { personId }) =>
      command.kind.startsWith('watch-') && 'id' in command && options.ownsWatch(personId, command.id),
    answerCommand: tracked(withAnswerNames(answerCommand, names.read)),
    record: trail.record,
    timeLimitMs,
    timers,
  });
  const readCard = tracked(
    createReadAccountCard({ ...store, lookup, readUnreadDetails, readNames: readNamesSoon, now, ...spare }),
  );
  // What the digests' room answers comes through as it is, so that all of its type is known again where it is handed in.
  return {
    answer: answer as Followstats<Digested | Watched>['answer'],
    ...{ authorize, audienceOf, access, resolve, findMissing, readCard, trail },
    exportHistory: createExportHistory(snapshots),
    exportChanges: createExportChanges(store.events),
    turnRelations: tracked(relationLists.turn),
  };
}
