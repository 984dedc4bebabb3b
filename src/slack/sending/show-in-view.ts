import { plainBlock } from '../blocks/kit/plain-block.ts';
import { type ViewFrame, wordsView } from '../blocks/kit/words-view.ts';
import type { WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';
import type { Send } from './deliver.ts';
import type { ViewId } from './reply-to.ts';
import { withContentRejection } from './with-content-rejection.ts';

/** Shows messages in a view's place, within its frame; a message without blocks as plain text, since a view is made of blocks alone. */
export function createShowInView(
  reader: Reader,
  web: WebClient,
  { viewId, frame }: { readonly viewId: ViewId; readonly frame?: ViewFrame | undefined },
): Send {
  const { wordsTitle, close } = reader.words.digestForm;
  const usual: ViewFrame = { title: wordsTitle(), close: close() };
  return withContentRejection(({ text, blocks }) =>
    web.views.update({
      view_id: viewId,
      view: wordsView(frame ?? usual, blocks.length > 0 ? blocks : [plainBlock(reader, text)]),
    }),
  );
}
