import type { Action } from './action.ts';
import { haveRole, revoke } from './change-access.ts';
import { fillForm, openForm, sendForm } from './fill-form.ts';
import { pickWhat } from './make-digest.ts';

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
      const values = { cron: '0 4 * * *', title, ...pickWhat(chance) };
      const isFilled = (await openForm(tools, 'digest new')) && (await fillForm(tools, values));
      if (!isFilled) return { after: before, said: 'not-done' };
      if (!(await revoke(tools.toolsOf('anders'), 'eve'))) return { after: 'none', said: 'nothing' };
      marks.reach('form of a person who lost their role');
      await sendForm(tools);
      if ((await tools.digests()).some((digest) => digest.title === title))
        violated('no role, no change', `${person.name} made a digest without a role`, [person.id]);
      return { after: 'none', said: 'done' };
    });
    return undefined;
  },
};
