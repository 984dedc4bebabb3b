import type { PersonId } from '../../../followstats/ids.ts';
import type { LastWord, Reader } from '../../words/reader.ts';
import type { Sentence } from './inline.ts';
import { listed } from './listed.ts';

/** Mentions people, in the way the reader's language lists them. */
export function mentionPeople(reader: Reader, people: readonly PersonId[], last?: LastWord): Sentence {
  return listed(
    reader,
    people.map((personId) => ({ personId })),
    last,
  );
}

/** Mentions the admins as those to turn to: one of them is enough. */
export function mentionAdmins(reader: Reader, admins: readonly PersonId[] = reader.admins): Sentence {
  return mentionPeople(reader, admins, 'or');
}
