import { ApiError } from '../api-error.ts';
import type { Directory } from '../directory.ts';
import { flagOf, type JsonObject, textOf } from '../json-values.ts';
import type { UserGroup } from '../types.ts';
import type { MethodFamily } from './method.ts';

/** `usergroups.list`, and `usergroups.users.list`: who is in a user group. Disabled groups only with `include_disabled`. */
export function createUserGroupMethods({ directory }: { directory: Directory }): MethodFamily {
  const listed = (args: JsonObject): readonly UserGroup[] =>
    directory.userGroups.filter(({ isDisabled }) => !isDisabled || flagOf(args, 'include_disabled'));

  return {
    'usergroups.list': {
      token: 'bot',
      scopes: ['usergroups:read'],
      run: (args) => ({
        usergroups: listed(args).map(({ id, handle, name, memberIds, isDisabled = false }) => ({
          id,
          team_id: directory.team.id,
          is_usergroup: true,
          name,
          handle,
          // Unix seconds of when it was; only whether is known here.
          date_delete: isDisabled ? 1 : 0,
          ...(flagOf(args, 'include_count') && { user_count: memberIds.length }),
          ...(flagOf(args, 'include_users') && { users: memberIds }),
        })),
      }),
    },
    'usergroups.users.list': {
      token: 'bot',
      scopes: ['usergroups:read'],
      run: (args) => {
        const group = listed(args).find(({ id }) => id === textOf(args, 'usergroup'));
        if (!group) throw new ApiError('no_such_subteam');
        return { users: group.memberIds };
      },
    },
  };
}
