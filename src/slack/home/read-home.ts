import { isFailing } from '../../digests/is-failing.ts';
import type { AllDigests, Digests } from '../../digests/ports.ts';
import type { RunLog } from '../../digests/run-ports.ts';
import type { Alerts, AllWatches, Watches } from '../../digests/watches/ports.ts';
import { AppError } from '../../errors.ts';
import type { Access } from '../../followstats/access/access.ts';
import { mayActAs, rank } from '../../followstats/access/rules.ts';
import type { Audit } from '../../followstats/audit/audit.ts';
import type { Warning } from '../../followstats/health/warnings.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { Links } from '../../followstats/links/links.ts';
import type { Lists } from '../../followstats/lists/lists.ts';
import { NAMES_WAIT_MS, type ReadNames } from '../../followstats/names/ports.ts';
import type { HomeContent, HomeDigests, Role, WholeHome } from '../blocks/home/home-content.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import { type Reader, withAudience } from '../words/reader.ts';
import { createFreshReading } from './fresh-reading.ts';

/** What a person's Home is made of. */
interface ReadableHome {
  readonly reader: Reader;
  readonly content: HomeContent;
}

/** Reads what a person may see in their Home, by a decision of its own. Rejects for a bug alone. */
export type ReadHome = (personId: PersonId) => Promise<ReadableHome>;

/** What it reads. */
export interface ReadHomeOptions {
  readonly access: Pick<Access, 'configured' | 'granted' | 'decideWithAdmins'>;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly digests: Pick<Digests, 'all'>;
  readonly runs: Pick<RunLog, 'latest'>;
  readonly watches: Pick<Watches, 'all'>;
  readonly alerts: Pick<Alerts, 'latest'>;
  readonly lists: Pick<Lists, 'all'>;
  readonly links: Pick<Links, 'all'>;
  readonly audit: Pick<Audit, 'latest'>;
  /** What admins may have to mend. Rejects with `store_unavailable`. */
  readonly warnings: () => Promise<readonly Warning[]>;
  readonly readNames: ReadNames;
  /** Unix milliseconds. */
  readonly now: () => number;
}

const AUDIT_SHOWN = 8;
/** Of more links than these the names of the first are asked for; the others have them once they are known. */
const LINKS_NAMED = 500;
/** Everybody opens theirs again and again. */
const AUDIT_LEFT_OUT = ['home'] as const;

/** Makes a `ReadHome`; what is the same for all people is read once for those who are read for at once. */
export function createReadHome({ access, directory, readNames, now, ...store }: ReadHomeOptions): ReadHome {
  const readAll = createFreshReading(async () => {
    const [digests, latest, watches, alerts, lists, links, audit, warnings] = await Promise.all([
      store.digests.all(),
      store.runs.latest(),
      store.watches.all(),
      store.alerts.latest(),
      store.lists.all(),
      store.links.all(),
      store.audit.latest(AUDIT_SHOWN, AUDIT_LEFT_OUT),
      store.warnings(),
    ]);
    const linked = new Set(links.slice(0, LINKS_NAMED).map(({ account }) => account));
    if (linked.size > 0) await readNames([...linked], { waitMs: NAMES_WAIT_MS });
    return { digests, latest, watches, alerts, lists, links, audit, warnings };
  });

  async function readWhole(personId: PersonId, decision: Role): Promise<WholeHome> {
    const { digests, latest, watches, alerts, lists, links, audit, warnings } = await readAll();
    const isEditor = mayActAs(decision.role, 'editor');
    const isAdmin = mayActAs(decision.role, 'admin');
    const granted = isAdmin ? ((await access.granted()) ?? []) : [];
    return {
      kind: 'whole',
      personId,
      decision,
      digests: isEditor ? allDigests(digests, latest) : ownDigests(digests, latest, personId),
      watches: homeWatches(watches, alerts, isEditor ? undefined : personId),
      lists,
      links: isEditor ? links : undefined,
      rules: isAdmin ? [...access.configured, ...granted].toSorted((a, b) => rank(b.role) - rank(a.role)) : undefined,
      audit: isAdmin ? audit : undefined,
      warnings: isAdmin ? warnings : undefined,
      now: now(),
    };
  }

  async function readContent(personId: PersonId, decision: Role): Promise<HomeContent> {
    try {
      return await readWhole(personId, decision);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { kind: 'without-store', decision };
    }
  }

  return async (personId) => {
    // In a Home there is no channel, so that what a channel's rule gives doesn't count here.
    const [plainReader, { decision, admins }] = await Promise.all([
      directory.reader(personId),
      access.decideWithAdmins({ personId, channelId: undefined }),
    ]);
    const reader = withAudience(plainReader, { role: decision.role, admins });
    if (decision.role === undefined) {
      return { reader, content: { kind: 'denied', denial: { reason: decision.reason, admins } } };
    }
    return { reader, content: await readContent(personId, decision) };
  };
}

type HomeWatches = WholeHome['watches'];

/** @param personId the person who reads theirs alone; `undefined`: who reads all */
function homeWatches({ readable }: AllWatches, latest: HomeWatches['latest'], personId?: PersonId): HomeWatches {
  const shown = personId === undefined ? readable : readable.filter(({ ownerId }) => ownerId === personId);
  const { failing = [], others = [] } = Object.groupBy(shown, (watch) =>
    isFailing(watch, latest.get(watch.id)) ? 'failing' : 'others',
  );
  return { whose: personId === undefined ? 'all' : 'own', all: [...failing, ...others], latest };
}

type Latest = HomeDigests['latest'];

function allDigests({ readable, unreadable }: AllDigests, latest: Latest): HomeDigests {
  return { whose: 'all', ...inTwo(readable, latest), unreadable, latest };
}

/** A person who isn't an editor any more reads theirs. */
function ownDigests({ readable }: AllDigests, latest: Latest, personId: PersonId): HomeDigests {
  const own = readable.filter(({ ownerId }) => ownerId === personId);
  return { whose: 'own', ...inTwo(own, latest), unreadable: [], latest };
}

function inTwo(digests: AllDigests['readable'], latest: Latest): Pick<HomeDigests, 'failing' | 'others'> {
  const { failing = [], others = [] } = Object.groupBy(digests, (digest) =>
    isFailing(digest, latest.get(digest.id)) ? 'failing' : 'others',
  );
  return { failing, others };
}
