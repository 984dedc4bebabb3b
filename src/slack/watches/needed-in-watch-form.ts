import type { OwnsWatch } from '../../digests/watches/owns-watch.ts';
import type { Role } from '../../followstats/access/rules.ts';
import type { PersonId } from '../../followstats/ids.ts';
import type { FormPayload } from '../digests/digest-form-state.ts';
import { readEditedWatch } from './watch-form-state.ts';

/**
 * The least role of a person for a watch's form: a watch's owner edits it as a viewer, too. Which watch it is the form says, and the
 * same one is saved; whose it is the store says. Never rejects.
 */
export type NeededInWatchForm = (view: Pick<FormPayload, 'private_metadata'>, personId: PersonId) => Promise<Role>;

/** Makes a `NeededInWatchForm`. */
export function createNeededInWatchForm(ownsWatch: OwnsWatch): NeededInWatchForm {
  return async (view, personId) => {
    const id = readEditedWatch(view.private_metadata);
    return id !== undefined && (await ownsWatch(personId, id)) ? 'viewer' : 'editor';
  };
}
