import type { Command } from '../../followstats/commands/command.ts';
import { USUAL_SPAN } from '../../followstats/history/spans.ts';
import type { AccountId } from '../../followstats/types.ts';

/** The command that *History* gives. */
export function historyCommand(account: AccountId | undefined): Command {
  return account === undefined
    ? { kind: 'fault', fault: { kind: 'missing-history-accounts' }, meant: 'history' }
    : { kind: 'history', who: [{ kind: 'account', account }], span: USUAL_SPAN };
}
