import { AppError } from '../../errors.ts';
import type { Home, Homes } from '../../followstats/homes.ts';
import type { ChannelId, PersonId } from '../../followstats/ids.ts';
import type { Logger } from '../../logger.ts';

/** A Home, as far as the store and this process know it. */
export interface KeptHome extends Home {
  /** Which view its person sees, as far as that is known; `shown` is what the store knows. */
  readonly seen: string;
  /** Whether the store has it, and can be asked which replica shows it. */
  readonly isKept: boolean;
}

/** The Homes in the store, and what it didn't take of them. No function rejects but for a bug. */
export interface KeptHomes {
  opened(personId: PersonId, channelId: ChannelId): Promise<void>;
  /** @param pages those that the store didn't take; `undefined`: it has them */
  turned(personId: PersonId, pages: string | undefined): void;
  /** @returns `undefined` where it isn't open, or no longer */
  read(personId: PersonId): Promise<KeptHome | undefined>;
  /** @returns whether it is up to the caller to show it: a store that takes no claim keeps no one from seeing their Home */
  claim(personId: PersonId, home: KeptHome): Promise<boolean>;
  /** Ends a claim. @param shown which view they see now; '' when that isn't known */
  release(personId: PersonId, home: KeptHome, shown: string): Promise<void>;
  /** Takes the notice away that was read. */
  untell(personId: PersonId, home: KeptHome): Promise<void>;
}

type Stored = Omit<KeptHome, 'seen'>;

interface Options {
  readonly homes: Pick<Homes, 'open' | 'read' | 'untell' | 'claim' | 'release'>;
  readonly log: Logger;
}

/** Longer than Slack may take for one Home, with a repetition. */
const CLAIM_MS = 15_000;

const UNKNOWN: Home = { channelId: '', pages: '', notice: undefined, shown: '' };

/** Makes the Homes of one process. */
export function createKeptHomes({ homes, log }: Options): KeptHomes {
  /** The direct messages of those who opened theirs when the store didn't take that. */
  const unkept = new Map<PersonId, ChannelId>();
  /** What people were shown last, where the store doesn't know it. */
  const seen = new Map<PersonId, string>();
  /** The pages that people want, where the store doesn't have them. */
  const wanted = new Map<PersonId, string>();

  function forget(personId: PersonId): void {
    for (const known of [unkept, seen, wanted]) known.delete(personId);
  }

  /** @returns what the store answered; `undefined` when it can't be used */
  async function tryStore<Value>(work: Promise<Value>): Promise<{ readonly value: Value } | undefined> {
    try {
      return { value: await work };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log.warn({ err: error }, 'the store did not do what a Home needs');
      return undefined;
    }
  }

  async function readStored(personId: PersonId): Promise<Stored | undefined> {
    const channelId = unkept.get(personId);
    if (channelId !== undefined) {
      if (!(await tryStore(homes.open(personId, channelId)))) return { ...UNKNOWN, channelId, isKept: false };
      unkept.delete(personId);
    }
    const read = await tryStore(homes.read(personId));
    // What the store has of it stays there, whatever is shown meanwhile.
    if (!read) return { ...UNKNOWN, isKept: false };
    return read.value && { ...read.value, isKept: true };
  }

  return {
    async opened(personId, channelId) {
      forget(personId);
      if (!(await tryStore(homes.open(personId, channelId)))) unkept.set(personId, channelId);
    },
    turned(personId, pages) {
      if (pages === undefined) wanted.delete(personId);
      else wanted.set(personId, pages);
    },
    async read(personId) {
      const home = await readStored(personId);
      if (home) return { ...home, pages: wanted.get(personId) ?? home.pages, seen: seen.get(personId) ?? home.shown };
      forget(personId);
      return undefined;
    },
    async claim(personId, { isKept, shown }) {
      if (!isKept) return true;
      const claimed = await tryStore(homes.claim(personId, shown, CLAIM_MS));
      return claimed?.value ?? true;
    },
    async release(personId, { isKept }, shown) {
      if (isKept && (await tryStore(homes.release(personId, shown)))) seen.delete(personId);
      else seen.set(personId, shown);
    },
    async untell(personId, { notice }) {
      if (notice) await tryStore(homes.untell(personId, notice.value));
    },
  };
}
