import type { Invariant } from './invariant.ts';

/** Addresses that let anyone act who has them. */
const ADDRESSES = ['usersig=', '/response/', '/upload/'];

/** No secret is in a message or in the log. */
export const secrets: Invariant = {
  name: 'no secret is told',
  watch({ violated, secrets: given }) {
    function look(text: string, where: string): void {
      const secret = given.find((one) => text.includes(one)) ?? ADDRESSES.find((one) => text.includes(one));
      if (secret !== undefined) violated(`${where} holds ${secret.slice(0, 8)}…`);
    }
    return {
      message: ({ text, blocks, attachments, metadata }) =>
        look(JSON.stringify([text, blocks, attachments, metadata]), 'a message'),
      log: (_, text) => look(text, 'the log'),
    };
  },
};
