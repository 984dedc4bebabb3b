import {
  type Access,
  type Asker,
  type Decision,
  type Directory,
  isPerson,
  type Membership,
  mayActAs,
  type Role,
  type Rule,
  type Unsaid,
} from './access.ts';
import type { AccessCommand, NamedSubject } from './access-command.ts';
import type { Grant, GrantOptions, Grants } from './grants.ts';

/** How one subject of `allow` or `revoke` fared. */
export type AccessChange = { readonly subject: NamedSubject } & (
  | {
      readonly kind: 'allowed';
      readonly role: Role;
      /** Of a person: whether being named is what lets them in. */
      readonly membership: Membership | undefined;
      /** The configuration's rule about the same subject, where it gives as much or more. */
      readonly configured: Rule | undefined;
    }
  /** `still`: for a person, what other rules give them where this was asked. */
  | { readonly kind: 'revoked' | 'not-granted'; readonly still: Decision | undefined }
  /** Only the configuration names the subject, which nothing from Slack changes. */
  | { readonly kind: 'configured'; readonly configured: Rule }
  | { readonly kind: 'last-admin' }
  /** Nothing was granted, since Slack doesn't say who this is. */
  | { readonly kind: 'unsaid'; readonly why: Unsaid }
  /** The store didn't take it. */
  | { readonly kind: 'unsaved' }
);

/** What commands about access are answered with. */
export type AccessAnswer =
  | { readonly kind: 'changed'; readonly changes: readonly AccessChange[] }
  | { readonly kind: 'access'; readonly configured: readonly Rule[]; readonly granted: readonly Grant[] | undefined }
  | {
      readonly kind: 'why';
      /** Whom it is about; `undefined` for whoever asks. */
      readonly personId: string | undefined;
      readonly decision: Decision;
      /** What Slack didn't say that may have been decisive, and why. */
      readonly unsaid: Unsaid | undefined;
      readonly admins: readonly string[];
    };

interface Options {
  readonly access: Access;
  readonly grants: Pick<Grants, 'grant' | 'revoke'>;
  readonly directory: Directory;
  /** Told each time that the store doesn't take a change. */
  readonly onTrouble: (error: unknown) => void;
}

export type AdministerAccess = (command: AccessCommand, asker: Asker) => Promise<AccessAnswer>;

/** Does what commands about access ask for; whether the asker may is decided before. Never throws for trouble of the store. */
export function createAccessAdmin({ access, grants, directory, onTrouble }: Options): AdministerAccess {
  const { configured } = access;
  // Were the configuration to name an admin, nobody could lock everybody out.
  const options: GrantOptions = {
    keepAnAdmin: !configured.some(({ role, subject }) => role === 'admin' && isPerson(subject)),
  };
  const configuredFor = (subject: NamedSubject): Rule | undefined =>
    configured.find((rule) => 'id' in rule.subject && rule.subject.id === subject.id);

  async function allow(subject: NamedSubject, role: Role, by: Asker): Promise<AccessChange> {
    const why = await troubleOf(subject);
    // A person is let in by name alone, whatever Slack says of them; a group nobody can look into lets nobody in.
    if (why && (subject.kind === 'group' || why === 'not-found')) return { subject, kind: 'unsaid', why };
    const outcome = await grants.grant({ subject, role }, by, options);
    if (outcome !== 'done') return { subject, kind: outcome };
    const rule = configuredFor(subject);
    return {
      subject,
      kind: 'allowed',
      role,
      membership: isPerson(subject) ? await directory.membership(subject.id) : undefined,
      configured: rule && mayActAs(rule.role, role) ? rule : undefined,
    };
  }

  async function revoke(subject: NamedSubject, by: Asker): Promise<AccessChange> {
    const outcome = await grants.revoke(subject, by, options);
    if (outcome === 'last-admin') return { subject, kind: outcome };
    const rule = configuredFor(subject);
    if (outcome === 'absent' && rule) return { subject, kind: 'configured', configured: rule };
    const { channelId } = by;
    const still = isPerson(subject) ? await access.decide({ personId: subject.id, channelId }) : undefined;
    return { subject, kind: outcome === 'done' ? 'revoked' : 'not-granted', still };
  }

  async function troubleOf({ kind, id }: NamedSubject): Promise<Unsaid | undefined> {
    if (kind === 'person') return directory.personTrouble(id);
    return kind === 'group' ? directory.groupTrouble(id) : undefined;
  }

  /** One after the other, so that each sees what the one before left: the last admin is the last one. */
  async function changeEach(
    subjects: readonly NamedSubject[],
    change: (subject: NamedSubject) => Promise<AccessChange>,
  ): Promise<AccessAnswer> {
    const changes: AccessChange[] = [];
    for (const subject of subjects) {
      const done = await change(subject).catch((error: unknown): AccessChange => {
        onTrouble(error);
        return { subject, kind: 'unsaved' };
      });
      changes.push(done);
    }
    return { kind: 'changed', changes };
  }

  async function explain(about: string | undefined, { personId, channelId }: Asker): Promise<AccessAnswer> {
    const asker = { personId: about ?? personId, channelId };
    const decision = await access.decide(asker);
    const unsaid = decision.role === undefined ? await unsaidOf(decision.reason, asker.personId) : undefined;
    const isAboutAnother = asker.personId !== personId;
    return {
      kind: 'why',
      personId: isAboutAnother ? asker.personId : undefined,
      decision,
      unsaid,
      admins: await access.admins(),
    };
  }

  async function unsaidOf(reason: string, personId: string): Promise<Unsaid | undefined> {
    if (reason === 'unknown') return directory.personTrouble(personId);
    if (reason !== 'no-rule') return undefined;
    const groups = [...configured, ...((await access.granted()) ?? [])].flatMap(({ subject }) =>
      subject.kind === 'group' ? [subject.id] : [],
    );
    const troubles = await Promise.all(groups.map((id) => directory.groupTrouble(id)));
    return troubles.find((trouble) => trouble !== undefined);
  }

  return async (command, asker) => {
    switch (command.kind) {
      case 'allow':
        return changeEach(command.subjects, (subject) => allow(subject, command.role, asker));
      case 'revoke':
        return changeEach(command.subjects, (subject) => revoke(subject, asker));
      case 'access':
        return { kind: 'access', configured, granted: await access.granted() };
      case 'why':
        return explain(command.personId, asker);
    }
  };
}
