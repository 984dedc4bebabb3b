import type { PersonId } from '../ids.ts';
import type { AnswerContext } from '../subcommand.ts';
import { type Access, type Decision, type Directory, type DirectoryGap, isGranted, type Membership } from './access.ts';
import { createExplain, type Explanation } from './explain-access.ts';
import type { Grant, GrantOptions, GrantOutcome, Grants } from './grants.ts';
import type { AccessCommand, NamedSubject } from './read.ts';
import { type Asker, isPerson, mayActAs, type Role, type Rule } from './rules.ts';

/** How one subject of `allow` or `revoke` fared. */
export type AccessChange = { readonly subject: NamedSubject } & (
  | {
      readonly kind: 'allowed';
      readonly role: Role;
      /** Of a person: whether being named is what lets them in. */
      readonly membership: Membership | undefined;
      /**
       * The rule that counts in place of this grant: of a person any that gives more here, or the configuration's that gives as
       * much; of a group or channel only the configuration's about itself.
       */
      readonly standing: Rule | Grant | undefined;
      /** The role that had been granted before; `undefined` for none, and where it isn't known. */
      readonly before?: Role | undefined;
    }
  /**
   * `still`: what other rules give a person where this was asked; what the configuration gives a group or channel. `before`: the
   * role that was taken back, where that is known.
   */
  | { readonly kind: 'revoked'; readonly still: Decision | undefined; readonly before?: Role | undefined }
  | { readonly kind: 'not-granted'; readonly still: Decision | undefined }
  /** Only the configuration names the subject, which nothing from Slack changes. */
  | { readonly kind: 'configured'; readonly configured: Rule }
  | { readonly kind: 'last-admin' }
  /** Nothing was granted, since Slack doesn't say who this is. */
  | { readonly kind: 'gap'; readonly why: DirectoryGap }
  /** The store didn't take it. */
  | { readonly kind: 'unsaved' }
);

/** What commands about access are answered with. */
export type AccessAnswer =
  | {
      readonly kind: 'changed';
      readonly changes: readonly AccessChange[];
      /** Who asked, and the role they have now that it is done: they may have changed their own. */
      readonly asker: { readonly personId: PersonId; readonly role: Role | undefined };
    }
  | {
      readonly kind: 'access';
      readonly configured: readonly Rule[];
      readonly granted: readonly Grant[] | undefined;
      /** How many rules of a newer version give nothing here; absent when there are none. */
      readonly unrecognized?: number;
    }
  | Explanation;

/** What answers to commands about access are made of. */
interface Needs {
  readonly access: Access;
  readonly grants: Pick<Grants, 'grant' | 'revoke' | 'unrecognized'>;
  readonly directory: Directory;
  /** Takes why the store didn't take a change of access, each time. */
  readonly onAccessUnsaved: (error: unknown) => void;
}

/**
 * Does what commands about access ask for; whether the asker may is decided before. A change that the store doesn't take is
 * part of the answer; what can't be read for `access` rejects with `store_unavailable`.
 */
