import { Api } from 'tls-sig-api-v2';
import { Pool } from 'undici';
import { CHAT } from './chat-process.ts';

/** What anybody would write in ten minutes: batches of 20, several at once, nothing checked. The floor to measure against. */
export function createBareLoop(url: string, concurrency: number) {
  const pool = new Pool(url, { connections: 32, keepAliveTimeout: 30_000 });
  const usersig = new Api(CHAT.sdkAppId, CHAT.secretKey).genSig(CHAT.admin, 86_400);
  const query = `sdkappid=${CHAT.sdkAppId}&identifier=${CHAT.admin}&usersig=${usersig}&contenttype=json`;

  async function ask(accounts: readonly string[], counts: Map<string, number>): Promise<void> {
    const { body } = await pool.request({
      method: 'POST',
      path: `/v4/follow/follow_get_info?${query}&random=${Math.floor(Math.random() * 2 ** 32)}`,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ From_Account: CHAT.admin, To_Account: accounts }),
    });
    const answer = (await body.json()) as { FollowInfo: { To_Account: string; FollowerCount: number }[] };
    for (const item of answer.FollowInfo) counts.set(item.To_Account, item.FollowerCount);
  }

  return {
    async lookup(accounts: readonly string[]): Promise<ReadonlyMap<string, number>> {
      const counts = new Map<string, number>();
      const batches = Array.from({ length: Math.ceil(accounts.length / 20) }, (_, n) =>
        accounts.slice(n * 20, n * 20 + 20),
      );
      const drain = async () => {
        for (let batch = batches.pop(); batch; batch = batches.pop()) await ask(batch, counts);
      };
      await Promise.all(Array.from({ length: concurrency }, drain));
      return counts;
    },
    close: () => pool.close(),
  };
}
