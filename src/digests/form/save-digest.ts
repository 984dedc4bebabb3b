import type { Asker } from '../../followstats/access/rules.ts';
import type { Lists } from '../../followstats/lists/lists.ts';
import type { Announced, Digests } from '../ports.ts';
import { type Digest, type DigestSpec, readDigestId } from '../types.ts';

/** What became of a digest once it was saved. */
export interface Settled {
  /** As it is after that. */
  readonly digest: Digest;
  /** How its channel took the line; `undefined` when none was posted, since it stays paused whatever the channel says. */
  readonly announced: Announced | undefined;
  /** Whether it was paused when it was saved. */
  readonly wasPaused: boolean;
}

/** Saves what a form says. Both reject when the store fails. */
export interface SaveDigest {
  /**
   * @param from the form's own id, and the digest that it edits, `undefined` for a new one. A form that is sent in again
   *   makes no second digest
   * @returns `undefined` when the digest is gone
   */
  save(
    from: { readonly formId: string; readonly id: string | undefined },
    spec: DigestSpec,
    by: Asker,
  ): Promise<Digest | undefined>;
  /**
   * Tries the channel of a digest that was saved. One that the app has paused is resumed by that, since the save may have set
   * right what it was paused for; one that a person has paused stays paused.
   */
  settle(digest: Digest, by: Asker): Promise<Settled>;
}

interface Options {
  readonly digests: Pick<Digests, 'create' | 'edit'>;
  readonly lists: Pick<Lists, 'read'>;
  readonly tryChannel: (digest: Digest, by: Asker) => Promise<Omit<Settled, 'wasPaused'>>;
}

/** Makes what saves forms into the store. */
export function createSaveDigest({ digests, lists, tryChannel }: Options): SaveDigest {
  /** Whether nothing is known any more that would pause it again. A reason of a newer version is left to that version. */
  async function mayGoOn(digest: Digest): Promise<boolean> {
    const { state } = digest;
    if (state.kind === 'active') return true;
    if (state.reason === 'no-accounts') return hasAccounts(digest);
    return typeof state.reason === 'string' && state.reason !== 'by-person';
  }

  async function hasAccounts({ accounts, lists: names }: DigestSpec): Promise<boolean> {
    if (accounts.length > 0) return true;
    const known = await lists.read(names);
    return [...known.values()].some((list) => list.accounts.length > 0);
  }

  return {
    async save({ formId, id: typedId }, spec, by) {
      const id = typedId === undefined ? undefined : readDigestId(typedId);
      if (typedId !== undefined && !id) return undefined;
      return id ? digests.edit(id, spec, by) : digests.create(spec, by, formId);
    },
    async settle(digest, by) {
      const wasPaused = digest.state.kind === 'paused';
      if (!(await mayGoOn(digest))) return { digest, announced: undefined, wasPaused };
      return { ...(await tryChannel(digest, by)), wasPaused };
    },
  };
}
