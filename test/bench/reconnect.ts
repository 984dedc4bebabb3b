import { setTimeout as sleep } from 'node:timers/promises';
import type { Workspace } from '../../src/demo/slack/workspace-types.ts';
import { openStage, type Stage } from '../../src/demo/stage.ts';

const ROUNDS = 10;
/** Long enough that each connection counts as one that lasted. */
const BETWEEN_MS = 1500;
const ACCOUNTS = 'alice bob';
const TARGET_MS = 300;
const LIMIT_MS = 15_000;
const RETRY_EVERY_MS = 5;

type Sockets = Workspace['sockets'];

/** How connections end, by the name that is printed. */
const ENDS: ReadonlyMap<string, (sockets: Sockets) => void> = new Map([
  ['announced, then closed at once', (sockets) => closeAfter(sockets, 'refresh_requested')],
  ['announced, closed when Slack likes', (sockets) => sockets.announce('warning')],
  ['cut', (sockets) => sockets.cut()],
  ['closed without an announcement', (sockets) => sockets.closeHalfway()],
]);

function closeAfter(sockets: Sockets, reason: 'refresh_requested'): void {
  sockets.announce(reason);
  sockets.closeAnnounced();
}

/** From the end of the connection until a command typed again and again from then on is answered, milliseconds. */
async function deafness({ workspace }: Stage, end: (sockets: Sockets) => void): Promise<number> {
  const personId = workspace.people[0]?.id ?? '';
  const channelId = workspace.channels[0]?.id ?? '';
  const since = workspace.mark();
  const startedAt = performance.now();
  end(workspace.sockets);
  while (performance.now() - startedAt < LIMIT_MS) {
    const { error } = await workspace.type({ personId, channelId, text: `/followstats ${ACCOUNTS}` });
    if (error === undefined) {
      await workspace.waitForMessage({ personId, channelId, since });
      return performance.now() - startedAt;
    }
    await sleep(RETRY_EVERY_MS);
  }
  return LIMIT_MS;
}

/** How soon a command is answered after Slack has ended the app's Socket Mode connection, ten times for each way to end. */
export async function benchReconnect(): Promise<readonly string[]> {
  const stage = await openStage({ mode: 'socket', onLog: () => {} });
  const lines: string[] = [];
  try {
    for (const [name, end] of ENDS) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        await sleep(BETWEEN_MS);
        times.push(await deafness(stage, end));
        stage.workspace.sockets.closeAnnounced();
      }
      const soon = times.filter((ms) => ms <= TARGET_MS).length;
      const each = times.map((time) => time.toFixed(0)).join(' ');
      lines.push(`    ${name.padEnd(36)}within ${TARGET_MS} ms: ${soon} of ${ROUNDS}; each, ms: ${each}`);
    }
  } finally {
    await stage.close();
  }
  return lines;
}
