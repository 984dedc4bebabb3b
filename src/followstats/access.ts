/** What a person may do; each role includes those before it. */
export type Role = 'viewer' | 'editor' | 'admin';

const RANK: Readonly<Record<Role, number>> = { viewer: 1, editor: 2, admin: 3 };

/** Whom a rule is about. `everyone`: every full member of the workspace. */
export type Subject =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'group' | 'channel'; readonly id: string }
  | { readonly kind: 'everyone' };

/** Gives a subject a role. */
export interface Rule {
  readonly subject: Subject;
  readonly role: Role;
}

/** Who asks, and where. */
export interface Asker {
  readonly personId: string;
  readonly channelId: string;
}

/** How the workspace sees a person; `unknown` when it couldn't be found out. */
export type Membership = 'member' | 'guest' | 'stranger' | 'unknown';

/** What access needs to know of the workspace. None may throw: what can't be known is `unknown` and nobody. */
export interface Directory {
  membership(personId: string): Promise<Membership>;
  groupMembers(groupId: string): Promise<ReadonlySet<string>>;
  /** Why the workspace doesn't say who a person is, or who is in a user group; `undefined` when it does. */
  personTrouble(personId: string): Promise<Unsaid | undefined>;
  groupTrouble(groupId: string): Promise<Unsaid | undefined>;
}

/** Why something isn't known: the app lacks the scope to ask, there is nothing of that id, or trouble that may pass. */
export type Unsaid = 'missing-scope' | 'not-found' | 'no-answer';

/** A role and the rule that gave it, or why there is none. */
export type Decision =
  | { readonly role: Role; readonly rule: Rule }
  | { readonly role: undefined; readonly reason: 'no-rule' | Exclude<Membership, 'member'> };

export type Decide = (asker: Asker) => Promise<Decision>;

/** Whether a role includes another. */
export function mayActAs(role: Role | undefined, needed: Role): boolean {
  return role !== undefined && RANK[role] >= RANK[needed];
}

/**
 * Deny by default; the highest role wins. A person named in a rule is let in without asking the workspace anything; by
 * channel, user group or `*` only full members get in, so a guest, a person of another team and one whose status is
 * unknown are refused.
 */
export function createAccess(
  rules: readonly Rule[],
  directory: Pick<Directory, 'membership' | 'groupMembers'>,
): Decide {
  const ordered = rules.toSorted((a, b) => RANK[b.role] - RANK[a.role] || cost(a) - cost(b));

  return async (asker) => {
    const own = ordered.findIndex(({ subject }) => subject.kind === 'person' && subject.id === asker.personId);
    const named = ordered[own];
    const better = (named ? ordered.slice(0, own) : ordered).filter(({ subject }) => subject.kind !== 'person');
    if (better.length > 0) {
      const membership = await directory.membership(asker.personId);
      const covered =
        membership === 'member' ? await Promise.all(better.map((rule) => covers(rule, asker, directory))) : [];
      const rule = better[covered.indexOf(true)];
      if (rule) return { role: rule.role, rule };
      if (!named && membership !== 'member') return { role: undefined, reason: membership };
    }
    return named ? { role: named.role, rule: named } : { role: undefined, reason: 'no-rule' };
  };
}

/** Among rules of one role, those that need no answer from Slack go first. */
function cost({ subject }: Rule): number {
  return { person: 0, everyone: 1, channel: 1, group: 2 }[subject.kind];
}

/** Whether a rule that names no person is about this one. */
async function covers({ subject }: Rule, asker: Asker, directory: Pick<Directory, 'groupMembers'>): Promise<boolean> {
  if (subject.kind === 'group') return (await directory.groupMembers(subject.id)).has(asker.personId);
  return subject.kind === 'everyone' || (subject.kind === 'channel' && subject.id === asker.channelId);
}
