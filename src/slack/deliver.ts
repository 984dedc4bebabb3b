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

/** Sends a message one way, and says what came of it. */
export type Send<Sent = void> = (message: Message) => Promise<Sent>;

/** Slack refused the message for what is in it. */
export class BlocksRefused extends Error {
  override readonly name = 'BlocksRefused';
}

/**
 * Sends a reply, richest rendering first; when Slack refuses its blocks, the next, and in the end the text alone.
 * @throws what `send` throws, but for the refusals in between
 */
export async function deliver<Sent = void>({ text, renderings }: Reply, send: Send<Sent>): Promise<Sent> {
  const fixed = { text, mrkdwn: false, unfurl_links: false, unfurl_media: false } as const;
  for (const blocks of renderings) {
    try {
      return await send({ ...fixed, blocks });
    } catch (error) {
      if (!(error instanceof BlocksRefused)) throw error;
    }
  }
  return send({ ...fixed, blocks: [] });
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
