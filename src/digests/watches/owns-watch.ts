import type { PersonId } from '../../followstats/ids.ts';
import type { Watches } from './ports.ts';
import { readWatchId } from './types.ts';

/** Whether a watch is a person's own. @param id as it was typed or sent. Never rejects: what can't be read isn't */
export type OwnsWatch = (personId: PersonId, id: string) => Promise<boolean>;

/** Makes an `OwnsWatch`. */
export function createOwnsWatch(watches: Pick<Watches, 'read'>): OwnsWatch {
  return async (personId, typed) => {
    const id = readWatchId(typed);
    const watch = id && (await watches.read(id).catch(() => undefined));
    return watch?.ownerId === personId;
  };
}
