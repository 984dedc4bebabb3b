import { chatCodes } from './en/chat-codes.ts';

/** What mends an asking account that Chat doesn't know. */
export const FROM_ACCOUNT_FIX = 'Import the account into Chat, or set TENCENT_FROM_ACCOUNT to one that exists.';

/** Returns what an operator does about one of Chat's codes, as the doctor and the log say it: in English. */
export function chatFix(code: number): string {
  const known: Readonly<Record<number, string>> = chatCodes.admins;
  return known[code] ?? 'Look the code up in Tencent’s list of error codes, or ask Tencent Cloud support.';
}
