import type { CommandFault } from '../../../followstats/commands/command.ts';
import type { Reader } from '../../words/reader.ts';
import { clean } from './inline.ts';
import type { Offer } from './offer.ts';

/** What a label has room for behind its visible words, code points. */
export const LABEL_ROOM = 50;

/** Gives the command that was meant, where that is known. */
export function correctedOffer(
  { words }: Reader,
  { corrected: command }: Pick<CommandFault, 'corrected'>,
): Offer | undefined {
  if (command === undefined) return undefined;
  const { text, label } = words.commands.runCorrected;
  return {
    key: 'corrected',
    words: { text, label: () => label({ command: { code: clean(command, LABEL_ROOM) } }) },
    deed: { command },
  };
}
