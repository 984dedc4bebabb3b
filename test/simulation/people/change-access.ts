import type { Action } from './action.ts';
import { CAST } from './cast.ts';

/** An admin lets people in and out. */
export const changeAccess: Action = {
  name: 'changes who may do what',
  weight: 4,
  by: ['anders'],
  async act({ chance, ask, expectations, marks }) {
    const [actor, role] = chance.pick([
      ['eve', 'editor'],
      ['eve', 'admin'],
      ['vera', 'viewer'],
    ] as const);
    const { id, name } = CAST[actor];
    await expectations.change({ kind: 'grant', personId: id }, async (before) => {
      if (before === 'none' || chance.happens(0.3)) {
        const { text } = await ask(`allow @${name} ${role}`);
        const isDone = text.includes(`is now ${role}`) || text.includes(`is now *${role}*`);
        if (isDone) marks.reach('granted');
        return { after: role, said: isDone ? 'done' : 'nothing' };
      }
      const { text } = await ask(`revoke @${name}`);
      const isDone = text.includes('Revoked');
      if (isDone) marks.reach('revoked');
      return { after: 'none', said: isDone ? 'done' : 'nothing' };
    });
    return undefined;
  },
};
