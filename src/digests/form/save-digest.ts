import type { Asker } from '../../followstats/access/rules.ts';
import type { Lists } from '../../followstats/lists/lists.ts';
import type { FindMissing, MissingAccount } from '../../followstats/missing-accounts.ts';
import { hasAccounts } from '../has-accounts.ts';
import type { Announced, Announcement, Digests, TryChannel } from '../ports.ts';
import { isSameSpec } from '../same-spec.ts';
import { type Digest, type DigestSpec, readDigestId } from '../types.ts';

/** A digest that was saved. */
export interface SavedDigest {
  readonly digest: Digest;
  /** What is to be announced in its channel; `undefined` when the save changed nothing. */
  readonly announcement: Announcement | undefined;
}

/** What became of a digest once it was saved. */
export interface Settled {
  /** As it is after that. */
  readonly digest: Digest;
  /** How its channel took the line; `undefined` when none was posted: nothing has changed, or it stays paused whatever the channel says. */
  readonly announced: Announced | undefined;
  /** Whether it was paused when it was saved. */
  readonly wasPaused: boolean;
  /** Its accounts that Chat doesn't know; none when that isn't known. */
  readonly notInChat: readonly MissingAccount[];
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
  ): Promise<SavedDigest | undefined>;
  /**
   * Tries the channel of a digest that was saved, and looks for its accounts in Chat. One that the app has paused is resumed by that, since the save may have set
   * right what it was paused for; one that a person has paused stays paused.
   */
  settle(saved: SavedDigest, by: Asker): Promise<Settled>;
}

interface Options {
  readonly digests: Pick<Digests, 'create' | 'edit' | 'read'>;
  readonly lists: Pick<Lists, 'read'>;
  readonly tryChannel: TryChannel;
  readonly findMissing: FindMissing;
}

/** Makes what saves forms into the store. */
export function createSaveDigest({ digests, lists, tryChannel, findMissing }: Options): SaveDigest {
  /** Whether nothing is known any more that would pause it again. A reason of a newer version is left to that version. */
  async function mayGoOn(digest: Digest): Promise<boolean> {
    const { state } = digest;
    if (state.kind === 'active') return true;
    if (state.reason === 'no-accounts') return hasAccounts(lists, digest);
    return typeof state.reason === 'string' && state.reason !== 'by-person';
  }

  return {
    async save({ formId, id: typedId }, spec, by) {
      const id = typedId === undefined ? undefined : readDigestId(typedId);
      if (typedId !== undefined && !id) return undefined;
      if (id) {
        const before = await digests.read(id);
        const digest = await digests.edit(id, spec, by);
        return digest && { digest, announcement: before ? announcementAfter(before, spec) : 'change' };
      }
      const digest = await digests.create(spec, by, formId);
      // A form that is sent in again has edited what it made.
      return { digest, announcement: digest.editedAt === digest.createdAt ? 'arrival' : 'change' };
    },
    async settle({ digest, announcement }, by) {
      const wasPaused = digest.state.kind === 'paused';
      const announcedAs = wasPaused ? 'arrival' : announcement;
      const [tried, notInChat] = await Promise.all([
        announcedAs && (await mayGoOn(digest)) ? tryChannel(digest, announcedAs, by) : { digest, announced: undefined },
        findMissing(digest.accounts, { asker: by }),
      ]);
      return { ...tried, wasPaused, notInChat };
    },
  };
}

function announcementAfter(before: Digest, spec: DigestSpec): Announcement | undefined {
  if (before.channelId !== spec.channelId) return 'arrival';
  return isSameSpec(before, spec) ? undefined : 'change';
}
