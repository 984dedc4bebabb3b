import { messageView } from '../blocks/digests/digest-form.ts';
import { plainBlock } from '../blocks/kit/plain-block.ts';
import type { Send } from '../sending/deliver.ts';
import { withContentRejection } from '../sending/with-content-rejection.ts';
import type { WebClient } from '../web-api/web-api.ts';
import { PENDING_READER } from '../words/pending-reader.ts';

/** Shows messages in a view's place; a message without blocks as plain text, since a view is made of blocks alone. */
export function createShowInView(web: WebClient, viewId: string): Send {
  return withContentRejection(({ text, blocks }) =>
    web.views.update({
      view_id: viewId,
      view: messageView(blocks.length > 0 ? blocks : [plainBlock(PENDING_READER, text)]),
    }),
  );
}