export function createAccessAnswer({ access, grants, directory, onAccessUnsaved }: Needs) {
  const { configured } = access;
  const explain = createExplain({ access, directory });
  // Where the configuration names an admin, there is always one left.
  const options: GrantOptions = {
    keepAnAdmin: !configured.some(({ role, subject }) => role === 'admin' && isPerson(subject)),
  };
  const configuredFor = (subject: NamedSubject): Rule | undefined =>
    configured.find((rule) => 'id' in rule.subject && rule.subject.id === subject.id);

  /** Which role each subject was granted. It only decides on words and on what is offered, so that it needn't be readable. */
  async function readGranted(): Promise<(subject: NamedSubject) => Role | undefined> {
    const all = await access.granted();
    return ({ kind, id }) =>
      all?.find(({ subject }) => subject.kind === kind && 'id' in subject && subject.id === id)?.role;
  }

  async function allow({ subjects, role }: Extract<AccessCommand, { kind: 'allow' }>, by: Asker) {
    const roleBefore = await readGranted();
    const named = await Promise.all(subjects.map(async (subject) => ({ subject, why: await gapOf(subject) })));
    return oneByOne(named, async ({ subject, why }): Promise<AccessChange> => {
      // A person's rule needs nothing but their id; a group whose members can't be read would let no one in.
      if (why && (subject.kind === 'group' || why === 'not-found')) return { subject, kind: 'gap', why };
      const outcome = await grants.grant({ subject, role }, by, options);
      if (outcome !== 'done') return { subject, kind: outcome };
      return {
        subject,
        kind: 'allowed',
        role,
        membership: isPerson(subject) ? await membershipOf(subject.id, why) : undefined,
        standing: await standingOver({ subject, role }, by),
        before: roleBefore(subject),
      };
    });
  }

  async function standingOver({ subject, role }: { readonly subject: NamedSubject; readonly role: Role }, by: Asker) {
    if (!isPerson(subject)) {
      const rule = configuredFor(subject);
      return rule && mayActAs(rule.role, role) ? rule : undefined;
    }
    const decision = await access.decide({ personId: subject.id, channelId: by.channelId });
    if (decision.role === undefined || !mayActAs(decision.role, role)) return undefined;
    const { rule } = decision;
    return isGranted(rule) && rule.subject.kind === 'person' ? undefined : rule;
  }

  async function revoke({ subjects }: Extract<AccessCommand, { kind: 'revoke' }>, by: Asker) {
    const roleBefore = await readGranted();
    const outcomes = await oneByOne(
      subjects.map((subject) => ({ subject })),
      async ({ subject }) => ({ subject, kind: await grants.revoke(subject, by, options) }),
    );
    return Promise.all(outcomes.map((outcome) => describeRevoked(outcome, by, roleBefore(outcome.subject))));
  }

  /** What the admin should know of it, once all of the command is done. */
  async function describeRevoked(
    { subject, kind }: { subject: NamedSubject; kind: GrantOutcome | 'absent' | 'unsaved' },
    { channelId }: Asker,
    before: Role | undefined,
  ): Promise<AccessChange> {
    if (kind === 'last-admin' || kind === 'unsaved') return { subject, kind };
    const rule = configuredFor(subject);
    if (kind === 'absent' && rule) return { subject, kind: 'configured', configured: rule };
    const own: Decision | undefined = rule && { role: rule.role, rule, isPartial: false };
    const still = isPerson(subject) ? await access.decide({ personId: subject.id, channelId }) : own;
    return kind === 'done' ? { subject, kind: 'revoked', still, before } : { subject, kind: 'not-granted', still };
  }

  async function listRules(): Promise<AccessAnswer> {
    const granted = await access.granted();
    const unrecognized = granted ? await grants.unrecognized() : 0;
    return { kind: 'access', configured, granted, ...(unrecognized > 0 && { unrecognized }) };
  }

  async function gapOf({ kind, id }: NamedSubject): Promise<DirectoryGap | undefined> {
    if (kind === 'person') return directory.personGap(id);
    return kind === 'group' ? directory.groupGap(id) : undefined;
  }

  const membershipOf = async (personId: PersonId, why: DirectoryGap | undefined): Promise<Membership> =>
    why ? 'unknown' : directory.membership(personId);

  /** One after the other, so that each sees what the one before left: the last admin is the last one. */
  async function oneByOne<Change extends { readonly subject: NamedSubject }, Outcome>(
    changes: readonly Change[],
    make: (change: Change) => Promise<Outcome>,
  ): Promise<readonly (Outcome | { readonly subject: NamedSubject; readonly kind: 'unsaved' })[]> {
    const outcomes = [];
    for (const change of changes) {
      const outcome = await make(change).catch((error: unknown) => {
        onAccessUnsaved(error);
        return { subject: change.subject, kind: 'unsaved' } as const;
      });
      outcomes.push(outcome);
    }
    return outcomes;
  }

  /** A change of a user group or channel may be one of the asker's own role, too. */
  async function changed(
    changes: readonly AccessChange[],
    { asker, role }: Pick<AnswerContext, 'asker' | 'role'>,
  ): Promise<AccessAnswer> {
    const isDone = changes.some(({ kind }) => kind === 'allowed' || kind === 'revoked');
    const now = isDone ? (await access.decide(asker)).role : role;
    return { kind: 'changed', changes, asker: { personId: asker.personId, role: now } };
  }

  return async (command: AccessCommand, context: Pick<AnswerContext, 'asker' | 'role'>): Promise<AccessAnswer> => {
    const { asker } = context;
    switch (command.kind) {
      case 'allow':
        return changed(await allow(command, asker), context);
      case 'revoke':
        return changed(await revoke(command, asker), context);
      case 'access':
        return listRules();
      case 'why':
        return explain(command.personId ?? asker.personId, asker);
    }
  };
}
