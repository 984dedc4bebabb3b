import { ApiError } from '../api-error.ts';
import type { Acknowledgement } from '../delivery/delivery.ts';
import { isObject, type JsonObject, objectOf, parseJson, textOf } from '../json-values.ts';
import type { View } from '../types.ts';
import type { Views } from './views.ts';

/** Does what the acknowledgement of a submission says. What can't be done keeps the modal open, and says why. */
export function obeySubmission(views: Views, view: View, { body, isJson }: Acknowledgement): string | undefined {
  const answer = body.trim() === '' ? {} : isJson ? parseJson(body) : undefined;
  if (!isObject(answer)) return 'invalid_view_response: it is no JSON object';
  if (!views.find(view.id)) return undefined;
  try {
    switch (answer.response_action) {
      case undefined:
        views.close(view.id);
        return undefined;
      case 'clear':
        views.close(view.rootId);
        return undefined;
      case 'update':
        views.update(view.id, answer.view, '');
        return undefined;
      case 'push':
        views.push(answer.view, view.personId);
        return undefined;
      case 'errors':
        return showErrors(views, view, objectOf(answer, 'errors'));
      default:
        return `invalid_view_response: there is no response_action ${answer.response_action}`;
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return `invalid_view_response: ${error.error} ${JSON.stringify(error.details)}`;
  }
}

/** Errors can stand only at input blocks. */
function showErrors(views: Views, view: View, errors: JsonObject): string | undefined {
  const inputs = view.blocks.filter(({ type }) => type === 'input').map((block) => block.block_id);
  const stray = Object.keys(errors).find((blockId) => !inputs.includes(blockId));
  if (stray !== undefined || Object.keys(errors).length === 0) {
    return `invalid_view_response: ${stray ?? 'an empty list of errors'} names no input block`;
  }
  const words = Object.keys(errors).map((blockId) => [blockId, textOf(errors, blockId)]);
  views.amend(view.id, { errors: Object.fromEntries(words) });
  return undefined;
}
