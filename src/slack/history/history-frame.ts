import type { ViewFrame } from '../blocks/kit/words-view.ts';
import { writeViewPlace } from '../conversation/view-place.ts';
import type { Origin } from '../sending/reply-to.ts';
import type { Reader } from '../words/reader.ts';

/** How the history of an account is framed above its card. */
export function historyFrame({ words: { history, kit } }: Reader, { asker }: Pick<Origin, 'asker'>): ViewFrame {
  return { title: history.view.title(), close: kit.views.back(), metadata: writeViewPlace(asker.channelId) };
}
