import type { AppLink } from '../delivery/delivery.ts';
import type { JsonObject } from '../json-values.ts';
import { type PayloadContext, toMessageSuggestionPayload } from '../messages/payloads.ts';
import type { Block } from '../types.ts';
import { isLongEnough, NO_SUGGESTIONS, type Offers, readSuggestions } from '../views/suggestions.ts';
import { type Field, findField, isExternal, listFields } from '../views/view-fields.ts';
import { toViewSuggestionPayload } from '../views/view-payloads.ts';
import type { Workspace } from '../workspace-types.ts';
import type { Sights } from './sights.ts';

interface Options extends PayloadContext {
  readonly sights: Sights;
  readonly link: AppLink;
  readonly offers: Offers;
}

/** Typing into an external select, as in `Workspace`. */
export type Suggesting = Pick<Workspace, 'suggest'>;

export function createSuggesting(options: Options): Suggesting {
  const { sights, link, offers } = options;

  return {
    suggest: async ({ personId, ts, surface = 'modal', actionId, blockId, text }) => {
      const externalIn = (blocks: readonly Block[]): Field =>
        findField(listFields(blocks).filter(isExternal), actionId, blockId);
      const ask = async (surfaceId: string, field: Field, toPayload: (found: Field) => JsonObject) => {
        if (!isLongEnough(field, text)) return NO_SUGGESTIONS;
        const suggestions = readSuggestions(await link.send({ type: 'interactive', payload: toPayload(field) }));
        offers.keep({ personId, surfaceId, field }, suggestions.options);
        return suggestions;
      };

      if (ts !== undefined) {
        const seen = sights.message(personId, ts);
        return ask(ts, externalIn(seen.message.blocks), (field) =>
          toMessageSuggestionPayload(options, { ...seen, blockId: field.blockId, actionId, text }),
        );
      }
      const shown = sights.view(personId, surface);
      return ask(shown.view.id, externalIn(shown.view.blocks), (field) =>
        toViewSuggestionPayload(options, { ...shown, blockId: field.blockId, actionId, text }),
      );
    },
  };
}
