import type { Command } from '../../followstats/commands/command.ts';
import { USUAL_SPAN } from '../../followstats/history/spans.ts';
import { readAccountId } from '../../followstats/typed/account-id.ts';
import type { AccountId } from '../../followstats/types.ts';

/** The account that a button holds; `undefined` for one of another version, or a forged one. */
export function readHeldAccount(value: string | null | undefined): AccountId | undefined {
  const read = readAccountId(value ?? '');
  return 'id' in read && value ? read.id : undefined;
}

/** The command that *History* gives. */
export function historyCommand(account: AccountId | undefined): Command {
  return account === undefined
    ? { kind: 'fault', fault: { kind: 'missing-history-accounts' }, meant: 'history' }
    : { kind: 'history', who: [{ kind: 'account', account }], span: USUAL_SPAN };
}
