import { ApiError } from '../api-error.ts';
import { validateView } from '../blocks/validate-view.ts';
import { flagOf, isObject, listOf, objectOf, textOf } from '../json-values.ts';
import { isBlock, withActionIds, withBlockIds } from '../messages/block-ids.ts';
import type { View } from '../types.ts';

/** What the app says of a view; the rest is the workspace's. */
type Content = Pick<
  View,
  | 'title'
  | 'submit'
  | 'close'
  | 'blocks'
  | 'callbackId'
  | 'privateMetadata'
  | 'externalId'
  | 'clearOnClose'
  | 'notifyOnClose'
>;

/** Reads a view that the app wants shown. @throws {ApiError} `invalid_arguments` with `response_metadata.messages` that name the faults and their places. */
export function readView(content: unknown, surface: View['surface'], isKnownTaken = false): Content {
  const faults = isKnownTaken ? [] : validateView(content, surface);
  if (faults.length > 0 || !isObject(content)) {
    const messages = faults.map(({ message, pointer }) => `[ERROR] ${message} [json-pointer:/view${pointer}]`);
    throw new ApiError('invalid_arguments', { response_metadata: { messages } });
  }
  const textIn = (name: string): string | undefined => textOf(objectOf(content, name), 'text') || undefined;
  return {
    title: textIn('title') ?? '',
    submit: textIn('submit'),
    close: textIn('close'),
    blocks: withActionIds(withBlockIds(listOf(content, 'blocks').filter(isBlock))),
    callbackId: textOf(content, 'callback_id'),
    privateMetadata: textOf(content, 'private_metadata'),
    externalId: textOf(content, 'external_id'),
    clearOnClose: flagOf(content, 'clear_on_close'),
    notifyOnClose: flagOf(content, 'notify_on_close'),
  };
}
