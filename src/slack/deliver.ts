import type { MessageBlock, Reply } from './blocks/reply.ts';

/** One message as it goes out; every way of sending adds only where to. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly MessageBlock[];
  /** The top-level text is escaped but never marked up: stars and back-ticks in it stay what they are. */
  readonly mrkdwn: false;
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

export type Send = (message: Message) => Promise<void>;

/** Slack refused the message for what is in it. */
export class BlocksRefused extends Error {
  override readonly name = 'BlocksRefused';
}

/**
 * Sends a reply, richest rendering first; when Slack refuses its blocks, the next, and in the end the text alone.
 * @throws what `send` throws, but for the refusals in between
 */
export async function deliver({ text, renderings }: Reply, send: Send): Promise<void> {
  const fixed = { text, mrkdwn: false, unfurl_links: false, unfurl_media: false } as const;
  for (const blocks of renderings) {
    try {
      return await send({ ...fixed, blocks });
    } catch (error) {
      if (!(error instanceof BlocksRefused)) throw error;
    }
  }
  await send({ ...fixed, blocks: [] });
}

const REFUSALS = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_attachments',
  'only_one_table_allowed',
  'msg_blocks_too_long',
]);

/** Whether one of Slack's error codes is about the blocks sent. */
export function isBlockRefusal(error: string | undefined): boolean {
  return error !== undefined && REFUSALS.has(error);
}
