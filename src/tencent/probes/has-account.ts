import { randomUUID } from 'node:crypto';
import { AppError } from '../../errors.ts';
import type { ChatOptions } from '../chat.ts';
import { createAsk } from './ask.ts';

/**
 * Asks Chat whether it has an account, by one call, and a second one when it seems so: how Chat answers for accounts that it doesn't have
 * is what the field test is there to find out, so that the answer is compared with that for a UserID that was just made up.
 * @param from in whose name is asked
 * @returns `true` only when Chat gave counts for it, and none for the other; `false` also when Chat can't be asked
 */
export async function hasAccount(options: ChatOptions, account: string, from: string): Promise<boolean> {
  const ask = createAsk(options);
  const hasCounts = async (of: string): Promise<boolean> => {
    const { items } = await ask('follow_get_info', { From_Account: from, To_Account: [of] });
    return items.some((item) => item.account === of && item.code === 0 && item.hasCounts);
  };
  try {
    // 32 bytes at most.
    return (await hasCounts(account)) && !(await hasCounts(`nobody-${randomUUID().slice(0, 18)}`));
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
