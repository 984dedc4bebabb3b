import type { Action, PersonTools } from './action.ts';
import { openForm, saveForm } from './fill-form.ts';
import { pickCron, pickWhat } from './make-digest.ts';

/** A person edits, pauses, resumes, deletes and runs digests, also while their slots run. */
export const changeDigest: Action = {
  name: 'changes a digest',
  weight: 5,
  by: ['anders'],
  async act(tools) {
    const { chance, expectations, marks, ask } = tools;
    const digests = await tools.digests();
    if (digests.length === 0) return false;
    const { id, title, isPausedByApp } = chance.pick(digests);
    const way = chance.weighted([
      { weight: 4, way: 'edit' },
      { weight: 3, way: 'pause' },
      { weight: 1, way: 'delete' },
      { weight: 4, way: 'run' },
    ] as const).way;
    if (await tools.hasOpenRun(id)) marks.reach('digest edited while a run was open');
    if (way === 'run') {
      await ask(`digest run ${id}`);
      return undefined;
    }
    await expectations.change({ kind: 'digest', title }, async (before) => {
      if (way === 'edit') return edit(tools, id, title, before);
      if (way === 'delete') return remove(tools, id, title);
      return (isPausedByApp || before.startsWith('paused') ? resume : pause)(tools, id, title, before);
    });
    return undefined;
  },
};

async function edit(tools: PersonTools, id: number, title: string, before: string) {
  const form = await openForm(tools, `digest edit ${id}`);
  if (!form) return { after: before, said: 'not-done' } as const;
  const cron = pickCron(tools);
  const { text } = await saveForm(tools, { cron, ...pickWhat(tools.chance) });
  return {
    after: before.replace(/ .*/, ` ${cron}`),
    said: text.includes(`${title} is saved`) ? 'done' : 'nothing',
  } as const;
}

/** Pauses a digest that isn't paused. @param before as the expectations have it */
export async function pause({ ask }: PersonTools, id: number, title: string, before: string) {
  const { text } = await ask(`digest pause ${id}`);
  return {
    after: before.replace(/^\w+/, 'paused'),
    said: text.includes(`${title} is paused`) ? 'done' : 'nothing',
  } as const;
}

/** Lets a paused digest go on. @param before as the expectations have it */
export async function resume({ ask }: PersonTools, id: number, title: string, before: string) {
  const { text } = await ask(`digest resume ${id}`);
  return {
    after: before.replace(/^\w+/, 'active'),
    said: text.includes(`${title} goes on`) ? 'done' : 'nothing',
  } as const;
}

/** Deletes a digest. */
export async function remove({ ask }: PersonTools, id: number, title: string) {
  const { text } = await ask(`digest delete ${id}`);
  return { after: 'absent', said: text.includes(`${title} is deleted`) ? 'done' : 'nothing' } as const;
}
