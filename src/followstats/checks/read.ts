import type { Limits, Misread } from '../subcommand.ts';
import { type NotOneAccount, type OneAccount, readOneAccount, writeOneAccount } from '../typed/one-account.ts';
import { readWho, type Who, type WhoFault, writeWho } from '../typed/who.ts';
import type { Word } from '../typed/words.ts';

/** An account, and those of each of which is asked whether the two follow each other. */
export interface CheckCommand {
  readonly kind: 'check';
  readonly one: OneAccount;
  /** At least one; the account itself may be among them. */
  readonly who: Who;
}

/** What is wrong with a `check …` command. */
export type CheckFault =
  | { readonly kind: 'missing-check-account' }
  /** Only the account is named, and none to check it with. */
  | { readonly kind: 'missing-check-others'; readonly one: OneAccount }
  | NotOneAccount;

/** Reads the words behind `check`: an account, and whom to check it with. The account doesn't count towards the maximum. */
export function readCheckCommand(
  [first, ...rest]: readonly Word[],
  { maxAccounts }: Limits,
): CheckCommand | Misread<CheckFault | WhoFault, 'check'> {
  if (!first) return { fault: { kind: 'missing-check-account' }, meant: 'check' };
  const read = readOneAccount(first);
  if ('fault' in read) return { fault: read.fault, meant: 'check' };
  const { one } = read;
  const others = readOthers(one, rest, maxAccounts);
  if ('fault' in others) return { fault: others.fault, meant: 'check' };
  if (others.who.length === 0) {
    return { fault: { kind: 'missing-check-others', one }, meant: 'check' };
  }
  return { kind: 'check', one, who: others.who };
}

/** The account itself, where it stands among the others too, is none of them. */
function readOthers(one: OneAccount, words: readonly Word[], maxAccounts: number): ReturnType<typeof readWho> {
  const itself = words.filter((word) => isSame(one, word));
  const read = readWho(
    words.filter((word) => !isSame(one, word)),
    maxAccounts,
  );
  if ('fault' in read || itself.length === 0) return read;
  return { who: [...read.who, one] };
}

function isSame(one: OneAccount, word: Word): boolean {
  const read = readOneAccount(word);
  return 'one' in read && writeOneAccount(read.one) === writeOneAccount(one);
}

/** Writes a check so that `readCommand` reads the same one back: the form in which it is kept for buttons. */
export function writeCheck({ one, who }: Pick<CheckCommand, 'one' | 'who'>): string {
  return ['check', writeOneAccount(one), writeWho(who)].join(' ');
}
