import type { Action } from './action.ts';
import { haveRole, revoke } from './change-access.ts';
import { openForm, saveForm } from './fill-form.ts';

/** An editor opens a form, loses the role, and saves all the same. */
export const loseRole: Action = {
  name: 'saves a form after losing the role',
  weight: 4,
  by: ['eve'],
  async act(tools) {
    const { person, chance, expectations, marks, violated } = tools;
    const title = `Digest ${chance.whole(1, 1_000_000_000)}`;
    if (!(await haveRole(tools, 'eve', 'editor'))) return undefined;
    await expectations.change({ kind: 'grant', personId: person.id }, async (before) => {
      const form = await openForm(tools, 'digest new');
      if (!form) return { after: before, said: 'not-done' };
      if (!(await revoke(tools.toolsOf('anders'), 'eve'))) return { after: 'none', said: 'nothing' };
      marks.reach('form of a person who lost their role');
      await saveForm(tools, { cron: '0 4 * * *', title, accounts: 'account-1' });
      if ((await tools.digests()).some((digest) => digest.title === title))
        violated('no role, no change', `${person.name} made a digest without a role`, [person.id]);
      return { after: 'none', said: 'done' };
    });
    return undefined;
  },
};
