/** What a person may do; each role includes those before it. */
export type Role = 'viewer' | 'editor' | 'admin';

const RANK: Readonly<Record<Role, number>> = { viewer: 1, editor: 2, admin: 3 };

/** Whom a rule is about. `everyone`: every full member of the workspace. */
export type Subject =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'group' | 'channel'; readonly id: string }
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
 * Deny by default; the highest role wins. A person named in a rule is let in without asking the workspace anything; by
 * channel, user group or `*` only full members get in, so a guest, a person of another team and one whose status is
 * unknown are refused.
 */
export function createAccess(rules: readonly Rule[], directory: Directory): Decide {
  const ordered = rules.toSorted((a, b) => RANK[b.role] - RANK[a.role] || cost(a) - cost(b));

  return async (asker) => {
    let membership: Membership | undefined;
    for (const rule of ordered) {
      const { subject } = rule;
      if (subject.kind === 'person') {
        if (subject.id === asker.personId) return { role: rule.role, rule };
        continue;
      }
      membership ??= await directory.membership(asker.personId);
      if (membership === 'member' && (await covers(subject, asker, directory))) return { role: rule.role, rule };
    }
    return { role: undefined, reason: membership === undefined || membership === 'member' ? 'no-rule' : membership };
  };
}

/** Among rules of one role, those that need no answer from Slack go first. */
function cost({ subject }: Rule): number {
  return { person: 0, everyone: 1, channel: 1, group: 2 }[subject.kind];
}

async function covers(
  subject: Exclude<Subject, { kind: 'person' }>,
  asker: Asker,
  directory: Directory,
): Promise<boolean> {
  if (subject.kind === 'group') return (await directory.groupMembers(subject.id)).has(asker.personId);
  return subject.kind === 'everyone' || subject.id === asker.channelId;
}
