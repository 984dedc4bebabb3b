import type { Button } from '@slack/types';
import type { PersonId } from '../../../followstats/ids.ts';
import type { Resolved } from '../../../followstats/reports/resolve.ts';
import type { Reader } from '../../words/reader.ts';
import { offer } from '../kit/offer.ts';
import { addAccounts } from './list-offers.ts';

/** Empty lists that get a button each. */
const LISTS_OFFERED = 3;

/**
 * The buttons that go with `whoSentences`: linking those who have no account, filling lists that are empty. Only what the reader
 * may do is among them: none where many read it.
 * @param badlyLinked people whose link leads to no account of Chat's
 */
export function whoControls(
  reader: Reader,
  { unlinked, empty }: Pick<Resolved, 'unlinked' | 'empty'>,
  badlyLinked: readonly PersonId[] = [],
): Button[] {
  const said = reader.words.who;
  const [first, second] = [...unlinked, ...badlyLinked];
  const names = empty.flatMap((reference) => (reference.kind === 'list' ? [reference.name] : []));
  return offer(
    reader,
    first === undefined || second !== undefined
      ? undefined
      : { key: 'link', words: said.unlinked.buttonOne, deed: { ask: { asks: 'link-person', personId: first } } },
    second === undefined
      ? undefined
      : { key: 'link', words: said.unlinked.buttonMany, deed: { ask: { asks: 'link' } } },
    ...names.slice(0, LISTS_OFFERED).map((name) => addAccounts(reader, name)),
  );
}
