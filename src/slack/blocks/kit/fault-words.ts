import type { CommandFault } from '../../../followstats/commands/command.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from './inline.ts';
import type { Offer } from './offer.ts';

/** One or two sentences a kind of fault, in the reader's words. A kind without words does not compile. */
export type FaultWords<Fault extends CommandFault> = {
  readonly [Kind in Fault['kind']]: (
    reader: Reader,
    fault: Extract<Fault, { kind: Kind }> & Pick<CommandFault, 'corrected' | 'beginning'>,
  ) => Sentence;
};

/** The controls that do what a fault's words describe, for the kinds of fault that have any; those a reader may not use are left out. */
export type FaultOffers<Fault extends CommandFault> = {
  readonly [Kind in Fault['kind']]?: (
    reader: Reader,
    fault: Extract<Fault, { kind: Kind }> & Pick<CommandFault, 'corrected'>,
  ) => readonly Offer[];
};
