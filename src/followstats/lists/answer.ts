import type { FindMissing, MissingAccount } from '../missing-accounts.ts';
import { describeMissing, type Resolve, type Resolved, type ResolveFault } from '../reports/resolve.ts';
import type { AnswerContext } from '../subcommand.ts';
import type { ListName } from '../typed/list-name.ts';
import { withOtherList } from '../typed/who.ts';
import { readWords, type Word } from '../typed/words.ts';
import type { AccountId } from '../types.ts';
import type { AccountList, Lists } from './lists.ts';
import { type ListCommand, writeListCommand } from './read.ts';

/** What comes of a `list …` command. */
export type ListAnswer =
  | {
      readonly kind: 'list-changed';
      readonly change: 'create' | 'add' | 'remove';
      readonly name: ListName;
      /** How many accounts were added or taken out, and how many the list holds now. */
      readonly changed: number;
      readonly size: number;
      /** Those that were taken out. */
      readonly removed?: readonly AccountId[] | undefined;
      readonly who: Resolved;
      /** Accounts that were named and that Chat doesn't know; none when that isn't known. */
      readonly notInChat: readonly MissingAccount[];
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
  | { readonly kind: 'fault'; readonly fault: ResolveFault & Corrected };

type UnknownList = Extract<ResolveFault, { readonly kind: 'unknown-list' }> & Corrected;
/** As `CommandFault` has it. */
interface Corrected {
  readonly corrected?: string | undefined;
  readonly beginning?: readonly Word[];
}

interface Options {
  readonly lists: Lists;
  readonly resolve: Resolve;
  readonly findMissing: FindMissing;
}

/** Makes what answers `list …`; the caller has authorized the asker. The answer rejects with `store_unavailable`. */
export function createListAnswer({ lists, resolve, findMissing }: Options) {
  /** There is no list that the command is about: which was meant, and what it would be made with. */
  async function unknown(command: NamedCommand): Promise<UnknownList> {
    const fault = await describeMissing(command.name, lists);
    const toMake = command.kind === 'list-add' ? command.who : command.kind === 'list-show' ? [] : undefined;
    const { suggestion } = fault;
    return {
      ...fault,
      ...(toMake && { toMake }),
      ...(suggestion && { corrected: writeListCommand({ ...command, name: suggestion }) }),
    };
  }

  /** The store has kept in the audit that nothing was changed. */
  async function absent(command: NamedCommand): Promise<ListAnswer> {
    return { kind: 'list-unchanged', name: command.name, why: 'absent', fault: await unknown(command) };
  }

  async function change(
    command: ChangingCommand,
    context: Pick<AnswerContext, 'asker' | 'signal'>,
  ): Promise<ListAnswer> {
    const { name } = command;
    const { asker } = context;
    const read = await resolve(command.who);
    if ('fault' in read) return { kind: 'fault', fault: inCommand(command, read.fault) };
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
          removed: outcome.removed,
          who,
          notInChat,
        };
      }
      case 'absent':
        return absent(command);
      case 'too-many-accounts':
        return { kind: 'list-unchanged', name, why: outcome.kind, size: outcome.size };
      default:
        return { kind: 'list-unchanged', name, why: outcome.kind };
    }
  }

  return async (command: ListCommand, context: Pick<AnswerContext, 'asker' | 'signal'>): Promise<ListAnswer> => {
    if ('who' in command) return change(command, context);
    const { asker } = context;
    const { name } = command;
    if (name === undefined) return { kind: 'lists', lists: await lists.all() };
    const named = { ...command, name };
    const list = (await lists.read([name])).get(name);
    if (!list) return { kind: 'fault', fault: await unknown(named) };
    if (command.kind === 'list-show') return { kind: 'list', list };
    const { kind } = await lists.delete(name, asker);
    return kind === 'absent' ? absent(named) : { kind: 'list-deleted', held: list };
  };
}

/** A command about one list. */
type NamedCommand = ListCommand & { readonly name: ListName };
type ChangingCommand = Extract<ListCommand, { readonly who: unknown }>;

/** What is wrong with whom a command names, with the command that was meant, or words that such a command begins with. */
function inCommand(command: ChangingCommand, fault: ResolveFault): ResolveFault & Corrected {
  if (fault.kind !== 'unknown-list') {
    const written = readWords(writeListCommand({ ...command, who: [] }));
    return 'kind' in written ? fault : { ...fault, beginning: written };
  }
  const { suggestion } = fault;
  if (!suggestion) return { ...fault, toMake: [] };
  const who = withOtherList(command.who, fault.name, suggestion);
  return { ...fault, toMake: [], corrected: writeListCommand({ ...command, who }) };
}
