import type { Authorization } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import type { ViewFrame } from '../blocks/kit/words-view.ts';
import type { AuthorizeInForm } from '../conversation/authorize-in-form.ts';
import { type ButtonClickArgs, readClicker } from '../conversation/clicker.ts';
import { readViewPlace, writeViewPlace } from '../conversation/view-place.ts';
import type { Recipient } from '../sending/recipient.ts';
import { type Origin, readOrigin } from '../sending/reply-to.ts';
import { isNotShown } from '../sending/show-in-view.ts';
import type { Reader } from '../words/reader.ts';

/** How the history of an account is framed above its card. */
export function historyFrame({ words: { history } }: Reader, { asker }: Pick<Origin, 'asker'>): ViewFrame {
  return { title: history.view.title(), close: history.view.back(), metadata: writeViewPlace(asker.channelId) };
}

/** Who pressed a button of a view, and where that view was asked for, as it says itself. */
export function readViewOrigin(args: Pick<ButtonClickArgs, 'body'>): Origin {
  const { personId } = readClicker(args).asker;
  return readOrigin({ personId, channelId: readViewPlace(args.body.view?.private_metadata ?? '') });
}

/** Authorizes what is pressed in a view of histories. */
export function authorizeHistory(
  authorizeInForm: AuthorizeInForm,
  asker: Asker,
): Promise<{ readonly asker: Asker; readonly authorization: Authorization }> {
  return authorizeInForm(asker, 'viewer', 'history');
}

/**
 * Shows something in a view that its person may have closed.
 * @returns whether it is there; rejects with what Slack has no part in
 */
export async function showIfOpen(show: Recipient, reply: Reply): Promise<boolean> {
  try {
    await show(reply);
    return true;
  } catch (error) {
    if (!isNotShown(error)) throw error;
    return false;
  }
}
