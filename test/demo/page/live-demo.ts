import { onTestFinished } from 'vitest';
import { createChatActs } from '../../../src/demo/chat-acts.ts';
import { createFaultSwitches } from '../../../src/demo/fault-switches.ts';
import { createPageServer } from '../../../src/demo/page-server/page-server.ts';
import { liveWeek, weekBeganAgo } from '../../../src/demo/past/live-week.ts';
import { openStage, type Stage } from '../../../src/demo/stage.ts';

/** The whole demo with the real app and the week that it has lived, and its page; closed when the test is over. */
export async function openLiveDemo(): Promise<{ readonly stage: Stage; readonly url: string }> {
  const stage = await openStage({
    mode: 'http',
    onLog: () => {},
    hasHistory: true,
    behindMs: weekBeganAgo(Date.now()),
  });
  onTestFinished(() => stage.close());
  const { workspace, chat, time } = stage;
  const faultSwitches = createFaultSwitches(chat, workspace, stage.outdateCounts);
  const server = await createPageServer({ workspace, faultSwitches, acts: createChatActs(chat), time });
  onTestFinished(() => server.close());
  await liveWeek(stage);
  server.beginTour();
  return { stage, url: server.url };
}
