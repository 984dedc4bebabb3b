import { DateTime } from 'luxon';
import { onTestFinished } from 'vitest';
import type { DemoTime } from '../../../src/demo/demo-time.ts';
import { createFaultSwitches } from '../../../src/demo/fault-switches.ts';
import { createPageServer } from '../../../src/demo/page-server/page-server.ts';
import { DIGEST_EVENT } from '../../../src/demo/page-server/what-came.ts';
import { seedConversation } from '../../../src/demo/seed-conversation.ts';
import { openStage, type Stage } from '../../../src/demo/stage.ts';

/** The whole demo with the real app, and its page; closed when the test is over. */
export async function openLiveDemo(): Promise<{ readonly stage: Stage; readonly url: string }> {
  const stage = await openStage({ mode: 'http', onLog: () => {} });
  onTestFinished(() => stage.close());
  const { workspace, chat } = stage;
  await seedConversation(workspace);
  const faultSwitches = createFaultSwitches(chat, workspace);
  const server = await createPageServer({ workspace, faultSwitches, time: createTime(stage) });
  onTestFinished(() => server.close());
  return { stage, url: server.url };
}

/** Every morning at nine in Copenhagen, as the form suggests, once a digest is announced; slots in between are passed over. */
function createTime({ workspace, clock }: Stage): DemoTime {
  const [community] = workspace.channels;
  const [person] = workspace.people;
  const isAnnounced = () =>
    workspace
      .messagesFor(person?.id ?? '', community?.id ?? '')
      .some(({ authorId, text }) => authorId === workspace.botUserId && text.includes('Morning launch'));
  const next = () => {
    const now = DateTime.fromMillis(clock.now(), { zone: 'Europe/Copenhagen' });
    const nine = now.set({ hour: 9, minute: 0, second: 0, millisecond: 0 });
    let day = nine > now ? nine : nine.plus({ days: 1 });
    while (day.weekday > 5) day = day.plus({ days: 1 });
    return day.toMillis();
  };
  return {
    clock,
    nextSlotAt: async () => (isAnnounced() ? next() : undefined),
    async moveToNextSlot() {
      const before = workspace.postsWith(DIGEST_EVENT).length;
      const posted = new Promise<void>((resolve) => {
        const stop = workspace.onChange(() => {
          if (workspace.postsWith(DIGEST_EVENT).length === before) return;
          stop();
          resolve();
        });
      });
      await clock.move(next() - clock.now() + 1000);
      await posted;
    },
    move: clock.move,
    beDown: clock.move,
  };
}
