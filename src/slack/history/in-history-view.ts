import type { Authorization } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { ViewFrame } from '../blocks/kit/words-view.ts';
import type { AuthorizeInForm } from '../conversation/authorize-in-form.ts';
import { writeViewPlace } from '../conversation/view-place.ts';
import type { Origin } from '../sending/reply-to.ts';
import type { Reader } from '../words/reader.ts';

/** How the history of an account is framed above its card. */
export function historyFrame({ words: { history } }: Reader, { asker }: Pick<Origin, 'asker'>): ViewFrame {
  return { title: history.view.title(), close: history.view.back(), metadata: writeViewPlace(asker.channelId) };
}

/** Authorizes what is pressed in a view of histories. */
export function authorizeHistory(
  authorizeInForm: AuthorizeInForm,
  asker: Asker,
): Promise<{ readonly asker: Asker; readonly authorization: Authorization }> {
  return authorizeInForm(asker, 'viewer', 'history');
}
