import type { Directory } from '../directory.ts';
import { listOf, objectOf, textOf } from '../json-values.ts';
import type { Channel } from '../types.ts';
import type { Field } from './view-fields.ts';

/** What a select that lists people or conversations offers this person: ids, in the workspace's order. */
export function choosableFor(directory: Directory, personId: string): (field: Field) => readonly string[] {
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
