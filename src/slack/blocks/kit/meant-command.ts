import { type CommandFault, readCommand } from '../../../followstats/commands/command.ts';
import { clean, type Inline } from './inline.ts';
import { typed } from './typed.ts';

/** Code points of the command that is shown. */
const LONGEST = 60;
/** In what Slack delivers, the beginning of an escaped character or of a mention, which code would show raw. */
const RAW = /[&<]/;

/**
 * The command that was meant by one with a typo, whole, so that the words name what the button beside them gives.
 * @param example shown instead of one that lacks something else, or that can't be shown as it was typed
 */
export function meantCommand({ corrected }: Pick<CommandFault, 'corrected'>, example: Inline): Inline {
  if (corrected === undefined || RAW.test(corrected)) return example;
  const isWhole = readCommand(corrected, Number.MAX_SAFE_INTEGER).kind !== 'fault';
  return isWhole ? typed(clean(corrected, LONGEST)) : example;
}
