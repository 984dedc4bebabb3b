import type { Directory } from '../directory.ts';
import { isObject, type JsonObject, listOf, objectOf, textOf } from '../json-values.ts';
import type { Channel, ViewValues } from '../types.ts';
import type { Field } from './view-fields.ts';
import { type Choosable, heldOptions } from './view-values.ts';

/** Where a person chooses: what the app offered there last, and what the fields there hold. */
interface Chooser {
  readonly personId: string;
  readonly offered: readonly JsonObject[];
  readonly values: ViewValues;
}

/**
 * What a person may choose in a select that lists nothing itself: ids of people or conversations, in the workspace's order;
 * in an external select what the app offered last, what it began with and what it holds.
 */
export function choosableIn(field: Field, directory: Directory, { personId, offered, values }: Chooser): Choosable {
  const { element, blockId, actionId } = field;
  const initial = [element.initial_option, ...listOf(element, 'initial_options')].filter(isObject);
  const held = heldOptions(field, values[blockId]?.[actionId] ?? {});
  return { ids: idsFor(directory, personId), suggested: [...offered, ...held, ...initial] };
}

function idsFor(directory: Directory, personId: string): Choosable['ids'] {
  const channels = (): readonly Channel[] =>
    directory.channels.filter(({ id, isArchived }) => !isArchived && directory.canRead(personId, id));

  return ({ element }) => {
    const type = textOf(element, 'type').replace('multi_', '');
    if (type === 'users_select') return directory.people.map(({ id }) => id);
    if (type === 'channels_select')
      return channels()
        .filter((one) => !one.isPrivate)
        .map(({ id }) => id);

    const filter = objectOf(element, 'filter');
    const include = listOf(filter, 'include');
    const wanted = include.length > 0 ? include : ['public', 'private', 'mpim', 'im'];
    const withApp = wanted.includes('im') && filter.exclude_bot_users !== true;
    // A person can always choose the app among their direct messages, whether they ever wrote or not.
    if (withApp) directory.openDirectMessage(personId);
    return channels()
      .filter((one) => (one.id.startsWith('D') ? withApp : wanted.includes(one.isPrivate ? 'private' : 'public')))
      .map(({ id }) => id);
  };
}
