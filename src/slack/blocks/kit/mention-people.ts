import type { PersonId } from '../../../followstats/ids.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from './inline.ts';
import { listed } from './listed.ts';

/** Mentions people, in the way the reader's language lists them. */
export function mentionPeople(reader: Reader, people: readonly PersonId[]): Sentence {
  return listed(
    reader,
    people.map((personId) => ({ personId })),
  );
}
