import type { GroupId, PersonId } from '../ids.ts';
import type { Grant, Grants } from './grants.ts';
import { type Asker, isPerson, type Role, type Rule, rank } from './rules.ts';

/** How the workspace sees a person; `unknown` when it couldn't be found out. */
export type Membership = 'member' | 'guest' | 'stranger' | 'unknown';

/** What access needs to know of the workspace. None may reject: what can't be found out is `unknown`, or an empty set. */
export interface Directory {
  membership(personId: PersonId): Promise<Membership>;
  groupMembers(groupId: GroupId): Promise<ReadonlySet<PersonId>>;
  /** Why the workspace doesn't say who a person is, or who is in a user group; `undefined` when it does. */
  personGap(personId: PersonId): Promise<DirectoryGap | undefined>;
  groupGap(groupId: GroupId): Promise<DirectoryGap | undefined>;
}

/** Why something isn't known: the app lacks the scope to ask, there is nothing of that id, or Slack gave no answer this time. */
export type DirectoryGap = 'missing-scope' | 'not-found' | 'no-answer';

/** Why a person has no role. `unreadable`: what was granted couldn't be read, and the configuration names no rule for them. */
export type NoRole = 'no-rule' | 'unreadable' | Exclude<Membership, 'member'>;

/** A role and the rule that gave it, or why there is none. `isPartial`: what was granted couldn't be read. */
export type Decision =
  | { readonly role: Role; readonly rule: Rule | Grant; readonly isPartial: boolean }
  | { readonly role: undefined; readonly reason: NoRole };

/** Decides who may do what. No function rejects but for a bug: what can't be read gives nothing. */
export interface Access {
  /** The configuration's rules, which nothing changes while the app runs. */
  readonly configured: readonly Rule[];
  /** What was granted from Slack, read anew; `undefined` when it can't be read. */
  granted(): Promise<readonly Grant[] | undefined>;
  /** Decides anew. Never rejects. */
  decide(asker: Asker): Promise<Decision>;
  /** Decides anew, and says who can help, of one reading of what was granted. Never rejects. */
  decideWithAdmins(asker: Asker): Promise<{ readonly decision: Decision; readonly admins: readonly PersonId[] }>;
  /** The persons named as admins, the configuration's first: who can help. */
  admins(): Promise<readonly PersonId[]>;
}

interface Options {
  /** The configuration's rules: they hold whatever the store says, and even when it says nothing. */
  readonly configured: readonly Rule[];
  readonly grants: Pick<Grants, 'all'>;
  readonly directory: Pick<Directory, 'membership' | 'groupMembers'>;
  /** Takes why what was granted can't be read, each time. */
  readonly onUnreadable: (error: unknown) => void;
}

/**
 * Deny by default; the highest role wins, and of equal ones the configuration's. A person named in a rule gets its role
 * without asking the workspace anything; by channel, user group or `*` only full members get in, so a guest, a person of
 * another team and one whose status is unknown get no role. Grants are read anew for every decision.
 */
export function createAccess({ configured, grants, directory, onUnreadable }: Options): Access {
  async function granted(): Promise<readonly Grant[] | undefined> {
    try {
      return await grants.all();
    } catch (error) {
      onUnreadable(error);
      return undefined;
    }
  }

  async function decideFrom(given: readonly Grant[] | undefined, asker: Asker): Promise<Decision> {
    const found = await findRule([...configured, ...(given ?? [])], asker, directory);
    const isPartial = given === undefined;
    if (typeof found === 'object') return { role: found.role, rule: found, isPartial };
    return { role: undefined, reason: isPartial ? 'unreadable' : found };
  }

  function adminsFrom(given: readonly Grant[] | undefined): readonly PersonId[] {
    const rules = [...configured, ...(given ?? [])];
    return [
      ...new Set(rules.flatMap(({ role, subject }) => (role === 'admin' && isPerson(subject) ? subject.id : []))),
    ];
  }

  return {
    configured,
    granted,
    decide: async (asker) => decideFrom(await granted(), asker),
    admins: async () => adminsFrom(await granted()),
    async decideWithAdmins(asker) {
      const given = await granted();
      return { decision: await decideFrom(given, asker), admins: adminsFrom(given) };
    },
  };
}

/** Returns the highest rule about the asker, or why none holds. */
async function findRule(
  rules: readonly (Rule | Grant)[],
  asker: Asker,
  directory: Options['directory'],
): Promise<Rule | Grant | Exclude<NoRole, 'unreadable'>> {
  const ordered = rules.toSorted((a, b) => rank(b.role) - rank(a.role) || cost(a) - cost(b));
  const own = ordered.findIndex(({ subject }) => isPerson(subject) && subject.id === asker.personId);
  const named = ordered[own];
  const better = (named ? ordered.slice(0, own) : ordered).filter(({ subject }) => !isPerson(subject));
  if (better.length > 0) {
    const membership = await directory.membership(asker.personId);
    const covered =
      membership === 'member' ? await Promise.all(better.map((rule) => covers(rule, asker, directory))) : [];
    const rule = better[covered.indexOf(true)];
    if (rule) return rule;
    if (!named && membership !== 'member') return membership;
  }
  return named ?? 'no-rule';
}

/** Whether a rule was given from Slack, rather than by the configuration. */
export function isGranted(rule: Rule | Grant): rule is Grant {
  return 'by' in rule;
}

/** Among rules of one role, those that need no answer from Slack go first. */
function cost({ subject }: Rule): number {
  return { person: 0, everyone: 1, channel: 1, group: 2 }[subject.kind];
}

/** Whether a rule that names no person is about this one. */
async function covers({ subject }: Rule, asker: Asker, directory: Options['directory']): Promise<boolean> {
  if (subject.kind === 'group') return (await directory.groupMembers(subject.id)).has(asker.personId);
  return subject.kind === 'everyone' || (subject.kind === 'channel' && subject.id === asker.channelId);
}
