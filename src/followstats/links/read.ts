import type { PersonId } from '../ids.ts';
import type { Misread } from '../subcommand.ts';
import { namesList, readAccount, type WhoFault } from '../typed/who.ts';
import { type FaultWord, toFaultWord, type Word } from '../typed/words.ts';
import type { AccountId } from '../types.ts';

/** What a person wants done with the links between Slack people and accounts. */
export type LinkCommand =
  | { readonly kind: 'link'; readonly personId: PersonId; readonly account: AccountId }
  | { readonly kind: 'unlink'; readonly personId: PersonId }
  | { readonly kind: 'links' };

/** The first words of the commands about links. */
export const LINK_VERBS = ['link', 'unlink', 'links'] as const;
type LinkVerb = (typeof LINK_VERBS)[number];

/** What is wrong with such a command. `word`: the word at fault, as it was typed; untrusted text. */
export type LinkFault =
  | { readonly kind: 'missing-person'; readonly verb: 'link' | 'unlink' }
  | { readonly kind: 'not-a-person'; readonly verb: 'link' | 'unlink'; readonly word: FaultWord }
  | { readonly kind: 'missing-account'; readonly personId: PersonId }
  /** A person, group or channel where an account is wanted. */
  | { readonly kind: 'mention-for-account'; readonly word: FaultWord }
  | { readonly kind: 'linked-list'; readonly word: string }
  | { readonly kind: 'surplus-link-word'; readonly verb: LinkVerb; readonly word: FaultWord };

/** Reads the words behind `/followstats link`, `unlink` or `links`. */
export function readLinkCommand(
  verb: LinkVerb,
  words: readonly Word[],
): LinkCommand | Misread<LinkFault | WhoFault, LinkVerb> {
  const read = readVerb(verb, words);
  return 'fault' in read ? { ...read, meant: verb } : read;
}

function readVerb(verb: LinkVerb, words: readonly Word[]): LinkCommand | { readonly fault: LinkFault | WhoFault } {
  const takes = { link: 2, unlink: 1, links: 0 }[verb];
  const surplus = words[takes];
  if (surplus) return { fault: { kind: 'surplus-link-word', verb, word: toFaultWord(surplus) } };
  if (verb === 'links') return { kind: verb };

  const [person, account] = words;
  if (person === undefined) return { fault: { kind: 'missing-person', verb } };
  if (person.kind !== 'person') return { fault: { kind: 'not-a-person', verb, word: toFaultWord(person) } };
  const { personId } = person;
  if (verb === 'unlink') return { kind: verb, personId };
  if (account === undefined) return { fault: { kind: 'missing-account', personId } };
  if (account.kind !== 'text') return { fault: { kind: 'mention-for-account', word: toFaultWord(account) } };
  // A list is no account, and a UserID that looks like one is to be put in quotes here as in a look-up.
  if (namesList(account)) return { fault: { kind: 'linked-list', word: account.text } };
  const read = readAccount(account);
  return 'fault' in read ? read : { kind: verb, personId, account: read.account };
}

/** Returns the person and the account that the words name, as far as the command takes them and both are right. */
export function beginningOfLink(verb: LinkVerb, [person, account]: readonly Word[]): readonly Word[] {
  if (verb === 'links' || person?.kind !== 'person') return [];
  const isAccount = account !== undefined && !namesList(account) && 'account' in readAccount(account);
  return verb === 'link' && isAccount ? [person, account] : [person];
}
