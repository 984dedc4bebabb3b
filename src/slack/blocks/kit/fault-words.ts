import type { CommandFault } from '../../../followstats/commands/command.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from './inline.ts';

/** One or two sentences a kind of fault, in the reader's words. A kind without words does not compile. */
export type FaultWords<Fault extends CommandFault> = {
  readonly [Kind in Fault['kind']]: (reader: Reader, fault: Extract<Fault, { kind: Kind }>) => Sentence;
};
