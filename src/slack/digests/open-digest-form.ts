import { type DigestForm, emptyForm, toForm } from '../../digests/form/digest-form.ts';
import { prepareZoneSearch } from '../../digests/schedule/zone-search.ts';
import type { Digest } from '../../digests/types.ts';
import { digestFormView, digestFrame, loadingView } from '../blocks/digests/digest-form.ts';
import type { OpenForm } from '../conversation/open-form.ts';
import { createOpenView } from '../sending/open-view.ts';
import { readerOfDigest } from './digest-reader.ts';
import { createOpenFormView, type OpenFormOptions } from './open-form-view.ts';

interface Options extends OpenFormOptions {
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Answers `digest new` and `digest edit ID`. */
export function createOpenDigestForm({ now, ...options }: Options): OpenForm {
  const { web, directory } = options;

  /** One that names no language shows that of its owner, in which it is posted; where nothing can be chosen, it keeps its own. */
  async function formOf(digest: Digest): Promise<DigestForm> {
    const { language, isLanguageFixed } = await readerOfDigest(directory, digest);
    return isLanguageFixed ? toForm(digest) : { ...toForm(digest), language };
  }

  return createOpenFormView(options, {
    kind: 'digest-form',
    openView: createOpenView(web),
    loadingView,
    frameOf: digestFrame,
    onOpened: ({ language }) => prepareZoneSearch(language),
    async viewOf(reader, { digest }, asker) {
      const form = digest ? await formOf(digest) : emptyForm(reader.zone);
      const edited = digest && { id: digest.id, ownerId: digest.ownerId };
      return digestFormView(reader, form, { context: { edited, channelId: asker.channelId ?? '' }, now: now() });
    },
  });
}
