import type { Command } from '../../followstats/commands/command.ts';
import { readAccountId } from '../../followstats/typed/account-id.ts';
import type { AuthorizeInForm } from '../conversation/authorize-in-form.ts';
import { type ButtonClickArgs, isInHome, readClicker } from '../conversation/clicker.ts';
import type { OpenForm } from '../conversation/open-form.ts';
import { readViewPlace } from '../conversation/view-place.ts';
import { readOrigin } from '../sending/reply-to.ts';

interface Options {
  readonly authorizeInForm: AuthorizeInForm;
  /** Opens the form above the card. */
  readonly pushWatchForm: OpenForm;
  /** Opens it where there is no view. */
  readonly openWatchForm: OpenForm;
}

/** *Watch…* on an account's card: the form of a new watch of that account. It comes from a client, which says nothing of who may. */
export function createOnWatchAccount({ authorizeInForm, pushWatchForm, openWatchForm }: Options) {
  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const command = watchCommand(args.action.value);
    const { trigger_id: triggerId, view } = args.body;
    if (!view || isInHome(args.body)) {
      const origin = readClicker(args);
      return openWatchForm({ asker: origin.asker, command }, origin, triggerId);
    }
    const { personId } = readClicker(args).asker;
    const origin = readOrigin({ personId, channelId: readViewPlace(view.private_metadata ?? '') });
    const { asker, authorization } = await authorizeInForm(origin.asker, 'editor', 'watch-new');
    return pushWatchForm({ asker, command, authorization }, { ...origin, asker }, triggerId);
  };
}

/** Without an account that can be read the form is empty. */
function watchCommand(value: string | null | undefined): Command {
  const read = readAccountId(value ?? '');
  return { kind: 'watch-new', ...('id' in read && value && { account: read.id }) };
}
