import { plainBlock } from '../blocks/kit/plain-block.ts';
import { type ViewFrame, wordsView } from '../blocks/kit/words-view.ts';
import { isSlackError, type WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';
import { ContentRejected } from './content-rejected.ts';
import type { Send } from './deliver.ts';
import type { ViewId } from './reply-to.ts';
import { withContentRejection } from './with-content-rejection.ts';

/** Whether an error says that Slack doesn't show something in a view: most often because that was closed. */
export function isNotShown(error: unknown): boolean {
  return isSlackError(error) || error instanceof ContentRejected;
}

/** Shows messages in a view's place, within its frame; a message without blocks as plain text, since a view is made of blocks alone. */
export function createShowInView(
  reader: Reader,
  web: WebClient,
  { viewId, frame }: { readonly viewId: ViewId; readonly frame?: ViewFrame | undefined },
): Send {
  const { wordsTitle } = reader.words.digestForm;
  const { close } = reader.words.kit.views;
  const usual: ViewFrame = { title: wordsTitle(), close: close() };
  return withContentRejection(({ text, blocks }) =>
    web.views.update({
      view_id: viewId,
      view: wordsView(frame ?? usual, blocks.length > 0 ? blocks : [plainBlock(reader, text)]),
    }),
  );
}
