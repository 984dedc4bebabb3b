import { HOUR, SECOND } from '../faults/fault.ts';
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
    const { id, title } = await choose(tools, digests);
    const way = chance.weighted([
      { weight: 4, way: 'edit' },
      { weight: 4, way: 'pause' },
      { weight: 1, way: 'delete' },
      { weight: 4, way: 'run' },
    ] as const).way;
    if (await tools.hasOpenRun(id)) marks.reach('digest edited while a run was open');
    if (way === 'run') {
      await ask(`digest run ${id}`);
      return undefined;
    }
    await expectations.change({ kind: 'digest', title }, async (before) => {
      const line = before.replace(/^\w+ /, '');
      if (way === 'edit') return edit(tools, id, title, before);
      if (way === 'delete') {
        const { text } = await ask(`digest delete ${id}`);
        return { after: 'absent', said: text.includes(`${title} is deleted`) ? 'done' : 'nothing' };
      }
      if (before.startsWith('paused')) {
        const { text } = await ask(`digest resume ${id}`);
        return { after: `active ${line}`, said: text.includes(`${title} goes on`) ? 'done' : 'nothing' };
      }
      const { text } = await ask(`digest pause ${id}`);
      return { after: `paused ${line}`, said: text.includes(`${title} is paused`) ? 'done' : 'nothing' };
    });
    return undefined;
  },
};

async function edit(tools: PersonTools, id: number, title: string, before: string) {
  const form = await openForm(tools, `digest edit ${id}`);
  if (!form) return { after: before, said: 'not-done' } as const;
  const cron = pickCron(tools.chance);
  const { text } = await saveForm(tools, { cron, ...pickWhat(tools.chance) });
  return {
    after: before.replace(/ .*/, ` ${cron}`),
    said: text.includes(`${title} is saved`) ? 'done' : 'nothing',
  } as const;
}

type Digests = Awaited<ReturnType<PersonTools['digests']>>;

/** Takes one of them; as often as not the next whose slot comes, at the very moment when it is worked on. */
async function choose({ chance, time }: PersonTools, digests: Digests): Promise<Digests[number]> {
  const isSoon = ({ nextRunAt }: Digests[number]) => nextRunAt > time.now() && nextRunAt < time.now() + 3 * HOUR;
  const [next] = digests.filter(isSoon).toSorted((a, b) => a.nextRunAt - b.nextRunAt);
  if (!next || chance.happens(0.5)) return chance.pick(digests);
  await time.sleep(Math.max(0, next.nextRunAt - time.now() + chance.between(-SECOND, 4 * SECOND)));
  return next;
}
