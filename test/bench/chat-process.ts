import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createFollowGraphSeed } from '../../src/demo/chat/seed.ts';
import { createChatServer } from '../../src/demo/chat/server.ts';

export const CHAT = { sdkAppId: 1400000000, secretKey: '0123456789abcdef'.repeat(4), admin: 'administrator' } as const;

/** The Chat stand-in in a process of its own, so that its work isn't counted as the client's. */
export async function startChatProcess(accounts: number): Promise<{ readonly url: string; stop(): void }> {
  const child = fork(import.meta.filename, [String(accounts)]);
  const [url] = await once(child, 'message');
  return { url: String(url), stop: () => child.kill() };
}

if (import.meta.main) {
  const { url } = await createChatServer({
    ...createFollowGraphSeed(Number(process.argv[2])),
    sdkAppId: CHAT.sdkAppId,
    secretKey: CHAT.secretKey,
    admins: [CHAT.admin],
    maxCallsPerSecond: Number.POSITIVE_INFINITY,
  });
  process.send?.(url);
}
