import { Api } from 'tls-sig-api-v2';
import { Pool } from 'undici';
import type { ContenderOptions, Counts } from './contender.ts';

interface Item extends Record<'FollowerCount' | 'FollowingCount' | 'MutualFollowingCount', number> {
  readonly To_Account: string;
  readonly ResultCode: number;
}

/** One call of at most 20 accounts with nothing checked: what anybody would write, and the least it can cost. */
export interface BareCall {
  /** @throws when the call as a whole got no answer */
  ask(accounts: readonly string[]): Promise<ReadonlyMap<string, Counts>>;
  close(): Promise<void>;
}

export function createBareCall({ baseUrl, sdkAppId, secretKey, admin, from }: ContenderOptions): BareCall {
  const pool = new Pool(baseUrl, { connections: 64, keepAliveTimeout: 30_000 });
  const usersig = new Api(sdkAppId, secretKey).genSig(admin, 86_400);
  const query = new URLSearchParams({ sdkappid: String(sdkAppId), identifier: admin, usersig, contenttype: 'json' });
  const path = `/v4/follow/follow_get_info?${query}&random=`;
  return {
    async ask(accounts) {
      const { body } = await pool.request({
        method: 'POST',
        path: path + Math.floor(Math.random() * 2 ** 32),
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ From_Account: from, To_Account: accounts }),
      });
      const answer = JSON.parse(await body.text()) as { ErrorCode: number; FollowInfo: readonly Item[] };
      if (answer.ErrorCode !== 0) throw new Error(`the call answered ${answer.ErrorCode}`);
      const counts = new Map<string, Counts>();
      for (const item of answer.FollowInfo) {
        if (item.ResultCode !== 0) continue;
        counts.set(item.To_Account, {
          followers: item.FollowerCount,
          following: item.FollowingCount,
          mutual: item.MutualFollowingCount,
        });
      }
      return counts;
    },
    close: () => pool.destroy(),
  };
}
