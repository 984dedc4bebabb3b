import type { FindMissing } from '../missing-accounts.ts';
import { describeMissing, type Resolve, type Resolved, type ResolveFault } from '../reports/resolve.ts';
import type { AnswerContext } from '../subcommand.ts';
import type { ListName } from '../typed/list-name.ts';
import type { AccountId } from '../types.ts';
import type { AccountList, Lists } from './lists.ts';
import type { ListCommand } from './read.ts';

/** What comes of a `list …` command. */
export type ListAnswer =
  | {
      readonly kind: 'list-changed';
      readonly change: 'create' | 'add' | 'remove';
      readonly name: ListName;
      /** How many accounts were added or taken out, and how many the list holds now. */
      readonly changed: number;
      readonly size: number;
      readonly who: Resolved;
      /** Accounts that were named and that Chat doesn't know; none when that isn't known. */
      readonly notInChat: readonly AccountId[];
    }
  /** `held`: what it held, so that it can be made again. */
  | { readonly kind: 'list-deleted'; readonly held: AccountList }
  /** Nothing was changed. `fault`: there is no such list, or no more. `size`: what the list would hold. */
  | { readonly kind: 'list-unchanged'; readonly name: ListName; readonly why: 'absent'; readonly fault: UnknownList }
  | { readonly kind: 'list-unchanged'; readonly name: ListName; readonly why: 'exists' | 'too-many-lists' }
  | {
      readonly kind: 'list-unchanged';
      readonly name: ListName;
      readonly why: 'too-many-accounts';
      readonly size: number;
    }
  | { readonly kind: 'list'; readonly list: AccountList }
  | { readonly kind: 'lists'; readonly lists: Awaited<ReturnType<Lists['all']>> }
  | { readonly kind: 'fault'; readonly fault: ResolveFault };

type UnknownList = Extract<ResolveFault, { readonly kind: 'unknown-list' }>;

interface Options {
  readonly lists: Lists;
  readonly resolve: Resolve;
  readonly findMissing: FindMissing;
}

/** Makes what answers `list …`; the caller has authorized the asker. The answer rejects with `store_unavailable`. */
export function createListAnswer({ lists, resolve, findMissing }: Options) {
  /** The store has kept in the audit that nothing was changed. */
  async function absent(name: ListName): Promise<ListAnswer> {
    return { kind: 'list-unchanged', name, why: 'absent', fault: await describeMissing(name, lists) };
  }

  async function change(
    command: Extract<ListCommand, { readonly who: unknown }>,
    context: Pick<AnswerContext, 'asker' | 'signal'>,
  ): Promise<ListAnswer> {
    const { name } = command;
    const { asker } = context;
    const read = await resolve(command.who);
    if ('fault' in read) return { kind: 'fault', fault: read.fault };
    const who = read.resolved;
    const verb = ({ 'list-create': 'create', 'list-add': 'add', 'list-remove': 'remove' } as const)[command.kind];
    const outcome = await lists[verb](name, who.accounts, asker);
    switch (outcome.kind) {
      case 'done': {
        // What was typed: lists and links were looked at when they were made.
        const typed = command.who.flatMap((one) => (one.kind === 'account' ? [one.account] : []));
        const notInChat = verb === 'remove' ? [] : await findMissing(typed, context);
        return {
          kind: 'list-changed',
          change: verb,
          name,
          changed: outcome.changed,
          size: outcome.size,
          who,
          notInChat,
        };
      }
      case 'absent':
        return absent(name);
      case 'too-many-accounts':
        return { kind: 'list-unchanged', name, why: outcome.kind, size: outcome.size };
      default:
        return { kind: 'list-unchanged', name, why: outcome.kind };
    }
  }

  return async (command: ListCommand, context: Pick<AnswerContext, 'asker' | 'signal'>): Promise<ListAnswer> => {
    if ('who' in command) return change(command, context);
    const { asker } = context;
    if (command.name === undefined) return { kind: 'lists', lists: await lists.all() };
    const list = (await lists.read([command.name])).get(command.name);
    if (!list) return { kind: 'fault', fault: await describeMissing(command.name, lists) };
    if (command.kind === 'list-show') return { kind: 'list', list };
    const { kind } = await lists.delete(command.name, asker);
    return kind === 'absent' ? absent(command.name) : { kind: 'list-deleted', held: list };
  };
}
