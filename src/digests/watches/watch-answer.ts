import type { AccountId } from '../../followstats/types.ts';
import type { WatchVerb } from '../../followstats/watches/read.ts';
import type { Announced, PlaceFault } from '../ports.ts';
import type { Run } from '../runs.ts';
import type { PauseReason } from '../types.ts';
import type { Watch, WatchId } from './types.ts';

/** What a command does to a watch. */
export type WatchChange = Exclude<WatchVerb, 'edit'>;

/** What comes of a `watch …` command. `now`: when, Unix milliseconds, for the words in which instants are written. */
export type WatchAnswer =
  /** A form is to be shown; `watch`: the one to edit, `undefined` for a new one. `account`: what stands in a new one at first. */
  | { readonly kind: 'watch-form'; readonly watch: Watch | undefined; readonly account?: AccountId | undefined }
  | {
      readonly kind: 'watch-list';
      /** From one on, by number. */
      readonly watches: readonly Watch[];
      /** The one to begin with; `undefined`: the first. */
      readonly from: WatchId | undefined;
      /** How many there are. */
      readonly total: number;
      readonly unreadable: readonly WatchId[];
      /** The latest alert of each that had one. */
      readonly latest: ReadonlyMap<WatchId, Run>;
      /** Those that look at no account, since their lists are empty or deleted. */
      readonly nobody: ReadonlySet<WatchId>;
      /** Those that were deleted and can still be restored. */
      readonly restorable: readonly Watch[];
      readonly now: number;
    }
  | {
      readonly kind: 'watch-changed';
      readonly change: WatchChange;
      readonly watch: Watch;
      /** How its place took the line that announces it, where that was tried. */
      readonly announced?: Announced | undefined;
      readonly now: number;
    }
  /** It was paused, active, or not deleted, before. */
  | { readonly kind: 'watch-unchanged'; readonly change: 'pause' | 'resume' | 'restore'; readonly watch: Watch }
  /** It stays paused: its place takes no posts. */
  | { readonly kind: 'watch-rejected'; readonly watch: Watch; readonly reason: PauseReason; readonly why: string }
  /** It was deleted too long ago to be restored. */
  | { readonly kind: 'watch-too-late'; readonly watch: Watch; readonly why: 'too-late' }
  /** It was deleted, and can still be restored. */
  | { readonly kind: 'watch-deleted'; readonly watch: Watch; readonly why: 'deleted' }
  /** It tells where the asker may not have anything posted. */
  | {
      readonly kind: 'watch-elsewhere';
      readonly watch: Watch;
      readonly fault: PlaceFault;
      /** Whether the asker is its owner, who may have it tell elsewhere. */
      readonly isOwn: boolean;
      readonly why: 'elsewhere';
    }
  /** It is there, and this version can't read what it is. */
  | { readonly kind: 'watch-unreadable'; readonly id: WatchId; readonly why: 'unreadable' }
  /** `word`: as it was typed; untrusted text. */
  | { readonly kind: 'watch-unknown'; readonly word: string; readonly why: 'unknown-watch' };
