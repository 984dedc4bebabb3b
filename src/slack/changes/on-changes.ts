import { USUAL_CHANGE_SPAN } from '../../followstats/changes/spans.ts';
import type { Command } from '../../followstats/commands/command.ts';
import type { AccountId } from '../../followstats/types.ts';
import { writeViewPlace } from '../conversation/view-place.ts';
import { type AccountCommandOptions, createOnAccountCommand } from '../lookups/on-account-command.ts';

/** *Changes*: who came to the account that the button holds, and who left it, in the last day; below an answer or above its card. */
export function createOnChanges(options: AccountCommandOptions) {
  return createOnAccountCommand(options, {
    action: 'changes',
    commandFor: changesCommand,
    frameFor: ({ words: { changes, kit } }, { asker }) => ({
      title: changes.view.title(),
      close: kit.views.back(),
      metadata: writeViewPlace(asker.channelId),
    }),
    notOpened: ({ changes }) => changes.view.notOpened,
  });
}

/** The command that *Changes* gives. */
function changesCommand(account: AccountId | undefined): Command {
  return account === undefined
    ? { kind: 'fault', fault: { kind: 'missing-changes-accounts' }, meant: 'changes' }
    : { kind: 'changes', who: [{ kind: 'account', account }], span: USUAL_CHANGE_SPAN };
}
