import type { AppError } from '../../errors.ts';
import type { Authorization, Denial } from '../access/authorize.ts';
import type { Asker } from '../access/rules.ts';
import type { AuditEntry } from '../audit/audit.ts';
import type { DigestOutcome } from '../digests/answer.ts';
import type { lookups } from '../reports/subcommand.ts';
import type { AnswerContext } from '../subcommand.ts';
import type { WatchOutcome } from '../watches/answer.ts';
import type { Command, CommandFault } from './command.ts';
import type { ChangeKind, SubjectAnswer } from './subcommands.ts';

/** A command that changes what the store keeps. */
export type Change = Command & { readonly kind: ChangeKind };

/** How what the digests' room answers ended: commands about digests and watches. */
export type RoomOutcome = DigestOutcome | WatchOutcome;

/** What a person gets to read, but for what the digests' room answers; the Slack room gives each kind its form. */
export type Answer =
  | Exclude<SubjectAnswer, RoomOutcome | { readonly kind: 'fault' }>
  | ({ readonly kind: 'refused' } & Denial)
  | { readonly kind: 'fault'; readonly fault: CommandFault }
  /** The store didn't confirm a change; it may have been made. */
  | { readonly kind: 'unsaved'; readonly change: Change; readonly error: AppError };

/** One thing that one person asks for. */
export interface Invocation
  extends Pick<AnswerContext, 'fresh' | 'shown' | 'shownHistory' | 'shownChanges' | 'shownCheck' | 'onLookup'> {
  readonly asker: Asker;
  readonly command: Command;
  /** What was decided of the asker already, before it was known what they ask for. Without it the answer decides by itself. */
  readonly authorization?: Pick<Authorization, 'decision' | 'admins'>;
  /** Called with what was decided of the asker, before the answer: what it offers is to fit their role. */
  readonly onAuthorized?: (authorization: Pick<Authorization, 'decision' | 'admins'>) => void;
  /** How it was asked, when not by typing it. */
  readonly entry?: (typeof lookups.furtherActions)[number];
  /** Whether a control gives it beside another command, which is what the person gave. */
  readonly isFurther?: boolean;
  /**
   * Takes what the audit is to keep of it, called once. Without it that is written as soon as the answer is there; with it the
   * caller writes it, when it knows what came of the answer.
   */
  readonly keep?: (entries: readonly AuditEntry[]) => void;
}
