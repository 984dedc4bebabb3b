import type { Asker } from '../followstats/access/rules.ts';
import type { DigestCommand, DigestVerb } from '../followstats/digests/read.ts';
import type { Lists } from '../followstats/lists/lists.ts';
import type { DigestAnswer, DigestChange } from './digest-answer.ts';
import { createDigestLock } from './digest-lock.ts';
import { hasAccounts } from './has-accounts.ts';
import { isChannelToTry, ownPauseOf } from './pauses.ts';
import type { Digests, MayPointTo, TellOwner, TryChannel } from './ports.ts';
import type { Runs } from './run-ports.ts';
import { type Digest, type DigestId, type PauseReason, readDigestId } from './types.ts';

interface Options {
  readonly digests: Pick<Digests, 'read' | 'readDeleted' | 'all' | 'pause' | 'resume' | 'delete' | 'restore'>;
  readonly runs: Pick<Runs, 'ask' | 'log' | 'latest'>;
  readonly lists: Pick<Lists, 'read'>;
  readonly mayPointTo: MayPointTo;
  readonly tryChannel: TryChannel;
  readonly tellOwner: TellOwner;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** These have something posted, or change what is. */
const POSTING_VERBS: ReadonlySet<DigestVerb> = new Set(['edit', 'run', 'resume']);

/** What came of a change besides. */
type Changed = Pick<Extract<DigestAnswer, { kind: 'digest-changed' }>, 'announced' | 'slot'>;

/** Runs that `digest log` looks at; of those that were missed in a row it shows one line. */
const RUNS_READ = 60;

/**
 * Does what a `digest …` command says; the caller has authorized the asker.
 * @returns a function that rejects when the store fails
 */
export function createDigestCommands({ digests, runs, lists, mayPointTo, tryChannel, tellOwner, now }: Options) {
  const withDigestLock = createDigestLock();

  /** @returns the answer, once the owner is being notified of a change by another person */
  function changed(change: DigestChange, digest: Digest, by: Asker, more: Changed = {}): DigestAnswer {
    if (change !== 'run' && digest.ownerId !== by.personId) tellOwner({ kind: change, digest, by: by.personId });
    return { kind: 'digest-changed', change, digest, ...more, now: now() };
  }

  /** @returns the answer that it isn't there, with the way back where there is one */
  async function absent(id: DigestId): Promise<DigestAnswer> {
    const gone = await digests.readDeleted(id);
    return gone?.isRestorable ? { kind: 'digest-deleted', digest: gone.digest, why: 'deleted' } : unknown(id);
  }

  /** @returns the answer about the digest as it is after a change that was made or not */
  async function answerAfter(change: 'pause' | 'resume' | 'restore', isDone: boolean, { id }: Digest, by: Asker) {
    const digest = await digests.read(id);
    if (!digest) return absent(id);
    if (isDone) return changed(change, digest, by);
    return { kind: 'digest-unchanged', change, digest, now: now() } as const;
  }

  /** Under the lock, since a second click of *Resume* would announce it a second time: it finds it running. */
  async function resume(id: DigestId, by: Asker): Promise<DigestAnswer> {
    const digest = await digests.read(id);
    if (!digest) return absent(id);
    const reason = ownPauseOf(digest);
    if (reason === 'no-accounts' && !(await hasAccounts(lists, digest))) return rejected(digest, reason);
    if (!isChannelToTry(digest)) return answerAfter('resume', await digests.resume(digest.id, by), digest, by);
    // What a person has paused is resumed first: a rejection then pauses it for its own reason.
    const toTry = reason ? digest : (await digests.resume(id, by)) && (await digests.read(id));
    if (!toTry) return answerAfter('resume', false, digest, by);
    const { announced, ...tried } = await tryChannel(toTry, 'arrival', by);
    if (announced.kind === 'refused') return rejected(tried.digest, announced.reason);
    // It may have been paused or deleted meanwhile.
    if (tried.digest.state.kind === 'paused') return answerAfter('pause', false, digest, by);
    return changed('resume', tried.digest, by, { announced });
  }

  async function act(verb: Exclude<DigestChange, 'restore'>, digest: Digest, by: Asker): Promise<DigestAnswer> {
    const { id } = digest;
    switch (verb) {
      case 'run': {
        const reason = ownPauseOf(digest);
        if (reason) return rejected(digest, reason);
        const run = await runs.ask(id, by);
        return run ? changed(verb, digest, by, { slot: run.slot }) : absent(id);
      }
      case 'pause':
        return answerAfter(verb, await digests.pause(id, 'by-person', by), digest, by);
      case 'resume':
        return withDigestLock(id, () => resume(id, by));
      case 'delete':
        return (await digests.delete(id, by)) ? changed(verb, digest, by) : absent(id);
    }
  }

  async function restore(id: DigestId, by: Asker): Promise<DigestAnswer> {
    const digest = (await digests.read(id)) ?? (await digests.readDeleted(id))?.digest;
    if (!digest) return unknown(id);
    const restored = await digests.restore(id, by);
    if (restored === 'too-late') return { kind: 'digest-too-late', digest, why: restored };
    return answerAfter('restore', restored === 'restored', digest, by);
  }

  async function log(id: DigestId, digest: Digest | undefined): Promise<DigestAnswer> {
    const [latest, gone] = await Promise.all([runs.log(id, RUNS_READ), digest ? undefined : digests.readDeleted(id)]);
    const known = digest ?? gone?.digest;
    if (!known && latest.length === 0) return unknown(id);
    const deleted = digest ? undefined : gone?.isRestorable ? 'restorable' : 'for-good';
    return { kind: 'digest-log', id, digest: known, deleted, runs: latest, now: now() };
  }

  /**
   * Checks that a person may have this digest posted, or change what it posts, where it is pointed now. Its owner may open
   * its form in any case, to point it elsewhere, and every editor may stop it.
   * @returns the answer that says why not; `undefined` when they may
   */
  async function checkPlace(verb: DigestVerb, digest: Digest, { personId }: Asker): Promise<DigestAnswer | undefined> {
    const isOwn = digest.ownerId === personId;
    if ((isOwn && verb === 'edit') || !POSTING_VERBS.has(verb)) return undefined;
    const fault = await mayPointTo(personId, digest.channelId);
    return fault && { kind: 'digest-elsewhere', digest, fault, isOwn, why: 'elsewhere' };
  }

  async function list(from: DigestId | undefined): Promise<DigestAnswer> {
    const [{ readable, unreadable, restorable }, latest] = await Promise.all([digests.all(), runs.latest()]);
    const shown = readable.filter(({ id }) => Number(id) >= Number(from ?? 0));
    const facts = { from, total: readable.length, unreadable, latest, restorable, now: now() };
    return { kind: 'digest-list', digests: shown, ...facts };
  }

  return async (command: DigestCommand, asker: Asker): Promise<DigestAnswer> => {
    if (command.kind === 'digest-new') return { kind: 'digest-form', digest: undefined };
    if (command.kind === 'digest-list')
      return list(command.from === undefined ? undefined : readDigestId(command.from));
    const id = readDigestId(command.id);
    const verb = verbOf(command.kind);
    if (id && verb === 'restore') return restore(id, asker);
    const digest = id && (await digests.read(id));
    if (id && !digest && (await digests.all()).unreadable.includes(id)) {
      return { kind: 'digest-unreadable', id, why: 'unreadable' };
    }
    if (id && verb === 'log') return log(id, digest);
    if (!digest) return id ? absent(id) : unknown(command.id);
    const denied = await checkPlace(verb, digest, asker);
    if (denied) return denied;
    switch (verb) {
      case 'edit':
        return { kind: 'digest-form', digest };
      case 'log':
        return log(digest.id, digest);
      case 'restore':
        return restore(digest.id, asker);
      default:
        return act(verb, digest, asker);
    }
  };
}

const rejected = (digest: Digest, reason: PauseReason): DigestAnswer => ({
  kind: 'digest-rejected',
  digest,
  reason,
  why: reason,
});

const verbOf = (kind: `digest-${DigestVerb}`): DigestVerb => kind.slice('digest-'.length) as DigestVerb;
const unknown = (word: string): DigestAnswer => ({ kind: 'digest-unknown', word, why: 'unknown-digest' });
