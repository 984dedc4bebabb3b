import type { AssembledWorkspace } from '../../../src/demo/slack/assemble-workspace.ts';
import type { Message } from '../../../src/demo/slack/types.ts';
import type { Invariant, InvariantTools, Watcher } from '../invariants/invariant.ts';
import type { DatabaseEngine } from '../parts/database-engine.ts';

interface Options extends Omit<InvariantTools, 'violated' | 'committed' | 'messages'> {
  readonly invariants: readonly Invariant[];
  readonly engine: DatabaseEngine;
  readonly slack: () => AssembledWorkspace;
  readonly violated: (invariant: string, what: string, about?: readonly string[]) => void;
}

/** Lets every invariant watch. */
export function createWatching({ invariants, engine, slack, violated, ...tools }: Options): readonly Watcher[] {
  return invariants.map(({ name, watch }) =>
    watch({
      ...tools,
      committed: engine.committed,
      messages: () => allMessages(slack()),
      violated: (what, about) => violated(name, what, about),
    }),
  );
}

/** Every message that at least one person sees, oldest first. */
function allMessages(slack: AssembledWorkspace): readonly Message[] {
  const found = new Map<string, Message>();
  for (const { id } of slack.channels)
    for (const person of slack.people)
      for (const message of slack.messagesFor(person.id, id)) found.set(message.ts, message);
  return [...found.values()].toSorted((a, b) => (a.ts < b.ts ? -1 : 1));
}

/** Calls back with each message as it comes or changes. */
export function onEachMessage(slack: AssembledWorkspace, listener: (message: Message) => void): void {
  let seen = slack.mark();
  slack.onChange(() => {
    const since = seen;
    seen = slack.mark();
    for (const message of slack.changedSince(since)) listener(message);
  });
}
