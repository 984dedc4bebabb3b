import { parseArgs } from 'node:util';
import { UsageError } from '../command.ts';

/** The command line of the field test. */
export interface FieldTestOptions {
  /** A channel of the sandbox, in which the app is. */
  readonly channelId: string;
  /** In Chat; two at least, since whether accounts follow each other is asked of two. */
  readonly existing: readonly [string, string, ...string[]];
  /** Not in Chat. */
  readonly missing: string;
}

/** @throws {UsageError} when something is missing, unknown or of another form */
export function readOptions(args: readonly string[]): FieldTestOptions {
  const { channel, accounts } = parse(args);
  if (!channel) throw new UsageError('--channel is required: the id of a channel that the app is in, C…');
  if (!/^[CG][A-Z0-9]{2,}$/.test(channel)) throw new UsageError('--channel takes a channel’s id, C…, not its name');
  const [missing, ...others] = (accounts ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean)
    .toReversed();
  const [first, second, ...more] = new Set(others.toReversed());
  if (missing === undefined || first === undefined || second === undefined || others.includes(missing))
    throw new UsageError('--accounts takes two or more that are in Chat, and last one that must not be: a,b,missing');
  return { channelId: channel, existing: [first, second, ...more], missing };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { channel: text, accounts: text } }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'the arguments cannot be read');
  }
}
