import type { PersonId } from '../../followstats/ids.ts';
import type { Resolve } from '../../followstats/reports/resolve.ts';
import type { Digests, MayPointTo } from '../ports.ts';
import { type DigestSpec, readDigestId } from '../types.ts';
import { DIGEST_GONE, type DigestForm, type FormFault } from './digest-form.ts';
import { listsOf, ownOf, readForm, toSpec } from './read-form.ts';

type Checked = { readonly spec: DigestSpec } | { readonly faults: readonly FormFault[] };

interface FilledBy {
  readonly personId: PersonId;
  /** The digest that is edited; `undefined` for a new one. */
  readonly editedId: string | undefined;
}

/**
 * Turns what a person filled in into a digest, or returns all faults of it; also that they may not have it posted there. Asks
 * the store and Slack, never Chat. Rejects when the store fails.
 */
export type CheckForm = (form: DigestForm, by: FilledBy) => Promise<Checked>;

interface Options {
  /** Finds the accounts of people, and the lists that don't exist. */
  readonly resolve: Resolve;
  readonly digests: Pick<Digests, 'read'>;
  readonly mayPointTo: MayPointTo;
}

/** Makes the function that checks a form. */
export function createCheckForm({ resolve, digests, mayPointTo }: Options): CheckForm {
  const faultOfWho = (fault: Extract<FormFault, { kind: 'wrong-who' }>['fault']) => ({
    faults: [{ field: 'accounts', kind: 'wrong-who', fault } as const],
  });

  async function checkFields(form: DigestForm): Promise<Checked> {
    const checked = readForm(form);
    if ('faults' in checked) return checked;
    const { read } = checked;
    const own = await resolve(ownOf(read.who));
    if ('fault' in own) return faultOfWho(own.fault);
    const lists = await resolve(listsOf(read.who).map((name) => ({ kind: 'list', name })));
    if ('fault' in lists) return faultOfWho(lists.fault);
    const whole = toSpec(read, own.resolved);
    return 'fault' in whole ? { faults: [whole.fault] } : whole;
  }

  async function checkPlace({ channelId }: DigestForm, personId: PersonId): Promise<FormFault | undefined> {
    const fault = channelId ? await mayPointTo(personId, channelId) : undefined;
    return fault && { field: 'channel', kind: 'place-closed', fault };
  }

  /** What is posted in a private place is changed by those who can read it there, and by the digest's owner. */
  async function checkEdited({ personId, editedId }: FilledBy): Promise<FormFault | undefined> {
    if (editedId === undefined) return undefined;
    const id = readDigestId(editedId);
    const digest = id && (await digests.read(id));
    if (!digest) return DIGEST_GONE;
    const fault = digest.ownerId === personId ? undefined : await mayPointTo(personId, digest.channelId);
    return fault && { field: 'channel', kind: 'digest-elsewhere', fault };
  }

  return async (form, by) => {
    const [fields, place, edited] = await Promise.all([
      checkFields(form),
      checkPlace(form, by.personId),
      checkEdited(by),
    ]);
    if (edited) return { faults: [edited] };
    if (!place) return fields;
    return { faults: ['faults' in fields ? fields.faults : [], place].flat() };
  };
}
