import type { DigestVerb } from '../followstats/digests/read.ts';
import type { Announced, PlaceFault } from './ports.ts';
import type { Run } from './runs.ts';
import type { Digest, DigestId, PauseReason } from './types.ts';

/** What comes of a `digest …` command. `now`: when, Unix milliseconds, for the words in which instants are written. */
export type DigestAnswer =
  /** A form is to be shown; `digest`: the one to edit, `undefined` for a new one. */
  | { readonly kind: 'digest-form'; readonly digest: Digest | undefined }
  | {
      readonly kind: 'digest-list';
      /** From one on, by number. */
      readonly digests: readonly Digest[];
      /** The one to begin with; `undefined`: the first. */
      readonly from: DigestId | undefined;
      /** How many there are. */
      readonly total: number;
      readonly unreadable: readonly DigestId[];
      /** The latest run of each that had one. */
      readonly latest: ReadonlyMap<DigestId, Run>;
      /** Those that were deleted and can still be restored. */
      readonly restorable: readonly Digest[];
      readonly now: number;
    }
  | {
      readonly kind: 'digest-changed';
      readonly change: DigestChange;
      readonly digest: Digest;
      /** How its channel took the line that announces it, where that was tried. */
      readonly announced?: Announced | undefined;
      /** Of the run that was asked for, Unix milliseconds. */
      readonly slot?: number | undefined;
      readonly now: number;
    }
  /** It was paused, active, or not deleted, before. */
  | {
      readonly kind: 'digest-unchanged';
      readonly change: 'pause' | 'resume' | 'restore';
      readonly digest: Digest;
      readonly now: number;
    }
  /** It stays paused, and nothing is posted: its channel takes no posts, or it has no accounts. */
  | {
      readonly kind: 'digest-rejected';
      readonly digest: Digest;
      readonly reason: PauseReason;
      readonly why: string;
    }
  /** `digest`: `undefined` when it was deleted so long ago that only its runs are known. */
  | {
      readonly kind: 'digest-log';
      readonly id: DigestId;
      readonly digest: Digest | undefined;
      /** Whether it was deleted, and can still be restored; `undefined` when it wasn't. */
      readonly deleted: 'restorable' | 'for-good' | undefined;
      /** The newest first. */
      readonly runs: readonly Run[];
      readonly now: number;
    }
  /** It was deleted too long ago to be restored. */
  | { readonly kind: 'digest-too-late'; readonly digest: Digest; readonly why: 'too-late' }
  /** It was deleted, and can still be restored. */
  | { readonly kind: 'digest-deleted'; readonly digest: Digest; readonly why: 'deleted' }
  /** It is posted where the asker may not have anything posted. */
  | {
      readonly kind: 'digest-elsewhere';
      readonly digest: Digest;
      readonly fault: PlaceFault;
      /** Whether the asker is its owner, who may point it elsewhere. */
      readonly isOwn: boolean;
      readonly why: 'elsewhere';
    }
  /** It is there, and this version can't read what it is. */
  | { readonly kind: 'digest-unreadable'; readonly id: DigestId; readonly why: 'unreadable' }
  /** `word`: as it was typed; untrusted text. */
  | { readonly kind: 'digest-unknown'; readonly word: string; readonly why: 'unknown-digest' };

/** What a command does to a digest. */
export type DigestChange = Exclude<DigestVerb, 'edit' | 'log'>;
