import type { Overflow, PlainTextOption, StaticSelect } from '@slack/types';
import type { Reader } from '../../words/reader.ts';
import { commandActionId } from './command-controls.ts';
import { clean, type Sentence, toPlain } from './inline.ts';
import { type Deed, mayDo, writeDeed } from './offer.ts';

/** One entry of a menu. */
export interface MenuOffer {
  readonly text: Sentence;
  readonly deed: Deed;
}

/** Slack's limits on an entry; of a value its pages give 150, and its SDK 75. */
const OPTION = { text: 75, value: 75 } as const;
/** Entries of one select. */
const MOST_OPTIONS = 100;

/** Makes the ⋯ menu of what the reader may do, of up to five entries; none when that is nothing. */
export function offerMenu(reader: Reader, key: string, entries: readonly MenuOffer[]): readonly Overflow[] {
  const options = toOptions(reader, entries);
  return options.length > 0 ? [{ type: 'overflow', action_id: commandActionId(key), options }] : [];
}

/** Makes as many selects as the entries need, a hundred in each. @param placeholder stands in each that nothing is chosen in */
export function offerSelects(
  reader: Reader,
  key: string,
  { placeholder, entries }: { readonly placeholder: Sentence; readonly entries: readonly MenuOffer[] },
): readonly StaticSelect[] {
  const options = toOptions(reader, entries);
  const starts = options.flatMap((_, n) => (n % MOST_OPTIONS === 0 ? [n] : []));
  return starts.map((start) => ({
    type: 'static_select',
    action_id: commandActionId(`${key}-${start}`),
    placeholder: { type: 'plain_text', text: toPlain(placeholder) },
    options: options.slice(start, start + MOST_OPTIONS),
  }));
}

/** An entry whose command is longer than a menu holds is left out. */
function toOptions(reader: Reader, entries: readonly MenuOffer[]): PlainTextOption[] {
  return entries
    .filter(({ deed }) => mayDo(reader, deed) && writeDeed(deed).length <= OPTION.value)
    .map(({ text, deed }) => ({
      text: { type: 'plain_text', text: clean(toPlain(text), OPTION.text) },
      value: writeDeed(deed),
    }));
}
