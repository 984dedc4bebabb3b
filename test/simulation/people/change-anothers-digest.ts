import { HOUR, MINUTE } from '../faults/fault.ts';
import type { Action, KnownDigest, PersonTools } from './action.ts';
import { haveRole } from './change-access.ts';
import { changeOne, type Deed, pickDigest, resume } from './change-digest.ts';

/** A notice goes out with the answer. */
const NOTICE_MS = 2 * MINUTE;

/** An editor changes what another person made, who is told of it. */
export const changeAnothersDigest: Action = {
  name: 'changes a digest of another person',
  weight: 4,
  by: ['eve'],
  async act(tools) {
    const { chance, expectations, person } = tools;
    const digest = await pickDigest(tools);
    if (!digest) return false;
    if (!(await haveRole(tools, 'eve', 'editor'))) return undefined;
    await expectations.keep({ kind: 'grant', personId: person.id }, async (role) => {
      if (role === 'none') return;
      const deed = await changeHeard(tools, digest, chance.pick(['edit', 'pause', 'pause', 'delete']));
      if (deed === 'paused') await endPause(tools, digest);
    });
    return undefined;
  },
};

/** Changes it. Says that something doesn't hold where the owner doesn't hear of that. */
async function changeHeard(
  tools: PersonTools,
  digest: KnownDigest,
  way: 'edit' | 'pause' | 'delete',
): Promise<Deed | undefined> {
  const { time, slack, marks, person, violated } = tools;
  const isClear = tools.isClear();
  const since = slack.mark();
  const deed = await changeOne(tools, digest, way);
  if (deed === undefined) return undefined;
  await time.sleep(NOTICE_MS);
  if (hasNotice(tools, since, { deed, title: digest.title })) marks.reach('owner told of a change');
  else if (isClear())
    violated('an owner is told what others do', `${person.name} ${deed} “${digest.title}”, unheard`, [person.name]);
  return deed;
}

/** Some time later, by its owner or by the person who paused it: a digest that nobody lets go on shows nothing. */
async function endPause(tools: PersonTools, { id, title }: KnownDigest): Promise<void> {
  const { chance, time, expectations } = tools;
  await time.sleep(chance.between(MINUTE, 2 * HOUR));
  const one = chance.happens(0.5) ? tools : tools.toolsOf('anders');
  await expectations.change({ kind: 'digest', title }, (before) => resume(one, id, title, before));
}

interface Done {
  readonly deed: Deed;
  readonly title: string;
}

/** Whether anybody has read of it in direct messages since then; others own no digests. */
function hasNotice({ slack, person }: PersonTools, since: number, { deed, title }: Done): boolean {
  const said = `<@${person.id}> ${deed} your digest #`;
  return slack
    .changedSince(since)
    .some(({ channelId, text }) => channelId.startsWith('D') && text.startsWith(said) && text.includes(title));
}
