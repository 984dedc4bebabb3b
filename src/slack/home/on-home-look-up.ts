import { readCommand } from '../../followstats/commands/command.ts';
import { escapeTyped } from '../../followstats/typed/words.ts';
import { type ButtonClickArgs, readClicker } from '../conversation/clicker.ts';
import type { LookUpFromHome } from './look-up-from-home.ts';

/** What Bolt gives a listener for a field in which Enter was pressed. */
type FieldArgs = Pick<ButtonClickArgs, 'ack' | 'body'> & { readonly action: { readonly value?: string | null } };

interface Options {
  readonly lookUpFromHome: LookUpFromHome;
  readonly maxAccounts: number;
}

/** *Look up accounts* in a Home: the same as typing it behind `lookup`, with the same access. */
export function createOnHomeLookUp({ lookUpFromHome, maxAccounts }: Options) {
  return async (args: FieldArgs): Promise<void> => {
    await args.ack();

    const command = readCommand(`lookup ${escapeTyped(args.action.value ?? '')}`, maxAccounts);
    await lookUpFromHome(readClicker(args).asker, command);
  };
}
