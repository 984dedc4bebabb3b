import type { Misread } from '../subcommand.ts';
import { type NotOneAccount, type OneAccount, readOneAccount, writeOneAccount } from '../typed/one-account.ts';
import type { WhoFault } from '../typed/who.ts';
import { type FaultWord, toFaultWord, type Word } from '../typed/words.ts';
import type { AccountId } from '../types.ts';
import type { RelationKind } from './ports.ts';

/** Whose list is wanted, and which. */
export interface RelationCommand {
  readonly kind: RelationKind;
  readonly one: OneAccount;
}

/** The first words of the commands about such lists. */
export const RELATION_KINDS = ['fans', 'following', 'mutual'] as const satisfies readonly RelationKind[];

/** What is wrong with such a command. */
export type RelationFault =
  | { readonly kind: 'missing-relation-account'; readonly verb: RelationKind }
  /** `word`: the second of several, as it was typed; untrusted text. */
  | { readonly kind: 'surplus-relation-word'; readonly verb: RelationKind; readonly word: FaultWord }
  | NotOneAccount;

/** Reads the words behind `fans`, `following` or `mutual`: one account. */
export function readRelationCommand(
  kind: RelationKind,
  [first, surplus]: readonly Word[],
): RelationCommand | Misread<RelationFault | WhoFault, RelationKind> {
  if (!first) return { fault: { kind: 'missing-relation-account', verb: kind }, meant: kind };
  const read = readOneAccount(first);
  if ('fault' in read) return { fault: read.fault, meant: kind };
  if (surplus) return { fault: { kind: 'surplus-relation-word', verb: kind, word: toFaultWord(surplus) }, meant: kind };
  return { kind, one: read.one };
}

/** Writes such a command as it would be typed, in the form in which Slack delivers that. */
export function writeRelations({ kind, one }: RelationCommand): string {
  return `${kind} ${writeOneAccount(one)}`;
}

/** The command about an account's list. */
export const relationCommand = (kind: RelationKind, account: AccountId): RelationCommand => ({
  kind,
  one: { kind: 'account', account },
});
