import type { History } from '../../../followstats/history/history.ts';
import type { PersonId } from '../../../followstats/ids.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from '../kit/inline.ts';
import { writeDateAndTime, writeTime } from '../kit/instant.ts';
import { joinSentences } from '../kit/join-sentences.ts';
import { newestOf, OLD_MS } from './history-times.ts';

/**
 * From when the numbers are, on whose clocks, and where everyone reads them who shared them; nothing where there are none.
 * @param sharedBy `undefined` where the person who asked reads it alone
 */
export function historyFoot(reader: Reader, history: History, sharedBy: PersonId | undefined): readonly Sentence[] {
  const { byTime, byAboutTime, newest, shared } = reader.words.history.foot;
  const { accounts, instants, at } = history;
  if (accounts.length === 0) return [];
  const isSame = new Set(instants.map((instant) => writeTime(reader, instant))).size === 1;
  // Of a single account that wasn't read for long it stands above.
  const isSaid = accounts.length === 1 && at - newestOf(history) > OLD_MS;
  return [
    joinSentences(
      reader,
      sharedBy === undefined ? undefined : shared({ person: { personId: sharedBy } }),
      (isSame ? byTime : byAboutTime)({ time: writeTime(reader, at), zone: reader.zone }),
      isSaid ? undefined : newest({ at: writeDateAndTime(reader, newestOf(history), at) }),
    ),
  ];
}
