import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { otherVersionView, type ShownView } from '../blocks/digests/other-version.ts';
import { toRichText } from '../blocks/kit/inline.ts';
import type { WordsView } from '../blocks/kit/words-view.ts';
import { isSlackError, platformError, reasonOf, type WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';
import type { UnusableForm } from './enter-form.ts';

/**
 * Shows a view in another's place. Rejects with what is no error of Slack's.
 * @returns whether it is shown; `true` also when the view was closed meanwhile, where there is nothing to show
 */
export type UpdateView = (
  viewId: string,
  view: Parameters<WebClient['views']['update']>[0]['view'],
) => Promise<boolean>;

interface Options {
  readonly web: WebClient;
  readonly log: Logger;
}

/**
 * Shows views without the hash of what stood there: each payload holds the whole form, so that the latest one is right
 * whatever was there before. When Slack doesn't take it, what was typed stays on the screen.
 */
export function createUpdateView({ web, log }: Options): UpdateView {
  return async (viewId, view) => {
    try {
      await web.views.update({ view_id: viewId, view });
      return true;
    } catch (error) {
      if (!isSlackError(error)) throw error;
      if (platformError(error) === 'not_found') return true;
      log.warn({ error: reasonOf(error) }, 'a form could not be shown anew');
      return false;
    }
  };
}

/**
 * Says in an open form why it can't be used; a form of another version keeps its fields, and what was typed.
 * @returns as `UpdateView`
 */
export async function showUnusable(
  reader: Reader,
  update: UpdateView,
  view: ShownView & { readonly id: string },
  { entered, wordsView }: { readonly entered: UnusableForm; readonly wordsView: WordsView },
): Promise<boolean> {
  if (entered.kind === 'denied') {
    return update(view.id, wordsView(reader, [toRichText([describeDenial(reader, entered.denial)])]));
  }
  const shown = otherVersionView(reader, view);
  return shown ? update(view.id, shown) : false;
}
