import type { Asker } from '../followstats/access/rules.ts';
import type { DigestCommand, DigestVerb } from '../followstats/digests/read.ts';
import type { Digests, MayPointTo, PlaceFault } from './ports.ts';
import type { Runs } from './run-ports.ts';
import type { Run } from './runs.ts';
import { type Digest, type DigestId, readDigestId } from './types.ts';

/** What comes of a `digest …` command. */
export type DigestAnswer =
  /** A form is to be shown; `digest`: the one to edit, `undefined` for a new one. */
  | { readonly kind: 'digest-form'; readonly digest: Digest | undefined }
  | { readonly kind: 'digest-list'; readonly digests: readonly Digest[]; readonly unreadable: readonly DigestId[] }
  | { readonly kind: 'digest-changed'; readonly change: 'run' | 'pause' | 'resume' | 'delete'; readonly digest: Digest }
  /** It was paused, or active, before. */
  | {
      readonly kind: 'digest-unchanged';
      readonly change: 'pause' | 'resume';
      readonly digest: Digest;
    }
  /** `digest`: `undefined` when it was deleted, and its runs are still known. */
  | {
      readonly kind: 'digest-log';
      readonly id: DigestId;
      readonly digest: Digest | undefined;
      readonly runs: readonly Run[];
    }
  /** It is posted where the asker may not have anything posted. */
  | {
      readonly kind: 'digest-elsewhere';
      readonly digest: Digest;
      readonly fault: PlaceFault;
      readonly why: 'elsewhere';
    }
  /** It is there, and this version can't read what it is. */
  | { readonly kind: 'digest-unreadable'; readonly id: DigestId; readonly why: 'unreadable' }
  /** `word`: as it was typed; untrusted text. */
  | { readonly kind: 'digest-unknown'; readonly word: string; readonly why: 'unknown-digest' };

interface Options {
  readonly digests: Pick<Digests, 'read' | 'all' | 'pause' | 'resume' | 'delete'>;
  readonly runs: Pick<Runs, 'ask' | 'log'>;
  readonly mayPointTo: MayPointTo;
}

/** These have something posted, or change what is. */
const POSTING_VERBS: ReadonlySet<DigestVerb> = new Set(['edit', 'run', 'resume']);

/** Runs that `digest log` shows. */
const RUNS_SHOWN = 20;

/**
 * Does what a `digest …` command says; the caller has authorized the asker.
 * @returns a function that rejects when the store fails
 */
export function createDigestCommands({ digests, runs, mayPointTo }: Options) {
  async function act(verb: 'run' | 'pause' | 'resume' | 'delete', digest: Digest, by: Asker): Promise<DigestAnswer> {
    const { id } = digest;
    const isDone = await {
      run: async () => (await runs.ask(id, by)) !== undefined,
      pause: () => digests.pause(id, 'by-person', by),
      resume: () => digests.resume(id, by),
      delete: () => digests.delete(id, by),
    }[verb]();
    const after = verb === 'delete' ? digest : await digests.read(id);
    if (!after || (verb === 'delete' && !isDone)) return unknown(id);
    if (!isDone && (verb === 'pause' || verb === 'resume')) {
      return { kind: 'digest-unchanged', change: verb, digest: after };
    }
    return { kind: 'digest-changed', change: verb, digest: after };
  }

  async function log(id: DigestId, digest: Digest | undefined): Promise<DigestAnswer> {
    const latest = await runs.log(id, RUNS_SHOWN);
    return digest || latest.length > 0 ? { kind: 'digest-log', id, digest, runs: latest } : unknown(id);
  }

  /**
   * Checks that a person may have this digest posted, or change what it posts, where it is pointed now. Its owner may open
   * its form in any case, to point it elsewhere, and every editor may stop it.
   * @returns the answer that says why not; `undefined` when they may
   */
  async function checkPlace(verb: DigestVerb, digest: Digest, { personId }: Asker): Promise<DigestAnswer | undefined> {
    const isOwn = verb === 'edit' && digest.ownerId === personId;
    if (isOwn || !POSTING_VERBS.has(verb)) return undefined;
    const fault = await mayPointTo(personId, digest.channelId);
    return fault && { kind: 'digest-elsewhere', digest, fault, why: 'elsewhere' };
  }

  return async (command: DigestCommand, asker: Asker): Promise<DigestAnswer> => {
    if (command.kind === 'digest-new') return { kind: 'digest-form', digest: undefined };
    if (command.kind === 'digest-list') {
      const { readable, unreadable } = await digests.all();
      return { kind: 'digest-list', digests: readable, unreadable };
    }
    const id = readDigestId(command.id);
    const digest = id && (await digests.read(id));
    if (id && !digest && (await digests.all()).unreadable.includes(id)) {
      return { kind: 'digest-unreadable', id, why: 'unreadable' };
    }
    if (id && command.kind === 'digest-log') return log(id, digest);
    if (!digest) return unknown(command.id);
    const verb = verbOf(command.kind);
    const denied = await checkPlace(verb, digest, asker);
    if (denied) return denied;
    switch (verb) {
      case 'edit':
        return { kind: 'digest-form', digest };
      case 'log':
        return log(digest.id, digest);
      default:
        return act(verb, digest, asker);
    }
  };
}

const verbOf = (kind: `digest-${DigestVerb}`): DigestVerb => kind.slice('digest-'.length) as DigestVerb;
const unknown = (word: string): DigestAnswer => ({ kind: 'digest-unknown', word, why: 'unknown-digest' });
