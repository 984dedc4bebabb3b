import type { Directory } from '../directory.ts';
import { textOf } from '../json-values.ts';
import { Refusal } from '../refusal.ts';
import type { MethodFamily } from './method.ts';

/** `usergroups.users.list`: who is in a user group. */
export function createUserGroupMethods({ directory }: { directory: Directory }): MethodFamily {
  return {
    'usergroups.users.list': {
      token: 'bot',
      scopes: ['usergroups:read'],
      run: (args) => {
        const group = directory.userGroups.find(({ id }) => id === textOf(args, 'usergroup'));
        if (!group) throw new Refusal('no_such_subteam');
        return { users: group.memberIds };
      },
    },
  };
}
