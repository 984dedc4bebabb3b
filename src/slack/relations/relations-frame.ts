import type { Asker } from '../../followstats/access/rules.ts';
import type { RelationKind } from '../../followstats/relations/ports.ts';
import type { ViewFrame } from '../blocks/kit/words-view.ts';
import { writeViewPlace } from '../conversation/view-place.ts';
import type { Reader } from '../words/reader.ts';

/** How a list is framed. @param isAbove whether it stands above another modal, to which closing it leads back */
export function relationsFrame(
  { words: { relations } }: Reader,
  { kind, asker, isAbove }: { readonly kind: RelationKind; readonly asker: Asker; readonly isAbove: boolean },
): ViewFrame {
  const close = isAbove ? relations.back() : relations.close();
  return { title: relations.titles[kind](), close, metadata: writeViewPlace(asker.channelId) };
}
