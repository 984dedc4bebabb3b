import { createChance } from '../chance.ts';
import type { ChatServer } from './server.ts';

const HOUR_MS = 3_600_000;

/**
 * Lets people follow each other while the demo's clock goes on, one an hour, the popular most: so that a digest has
 * changes to show. The same each time.
 * @param accounts the popular ones first
 * @returns to be called with how far the clock is ahead, milliseconds
 */
export function createGrowth(
  chat: Pick<ChatServer, 'follow'>,
  accounts: readonly string[],
): (aheadMs: number) => Promise<void> {
  const chance = createChance(1126);
  let hours = 0;
  return async (aheadMs) => {
    for (; hours < Math.floor(aheadMs / HOUR_MS); hours += 1) {
      const from = accounts[Math.floor(chance() * accounts.length)];
      const to = accounts[Math.floor(chance() ** 2 * accounts.length)];
      if (from !== undefined && to !== undefined && from !== to) chat.follow(from, to);
    }
  };
}
