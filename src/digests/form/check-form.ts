import type { PersonId } from '../../followstats/ids.ts';
import type { Lists } from '../../followstats/lists/lists.ts';
import type { Resolve, Resolved } from '../../followstats/reports/resolve.ts';
import type { Digests, MayPointTo } from '../ports.ts';
import { type DigestSpec, readDigestId } from '../types.ts';
import { createCheckWho } from './check-who.ts';
import { DIGEST_GONE, type DigestForm, type FormFault } from './digest-form.ts';
import { readForm, toSpec } from './read-form.ts';

/** `who`: whom the form names besides lists, and who of them has no account. */
type Checked = { readonly spec: DigestSpec; readonly who: Resolved } | { readonly faults: readonly FormFault[] };

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
  readonly lists: Pick<Lists, 'all'>;
  readonly digests: Pick<Digests, 'read'>;
  readonly mayPointTo: MayPointTo;
}

/** Makes the function that checks a form. */
export function createCheckForm({ resolve, lists, digests, mayPointTo }: Options): CheckForm {
  const checkWho = createCheckWho({ resolve, lists });

  async function checkFields(form: DigestForm): Promise<Checked> {
    const checked = readForm(form);
    if ('faults' in checked) return { faults: await checkWho.withLists(checked.faults) };
    const found = await checkWho.find(form, checked.read.who);
    if ('faults' in found) return found;
    const whole = toSpec(checked.read, found.own);
    return 'fault' in whole ? { faults: [whole.fault] } : { spec: whole.spec, who: found.own };
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
