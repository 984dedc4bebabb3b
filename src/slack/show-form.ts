import { messageView } from './blocks/digest-form.ts';
import { toRichText } from './blocks/inline.ts';
import { otherVersionView, type ShownView } from './blocks/other-version.ts';
import { describeRefusal } from './blocks/refusal.ts';
import type { EnteredForm } from './enter-form.ts';
import { platformError, type WebClient } from './web.ts';

export type UpdateView = (viewId: string, view: Parameters<WebClient['views']['update']>[0]['view']) => Promise<void>;

/**
 * Shows a view in another's place. Without the hash: each payload holds the whole form, so that the latest one is right
 * whatever stood there before.
 */
export function createUpdateView(web: WebClient): UpdateView {
  return async (viewId, view) => {
    try {
      await web.views.update({ view_id: viewId, view });
    } catch (error) {
      // Closed meanwhile: nobody looks at it.
      if (platformError(error) !== 'not_found') throw error;
    }
  };
}

/** Says in an open form why it can't be used; a form of another version keeps its fields, and what was typed. */
export async function showUnusable(
  update: UpdateView,
  view: ShownView & { readonly id: string },
  entered: Exclude<EnteredForm, { kind: 'form' }>,
): Promise<void> {
  if (entered.kind === 'refused') {
    return update(view.id, messageView([toRichText([describeRefusal(entered.refusal)])]));
  }
  const shown = otherVersionView(view);
  if (shown) await update(view.id, shown);
}
