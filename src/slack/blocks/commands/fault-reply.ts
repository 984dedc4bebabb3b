import type { CommandFault } from '../../../followstats/commands/command.ts';
import type { Reader } from '../../words/reader.ts';
import { type Reply, sentences } from '../kit/reply.ts';
import { withControls } from '../kit/with-controls.ts';
import { faultControls } from './fault-controls.ts';
import { describeFault } from './fault-text.ts';

/** What is wrong with a command, with the buttons that do what the words describe. */
export function faultReply(reader: Reader, fault: CommandFault): Reply {
  return withControls(sentences(reader, describeFault(reader, fault)), faultControls(reader, fault));
}
