import type { PersonId } from '../../followstats/ids.ts';
import type { Lists } from '../../followstats/lists/lists.ts';
import type { Resolve, Resolved, ResolveFault } from '../../followstats/reports/resolve.ts';
import type { Digests, MayPointTo } from '../ports.ts';
import { type DigestSpec, readDigestId } from '../types.ts';
import { DIGEST_GONE, type DigestForm, type FormFault } from './digest-form.ts';
import { listsOf, ownOf, type ReadForm, readForm, toSpec } from './read-form.ts';

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
  /** Looks up whom the form names; the lists are looked for alone, since their accounts are read at every run. */
  async function checkWho(form: DigestForm, read: ReadForm): Promise<Checked> {
    const own = await resolve(ownOf(read.who));
    if ('fault' in own) return { faults: [toFault(form, own.fault)] };
    const named = await resolve(listsOf(read.who).map((name) => ({ kind: 'list', name })));
    if ('fault' in named) return { faults: [toFault(form, named.fault)] };
    const whole = toSpec(read, own.resolved);
    return 'fault' in whole ? { faults: [whole.fault] } : { spec: whole.spec, who: own.resolved };
  }

  async function checkFields(form: DigestForm): Promise<Checked> {
    const checked = readForm(form);
    const found = 'faults' in checked ? checked : await checkWho(form, checked.read);
    return 'faults' in found ? { faults: await withLists(found.faults) } : found;
  }

  /** Adds which lists there are, for a person who named one that isn't there. */
  async function withLists(faults: readonly FormFault[]): Promise<readonly FormFault[]> {
    if (!faults.some(({ kind }) => kind === 'no-such-list')) return faults;
    const known = (await lists.all()).map(({ name }) => name);
    return faults.map((fault) => (fault.kind === 'no-such-list' ? { ...fault, known } : fault));
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

/** On the field where it was entered. */
function toFault({ lists }: DigestForm, fault: ResolveFault): FormFault {
  if (fault.kind !== 'unknown-list') return { field: 'accounts', kind: 'wrong-who', fault };
  const { name } = fault;
  return { field: lists.includes(name) ? 'lists' : 'accounts', kind: 'no-such-list', name, known: [] };
}
