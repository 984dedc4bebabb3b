import type { ChannelId, PersonId } from '../../followstats/ids.ts';
import type { MayPointTo, PlaceFault } from '../ports.ts';

/** What a form says, or all its faults. */
export type CheckedOr<Checked, Fault> = Checked | { readonly faults: readonly Fault[] };

interface FilledBy {
  readonly personId: PersonId;
  /** What is edited; `undefined` for something new. */
  readonly editedId: string | undefined;
}

/** Turns what a person filled in into what it says, or returns all its faults. Rejects when the store fails. */
export type CheckWhole<Form, Checked, Fault> = (form: Form, by: FilledBy) => Promise<CheckedOr<Checked, Fault>>;

/** What is edited: where it is posted, and whose it is. */
interface Edited {
  readonly channelId: ChannelId;
  readonly ownerId: PersonId;
}

interface Options<Form, Checked, Fault> {
  readonly mayPointTo: MayPointTo;
  readonly checkFields: (form: Form) => Promise<CheckedOr<Checked, Fault>>;
  /** @returns `undefined` for what isn't there any more */
  readonly readEdited: (id: string) => Promise<Edited | undefined>;
  readonly gone: Fault;
  /** Of one that is posted where this person may not have anything posted. */
  readonly elsewhere: (fault: PlaceFault) => Fault;
}

/** The fault of a place where the person may not have anything posted. */
type PlaceClosed = { readonly field: 'channel'; readonly kind: 'place-closed'; readonly fault: PlaceFault };

/** Makes what checks a form: its fields, the place it names, and where what it edits is posted now. */
export function createCheckWhole<Form extends { readonly channelId: ChannelId }, Checked extends object, Fault>(
  options: Options<Form, Checked, Fault | PlaceClosed>,
): CheckWhole<Form, Checked, Fault | PlaceClosed> {
  const { mayPointTo, checkFields, readEdited, gone, elsewhere } = options;

  async function checkPlace({ channelId }: Form, personId: PersonId): Promise<PlaceClosed | undefined> {
    const fault = channelId ? await mayPointTo(personId, channelId) : undefined;
    return fault && { field: 'channel', kind: 'place-closed', fault };
  }

  /** What is posted in a private place is changed by those who can read it there, and by its owner. */
  async function checkEdited({ personId, editedId }: FilledBy): Promise<Fault | PlaceClosed | undefined> {
    if (editedId === undefined) return undefined;
    const edited = await readEdited(editedId);
    if (!edited) return gone;
    const fault = edited.ownerId === personId ? undefined : await mayPointTo(personId, edited.channelId);
    return fault && elsewhere(fault);
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
