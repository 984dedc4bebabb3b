import { HOUR, MINUTE, SECOND } from '../faults/fault.ts';
import type { Action } from './action.ts';
import { deleteOne, pause, resume } from './change-digest.ts';

/** A person pauses or deletes a digest in the moment between its slot and its post; what was stopped goes on some time later. */
export const stopAtSlot: Action = {
  name: 'stops a digest at its slot',
  weight: 3,
  by: ['anders'],
  async act(tools) {
    const { chance, time, expectations, marks } = tools;
    const now = time.now();
    const soon = (await tools.digests()).filter(({ nextRunAt: at }) => at > now && at < now + 2 * HOUR);
    const [next] = soon.toSorted((a, b) => a.nextRunAt - b.nextRunAt);
    if (!next) return false;
    const { id, title, nextRunAt } = next;
    if (chance.happens(0.3)) {
      // So that the slot passes before the deletion is taken back.
      await time.sleep(Math.max(0, nextRunAt - now - chance.between(0, chance.pick([SECOND, 5 * MINUTE]))));
      await deleteOne(tools, next);
      return undefined;
    }
    // Reading takes some tenths of a second, and seconds when Chat is slow.
    await time.sleep(Math.max(0, nextRunAt - now + chance.between(-100, chance.pick([300, 3000]))));
    if (await tools.hasOpenRun(id)) marks.reach('digest edited while a run was open');
    const subject = { kind: 'digest', title } as const;
    const said = await expectations.change(subject, async (before) => {
      if (!before.startsWith('active')) return { after: before, said: 'not-done' };
      return pause(tools, id, title, before);
    });
    if (said !== 'done') return undefined;
    await time.sleep(chance.between(MINUTE, 2 * HOUR));
    await expectations.change(subject, (before) => resume(tools, id, title, before));
    return undefined;
  },
};
