import type { ChannelId, PersonId } from './ids.ts';

/**
 * How long a Home counts as open after its person last opened or used it, milliseconds: a day. One that is older isn't shown
 * anew by itself, since Slack tells when it is opened again.
 */
export const HOME_OPEN_MS = 24 * 60 * 60_000;

/** A person's Home, as far as every replica has to know it. */
export interface Home {
  /** Their direct messages with the app; '' where that isn't known. */
  readonly channelId: ChannelId;
  /** Which page of each part they look at, as it was written. */
  readonly pages: string;
  /** What stands on top of it, as it was written, and until when: Unix milliseconds, by the store's clock. */
  readonly notice: { readonly value: string; readonly until: number } | undefined;
  /** Which view they were shown last, as `release` was given it; '' when that isn't known. */
  readonly shown: string;
}

/** What a notice is about: once that is different, the notice may say what is no longer so. */
export type NoticeSubject =
  /** `slot`: of the run that was asked for, Unix milliseconds. */
  | { readonly kind: 'digest'; readonly id: string; readonly slot?: number | undefined }
  | { readonly kind: 'watch'; readonly id: string }
  | { readonly kind: 'list'; readonly name: string }
  | { readonly kind: 'link'; readonly personId: PersonId }
  /** `subject`: as `describeSubject` writes it. */
  | { readonly kind: 'rule'; readonly subject: string };

/**
 * The Homes that are open, kept in the store for all replicas. Each function rejects with `store_unavailable` when the store can't
 * be used.
 */
export interface Homes {
  /** The person opened it: with the first pages, without a notice, and it isn't known what they see. */
  open(personId: PersonId, channelId: ChannelId): Promise<void>;
  /** Other pages are wanted; counts as opening it. */
  turn(personId: PersonId, pages: string): Promise<void>;
  /** Puts a notice on top for a time, in place of an earlier one; counts as opening it. @param ttlMs milliseconds */
  tell(personId: PersonId, notice: string, ttlMs: number): Promise<void>;
  /** Takes a notice away, unless another has taken its place. @param notice as it was written */
  untell(personId: PersonId, notice: string): Promise<void>;
  /** @returns `undefined` when it was never opened, or too long ago to be kept */
  read(personId: PersonId): Promise<Home | undefined>;
  /** Whose Home was opened within `HOME_OPEN_MS`, the latest first. */
  openPeople(): Promise<readonly PersonId[]>;
  /**
   * Makes the caller the one who shows it to its person; what they see isn't known from then on.
   * @param shown which view they were shown last when the caller read that: when another has been since, it may be the right one
   * @param leaseMs after which another may, milliseconds
   * @returns whether it is; `false` also when it isn't kept
   */
  claim(personId: PersonId, shown: string, leaseMs: number): Promise<boolean>;
  /** Ends a claim. @param shown which view they see now; '' when that isn't known */
  release(personId: PersonId, shown: string): Promise<void>;
  /** Drops those that aren't open any more. @returns how many there were */
  prune(): Promise<number>;
}
