/** What a person may do; each role includes those before it. */
export type Role = 'viewer' | 'editor' | 'admin';

const RANK: Readonly<Record<Role, number>> = { viewer: 1, editor: 2, admin: 3 };

/** Whom a rule is about. `everyone`: every full member of the workspace. */
export type Subject =
  | { readonly kind: 'person' | 'group' | 'channel'; readonly id: string }
  | { readonly kind: 'everyone' };

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

/** What access needs to know of the workspace. Neither may throw: what can't be known is `unknown` and nobody. */
export interface Directory {
  membership(personId: string): Promise<Membership>;
  groupMembers(groupId: string): Promise<ReadonlySet<string>>;
}

export type Decision =
  | { readonly role: Role; readonly rule: Rule }
  | { readonly role: undefined; readonly reason: 'no-rule' | Exclude<Membership, 'member'> };

export type Decide = (asker: Asker) => Promise<Decision>;

/** Whether a role includes another. */
export function mayActAs(role: Role | undefined, needed: Role): boolean {
  return role !== undefined && RANK[role] >= RANK[needed];
}

/**
 * Deny by default. A person named in a rule is let in without asking the workspace anything; by channel, user group or
 * `*` only full members get in, so a guest, a person of another team and one whose status is unknown are refused.
 * The highest role wins.
 */
export function createAccess(rules: readonly Rule[], directory: Directory): Decide {
  const byRank = rules.toSorted((a, b) => RANK[b.role] - RANK[a.role]);
  const named = byRank.filter((rule) => rule.subject.kind === 'person');
  const shared = byRank.filter((rule) => rule.subject.kind !== 'person');

  async function covers({ subject }: Rule, asker: Asker): Promise<boolean> {
    switch (subject.kind) {
      case 'everyone':
        return true;
      case 'channel':
        return subject.id === asker.channelId;
      case 'group':
        return (await directory.groupMembers(subject.id)).has(asker.personId);
      case 'person':
        return subject.id === asker.personId;
    }
  }

  return async (asker) => {
    const own = named.find((rule) => rule.subject.kind === 'person' && rule.subject.id === asker.personId);
    if (own) return { role: own.role, rule: own };
    if (shared.length === 0) return { role: undefined, reason: 'no-rule' };

    const membership = await directory.membership(asker.personId);
    if (membership !== 'member') return { role: undefined, reason: membership };
    for (const rule of shared) if (await covers(rule, asker)) return { role: rule.role, rule };
    return { role: undefined, reason: 'no-rule' };
  };
}
