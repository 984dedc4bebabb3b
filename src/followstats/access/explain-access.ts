import type { PersonId } from '../ids.ts';
import type { Access, Decision, Directory, DirectoryGap, NoRole } from './access.ts';
import type { Asker } from './rules.ts';

/** Which rule decided about a person, or why none did. */
export interface Explanation {
  readonly kind: 'why';
  /** Whom it is about; `undefined` for the asker. */
  readonly personId: PersonId | undefined;
  readonly decision: Decision;
  /** Why Slack didn't say what may have been decisive: who the person is, or who is in a user group that a rule names. */
  readonly gap: DirectoryGap | undefined;
  /** The persons who can change it. */
  readonly admins: readonly string[];
}

interface Options {
  readonly access: Access;
  readonly directory: Pick<Directory, 'personGap' | 'groupGap'>;
}

/** Makes what explains how access is decided for a person in the asker's channel. Rejects for a bug alone. */
export function createExplain({ access, directory }: Options) {
  async function gapOf(reason: NoRole, personId: PersonId): Promise<DirectoryGap | undefined> {
    if (reason === 'unknown') return directory.personGap(personId);
    if (reason !== 'no-rule') return undefined;
    const groups = [...access.configured, ...((await access.granted()) ?? [])].flatMap(({ subject }) =>
      subject.kind === 'group' ? [subject.id] : [],
    );
    const gaps = await Promise.all(groups.map((id) => directory.groupGap(id)));
    return gaps.find((gap) => gap !== undefined);
  }

  return async (personId: PersonId, asker: Asker): Promise<Explanation> => {
    const decision = await access.decide({ personId, channelId: asker.channelId });
    return {
      kind: 'why',
      personId: personId === asker.personId ? undefined : personId,
      decision,
      gap: decision.role === undefined ? await gapOf(decision.reason, personId) : undefined,
      admins: await access.admins(),
    };
  };
}
