import type { Directory, DirectoryGap } from '../access/access.ts';
import type { GroupId, PersonId } from '../ids.ts';
import type { ListName } from '../typed/list-name.ts';
import { nearest } from '../typed/nearest.ts';
import type { Reference, Who } from '../typed/who.ts';
import type { AccountId } from '../types.ts';

/** The accounts that a command is about, and what it named that stands for none. */
export interface Resolved {
  /** In the order typed, each once. */
  readonly accounts: readonly AccountId[];
  /** People who were reached through their link, mentioned or in a group, in the order typed. */
  readonly linked: readonly LinkedPerson[];
  /** People without a link, mentioned or in a group, each once. */
  readonly unlinked: readonly string[];
  /** What stands for no account at all. */
  readonly empty: readonly EmptyReference[];
}

/** A person, and the account of their link. */
export interface LinkedPerson {
  readonly personId: PersonId;
  readonly account: AccountId;
}

/** A list or user group that comes to no account, and why. */
export type EmptyReference =
  | { readonly kind: 'list'; readonly name: ListName }
  /** `unlinked`: it has members, and none is linked; the others of `DirectoryGap`: Slack didn't say who they are. */
  | { readonly kind: 'group'; readonly groupId: GroupId; readonly why: 'no-members' | 'unlinked' | DirectoryGap };

/** What is wrong with a command that only shows once its names are looked up. */
export type ResolveFault =
  /** `toMake`: whom it could be made with; not set where it was to lose accounts. */
  | {
      readonly kind: 'unknown-list';
      readonly name: ListName;
      readonly suggestion: ListName | undefined;
      readonly toMake?: Who | undefined;
    }
  /** Each costs a call to Slack. */
  | { readonly kind: 'too-many-groups'; readonly count: number; readonly max: number }
  /** `by`: what made it too many. `count`: how many it is altogether. */
  | { readonly kind: 'too-many-resolved'; readonly by: Reference; readonly count: number; readonly max: number };

/**
 * Turns whom a command names into accounts. Plain UserIDs alone don't read the store. Rejects with `store_unavailable`.
 * @param maxAccounts the most accounts it may come to; any number when left out
 */
export type Resolve = (
  who: Who,
  maxAccounts?: number,
) => Promise<{ readonly resolved: Resolved } | { readonly fault: ResolveFault }>;

/** User groups in one command: each is one call to Slack, which takes about 20 of that kind a minute. */
const MOST_GROUPS = 20;

/** As much of the store's lists as whom a command names needs. */
interface NamedLists {
  /** The lists that exist, of those asked for. */
  read(names: readonly ListName[]): Promise<ReadonlyMap<ListName, { readonly accounts: readonly AccountId[] }>>;
  /** All of them. */
  all(): Promise<readonly { readonly name: ListName }[]>;
}

interface Options {
  /** `of`: the accounts of those who are linked; the others are left out. */
  readonly links: { of(personIds: readonly string[]): Promise<ReadonlyMap<string, AccountId>> };
  readonly lists: NamedLists;
  readonly directory: Pick<Directory, 'groupMembers' | 'groupGap'>;
}

/** Resolves mentions through links, user groups through their members, and lists. */
export function createResolve({ links, lists, directory }: Options): Resolve {
  async function readGroups(who: Who) {
    const ids = who.flatMap((reference) => (reference.kind === 'group' ? [reference.groupId] : []));
    return new Map(await Promise.all(ids.map(async (id) => [id, [...(await directory.groupMembers(id))]] as const)));
  }

  async function readLists(who: Who) {
    const names = who.flatMap((reference) => (reference.kind === 'list' ? [reference.name] : []));
    const known = names.length > 0 ? await lists.read(names) : new Map<ListName, never>();
    return { known, missing: names.find((name) => !known.has(name)) };
  }

  async function whyEmpty(groupId: GroupId, members: readonly string[]) {
    if (members.length > 0) return 'unlinked';
    return (await directory.groupGap(groupId)) ?? 'no-members';
  }

  return async (who, maxAccounts = Number.POSITIVE_INFINITY) => {
    const named = who.filter(({ kind }) => kind === 'group').length;
    if (named > MOST_GROUPS) return { fault: { kind: 'too-many-groups', count: named, max: MOST_GROUPS } };
    const [groups, { known, missing }] = await Promise.all([readGroups(who), readLists(who)]);
    if (missing !== undefined) return { fault: await describeMissing(missing, lists) };

    const peopleOf = (reference: Reference): readonly string[] => {
      if (reference.kind === 'person') return [reference.personId];
      return reference.kind === 'group' ? (groups.get(reference.groupId) ?? []) : [];
    };
    const people = [...new Set(who.flatMap(peopleOf))];
    const linkOf = people.length > 0 ? await links.of(people) : new Map<string, AccountId>();
    const accountsOf = (reference: Reference): readonly AccountId[] => {
      if (reference.kind === 'account') return [reference.account];
      if (reference.kind === 'list') return known.get(reference.name)?.accounts ?? [];
      return peopleOf(reference).flatMap((personId) => linkOf.get(personId) ?? []);
    };

    const accounts = new Set<AccountId>();
    const empty: EmptyReference[] = [];
    let by: Reference | undefined;
    for (const reference of who) {
      const own = accountsOf(reference);
      for (const account of own) accounts.add(account);
      if (accounts.size > maxAccounts) by ??= reference;
      if (own.length > 0) continue;
      if (reference.kind === 'list') empty.push(reference);
      if (reference.kind === 'group')
        empty.push({ ...reference, why: await whyEmpty(reference.groupId, peopleOf(reference)) });
    }
    if (by) return { fault: { kind: 'too-many-resolved', by, count: accounts.size, max: maxAccounts } };
    const linked = people.flatMap((personId) => {
      const account = linkOf.get(personId);
      return account === undefined ? [] : [{ personId, account }];
    });
    const unlinked = people.filter((personId) => !linkOf.has(personId));
    return { resolved: { accounts: [...accounts], linked, unlinked, empty } };
  };
}

/** Returns the fault of a list that doesn't exist, with one of nearly the same name. Rejects with `store_unavailable`. */
export async function describeMissing(
  name: ListName,
  lists: Pick<NamedLists, 'all'>,
): Promise<Extract<ResolveFault, { kind: 'unknown-list' }>> {
  const names = (await lists.all()).map((list) => list.name);
  return { kind: 'unknown-list', name, suggestion: nearest(name, names, Math.min(2, Math.floor(name.length / 2))) };
}
