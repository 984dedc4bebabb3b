import { MINUTE } from '../faults/fault.ts';
import type { Action, PersonTools } from './action.ts';
import { haveRole } from './change-access.ts';
import { changeOne, type Deed, pickDigest } from './change-digest.ts';

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
      const isClear = tools.isClear();
      const since = tools.slack.mark();
      const deed = await changeOne(tools, digest, chance.pick(['edit', 'pause', 'pause', 'delete']));
      if (deed === undefined) return;
      await tools.time.sleep(NOTICE_MS);
      const isTold = hasNotice(tools, since, { deed, title: digest.title });
      if (isTold) tools.marks.reach('owner told of a change');
      else if (isClear())
        tools.violated('an owner is told what others do', `${person.name} ${deed} “${digest.title}”, unheard`, [
          person.name,
        ]);
    });
    return undefined;
  },
};

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
