import type { Button } from '@slack/types';
import type { CommandFault } from '../../../followstats/commands/command.ts';
import { writeAccount } from '../../../followstats/typed/who.ts';
import { escapeTyped } from '../../../followstats/typed/words.ts';
import type { Reader } from '../../words/reader.ts';
import { ACCESS_FAULT_OFFERS } from '../access/access-fault-text.ts';
import { DIGEST_FAULT_OFFERS } from '../digests/digest-fault-text.ts';
import { correctedOffer, LABEL_ROOM } from '../kit/corrected-offer.ts';
import type { FaultOffers } from '../kit/fault-words.ts';
import { clean } from '../kit/inline.ts';
import { type Offer, offer } from '../kit/offer.ts';
import { LINK_FAULT_OFFERS } from '../links/link-fault-text.ts';
import { LIST_FAULT_OFFERS } from '../lists/list-fault-text.ts';
import { WHO_FAULT_OFFERS } from '../reports/who-fault-text.ts';
import { WATCH_FAULT_OFFERS } from '../watches/watch-fault-text.ts';

const lookUp = ({ words: { commands } }: Reader): Offer => ({
  key: 'look-up',
  words: commands.lookUp,
  deed: { ask: { asks: 'lookup' } },
});

const lookUpWord = ({ words: { commands } }: Reader, word: string): Offer => ({
  key: 'look-up-word',
  words: {
    text: commands.lookUpWord.text,
    label: () => commands.lookUpWord.label({ account: { code: clean(word, LABEL_ROOM) } }),
  },
  deed: { command: `lookup ${escapeTyped(writeAccount(word))}` },
});

const COMMAND_OFFERS: FaultOffers<CommandFault> = {
  'unknown-subcommand': (reader, { word }) => [lookUpWord(reader, word)],
  nobody: (reader) => [lookUp(reader)],
  'nobody-mentioned': (reader) => [lookUp(reader)],
  'message-too-large': (reader) => [lookUp(reader)],
};

const OFFERS: FaultOffers<CommandFault> = {
  ...ACCESS_FAULT_OFFERS,
  ...WHO_FAULT_OFFERS,
  ...LIST_FAULT_OFFERS,
  ...LINK_FAULT_OFFERS,
  ...DIGEST_FAULT_OFFERS,
  ...WATCH_FAULT_OFFERS,
  ...COMMAND_OFFERS,
};

/** The buttons that do what the words of a fault describe, as far as the reader may. */
export function faultControls(reader: Reader, fault: CommandFault): readonly Button[] {
  const offers = OFFERS[fault.kind] as ((reader: Reader, fault: CommandFault) => readonly Offer[]) | undefined;
  return offer(reader, correctedOffer(reader, fault), ...(offers?.(reader, fault) ?? []));
}
