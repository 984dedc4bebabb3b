import type { JsonObject } from '../json-values.ts';
import { isObject, listOf } from '../json-values.ts';
import { forgeChoice, toChoiceAction } from '../messages/actions.ts';
import { type FoundElement, findElement, listActionIds } from '../messages/find-element.ts';
import type { MessageChoices } from '../messages/message-choices.ts';
import { createTimestamps } from '../messages/message-ts.ts';
import type { PayloadContext } from '../messages/payloads.ts';
import type { Block, FieldInput, Message } from '../types.ts';
import { choosableIn } from '../views/choosable.ts';
import type { Offers } from '../views/suggestions.ts';
import { findField, listFields } from '../views/view-fields.ts';
import { beginValues, toValue, withValue } from '../views/view-values.ts';
import type { Workspace } from '../workspace-types.ts';
import type { Interactions } from './interactions.ts';
import type { Sights } from './sights.ts';

interface Options extends PayloadContext {
  readonly sights: Sights;
  readonly interactions: Interactions;
  readonly choices: MessageChoices;
  readonly offers: Offers;
  readonly now: () => number;
}

/** What people choose in menus: each as in `Workspace`. */
export type Choosing = Pick<Workspace, 'choose' | 'chooseInView' | 'chosenIn'>;

export function createChoosing(options: Options): Choosing {
  const { directory, sights, interactions, choices, offers } = options;
  const nextTs = createTimestamps(options.now);

  /** What a select of the message then holds; the message keeps it. */
  const chooseIn = (
    message: Message,
    personId: string,
    input: { actionId: string; blockId?: string; value: FieldInput },
  ) => {
    const selects = listFields(message.blocks).filter(({ block }) => block.type !== 'input');
    const field = findField(selects, input.actionId, input.blockId);
    const values = beginValues(message.blocks, choices.of(personId, message.ts));
    const offered = offers.of({ personId, surfaceId: message.ts, field });
    const value = toValue(field, input.value, choosableIn(field, directory, { personId, offered, values }));
    choices.keep(personId, message.ts, withValue(values, field, value));
    const { type: _, ...held } = value;
    return { found: field, held };
  };

  return {
    choose: async ({ personId, ts, forged, ...input }) => {
      const { person, message, channel } = sights.message(personId, ts);
      const { found, held } = forged
        ? forgeChoice(input.actionId, input.blockId, { type: forged.type, values: toList(input.value) })
        : (inOverflow(message.blocks, input) ?? chooseIn(message, personId, input));
      return interactions.inMessage({ person, channel, message, action: toChoiceAction(found, held, nextTs()) });
    },
    chosenIn: (personId, ts) => {
      const { message } = sights.message(personId, ts);
      return beginValues(message.blocks, choices.of(personId, ts));
    },
    chooseInView: async ({ personId, surface = 'modal', ...input }) => {
      const { person, view } = sights.view(personId, surface);
      const chosen = inOverflow(view.blocks, input);
      if (!chosen) {
        const there = listActionIds(view.blocks, OVERFLOW).join(', ');
        throw new Error(`The view has no overflow menu ${input.actionId}, but: ${there}`);
      }
      return interactions.inView({ person, view, action: toChoiceAction(chosen.found, chosen.held, nextTs()) });
    },
  };
}

const OVERFLOW: ReadonlySet<string> = new Set(['overflow']);

interface Choice {
  readonly actionId: string;
  readonly blockId?: string;
  readonly value: FieldInput;
}

/** The option of an overflow menu, which keeps nothing; undefined when there is no such menu. Throws when it isn't offered. */
function inOverflow(
  blocks: readonly Block[],
  { actionId, blockId, value }: Choice,
): { readonly found: FoundElement; readonly held: JsonObject } | undefined {
  const found = findElement(blocks, OVERFLOW, actionId, blockId);
  if (!found) return undefined;
  const offered = listOf(found.element, 'options').filter(isObject);
  const option = offered.find((one) => one.value === value);
  if (!option) {
    const values = offered.map((one) => one.value).join(', ');
    throw new Error(`${actionId} offers no ${JSON.stringify(value)}, but: ${values}`);
  }
  return { found, held: { selected_option: option } };
}

function toList(value: FieldInput): readonly string[] {
  if (value === null) return [];
  return typeof value === 'object' ? value : [String(value)];
}
