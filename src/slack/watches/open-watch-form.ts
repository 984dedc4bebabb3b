import { emptyWatchForm, toWatchForm } from '../../digests/watches/watch-form.ts';
import { loadingWatchView, watchFormView, watchFrame } from '../blocks/watches/watch-form-view.ts';
import type { OpenForm } from '../conversation/open-form.ts';
import { createOpenFormView, type OpenFormOptions } from '../digests/open-form-view.ts';
import type { OpenView } from '../sending/open-view.ts';

interface Options extends OpenFormOptions {
  /** Opens it as the first view, or above the one in which it was asked for. */
  readonly openView: OpenView;
}

/** Answers `watch new` and `watch edit ID`. */
export function createOpenWatchForm({ openView, ...options }: Options): OpenForm {
  return createOpenFormView(options, {
    kind: 'watch-form',
    openView,
    loadingView: loadingWatchView,
    frameOf: watchFrame,
    async viewOf(reader, { watch, account }, asker) {
      const form = watch ? toWatchForm(watch) : emptyWatchForm(account);
      const edited = watch && { id: watch.id, ownerId: watch.ownerId };
      return watchFormView(reader, form, { edited, channelId: asker.channelId ?? '' });
    },
  });
}
