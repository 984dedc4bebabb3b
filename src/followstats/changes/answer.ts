import { correctList } from '../reports/answer.ts';
import type { Resolve, ResolveFault } from '../reports/resolve.ts';
import type { AnswerContext } from '../subcommand.ts';
import type { Changes } from './changes.ts';
import { type ChangesCommand, writeChanges } from './read.ts';
import type { ReadChanges } from './read-changes.ts';

/** What comes of asking who came and left. */
export type ChangesAnswer =
  | { readonly kind: 'changes'; readonly changes: Changes }
  | { readonly kind: 'fault'; readonly fault: ResolveFault };

interface Needs {
  readonly resolve: Resolve;
  readonly readChanges: ReadChanges;
  /** The most accounts one command may come to. */
  readonly maxAccounts: number;
}

/** Reads accounts now and compares them with before. Rejects with `store_unavailable` when the store can't be read. */
export function createChangesAnswer({ resolve, readChanges, maxAccounts }: Needs) {
  return async (
    { who, span }: ChangesCommand,
    { asker, fresh, shownChanges, onLookup, signal }: AnswerContext,
  ): Promise<ChangesAnswer> => {
    if (shownChanges) return { kind: 'changes', changes: shownChanges };
    const read = await resolve(who, maxAccounts);
    if ('fault' in read) {
      return { kind: 'fault', fault: correctList(who, read.fault, (right) => writeChanges({ who: right, span })) };
    }
    onLookup?.(read.resolved);
    const asked = { fresh, caller: asker.personId, signal };
    return { kind: 'changes', changes: await readChanges(read.resolved, span, asked) };
  };
}
