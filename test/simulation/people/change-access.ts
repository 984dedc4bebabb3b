import type { Action, PersonTools } from './action.ts';
import { type Actor, CAST } from './cast.ts';

type Role = 'viewer' | 'editor' | 'admin';

/** An admin lets people in and out. */
export const changeAccess: Action = {
  name: 'changes who may do what',
  weight: 4,
  by: ['anders'],
  async act(tools) {
    const { chance, expectations } = tools;
    const [actor, role] = chance.pick([
      ['eve', 'editor'],
      ['eve', 'admin'],
      ['vera', 'viewer'],
    ] as const);
    await expectations.change({ kind: 'grant', personId: CAST[actor].id }, async (before) => {
      if (before === 'none' || chance.happens(0.3)) return allow(tools, actor, role);
      return { after: 'none', said: (await revoke(tools, actor)) ? 'done' : 'nothing' };
    });
    return undefined;
  },
};

/** Has an admin give a role, unless the person has it. @returns whether they have it for sure */
export async function haveRole({ expectations, toolsOf }: PersonTools, actor: Actor, role: Role): Promise<boolean> {
  const subject = { kind: 'grant', personId: CAST[actor].id } as const;
  if (expectations.of(subject) === role) return true;
  return (await expectations.change(subject, () => allow(toolsOf('anders'), actor, role))) === 'done';
}

async function allow({ ask, marks }: PersonTools, actor: Actor, role: Role) {
  const { id, name } = CAST[actor];
  const { text } = await ask(`allow @${name} ${role}`);
  const isDone = new RegExp(`<@${id}> is (?:now an? ${role}|an? ${role} already)\\.`).test(text);
  if (isDone) marks.reach('granted');
  return { after: role, said: isDone ? 'done' : 'nothing' } as const;
}

/** An admin takes a person's role back. @returns whether the answer says that it is done */
export async function revoke({ ask, marks }: PersonTools, actor: Actor): Promise<boolean> {
  const { id, name } = CAST[actor];
  const { text } = await ask(`revoke @${name}`);
  const isDone = text.includes(`Took back what was granted to <@${id}>`);
  if (isDone) marks.reach('revoked');
  return isDone;
}
