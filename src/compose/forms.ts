import { composeDigests } from '../digests/compose.ts';
import { composeWatches } from '../digests/compose-watches.ts';
import { type OnCommandEnded, withCommandEnds } from '../followstats/commands/command-ends.ts';
import type { LookupMany } from '../followstats/types.ts';
import type { Store } from '../store/open.ts';
import type { Timers } from '../timers.ts';
import type { composeCommands } from './commands.ts';
import type { SlackClients } from './slack-clients.ts';

interface Options {
  readonly store: Store;
  readonly lookup: LookupMany;
  readonly commands: ReturnType<typeof composeCommands>;
  readonly mayPointTo: SlackClients['mayPointTo'];
  /** Absent: nothing is counted. */
  readonly onCommandEnded: OnCommandEnded | undefined;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly timers: Timers;
}

/** Makes what the forms and buttons of digests and watches need, and the draft of a digest that its post shares with them. */
export function composeForms({ store, lookup, commands, mayPointTo, onCommandEnded, now, timers }: Options) {
  const { resolve, findMissing, tryChannel, tryPlace } = commands;
  // For the buttons that ask whether a post arrived; those of invocations take note of themselves.
  const authorize = withCommandEnds(commands.authorize, onCommandEnded, now);
  const common = { store, lookup, resolve, authorize, mayPointTo, now };
  return {
    ...composeDigests({ ...common, findMissing, tryChannel }),
    ...composeWatches({ ...common, tryPlace, timers }),
  };
}
