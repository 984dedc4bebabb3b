import type { CommandFault } from '../../../followstats/commands/command.ts';
import type { Reader } from '../../words/reader.ts';
import type { Sentence } from './inline.ts';

/** One sentence a kind of fault. A kind without words does not compile. */
export type FaultWords<Fault extends CommandFault> = {
  readonly [Kind in Fault['kind']]: (reader: Reader, fault: Extract<Fault, { kind: Kind }>) => Sentence;
};
