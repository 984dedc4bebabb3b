import { type Logger, newReference } from '../../logger.ts';
import { charactersIn } from '../blocks/kit/characters.ts';
import type { MessageBlock, Reply } from '../blocks/kit/reply.ts';
import type { Reader } from '../words/reader.ts';
import { ContentRejected } from './content-rejected.ts';
import { type Step, stepsOf, stepsWithin, textOf } from './delivery-steps.ts';

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

interface Options {
  readonly log: Logger;
  /**
   * Gives the reader in whose words is said what Slack doesn't take of the message; called only where that has to be said.
   * Must not reject.
   */
  readonly reader: () => Promise<Reader>;
  /** How many more messages can be sent this way; by default no end. */
  readonly left?: () => number;
  /** Whether, at last, a sentence may say here that the message was rejected; by default it may. */
  readonly hasLastWord?: boolean;
  /** Renderings with more characters than this aren't tried; by default all are. */
  readonly mostInBlocks?: number;
}

/** Rejections for which the same blocks are sent again with a shorter text. */
const TOO_LONG: ReadonlySet<string> = new Set(['msg_too_long', 'http_413']);

/**
 * Sends a reply, richest rendering first; when Slack rejects what is in it, the next, then the text alone, cut to what Slack
 * takes, and in the end one sentence that says so, with a reference to the log.
 * @returns what `send` returned for the message that was taken
 * @throws {ContentRejected} when every one of them is rejected; whatever else `send` throws, at once
 */
export async function deliver<Sent = void>(
  reply: Reply,
  send: Send<Sent>,
  { log, reader, left = () => Number.POSITIVE_INFINITY, hasLastWord = true, mostInBlocks }: Options,
): Promise<Sent> {
  const reference = newReference();
  const rejections: string[] = [];
  // Counted only where it matters: that takes longer than all else here.
  const isShort = (step: Step) =>
    mostInBlocks === undefined || step.kind !== 'blocks' || charactersIn(step.blocks) <= mostInBlocks;
  let steps: readonly Step[] = stepsOf(reply, hasLastWord).filter(isShort);
  let isCut = false;

  for (;;) {
    steps = stepsWithin(steps, left());
    const [step = { kind: 'text' } as const] = steps;
    const text = await textOf(reply, step, { isCut, reference, reader });
    const blocks = step.kind === 'blocks' ? step.blocks : [];
    try {
      const sent = await send({ text, blocks, mrkdwn: false, unfurl_links: false, unfurl_media: false });
      if (rejections.length > 0) {
        const isPlain = step.kind !== 'blocks';
        log[isPlain ? 'warn' : 'info'](
          { refusals: rejections, reference, sent: step.kind },
          'Slack refused the content of a message',
        );
      }
      return sent;
    } catch (error) {
      if (!(error instanceof ContentRejected)) throw error;
      rejections.push(error.code);
      const again: boolean = step.kind === 'blocks' && !isCut && TOO_LONG.has(error.code);
      isCut ||= again;
      if (!again || (await textOf(reply, step, { isCut: true, reference, reader })) === text) steps = steps.slice(1);
      if (steps.length > 0 && left() > 0) continue;
      log.warn({ refusals: rejections, reference }, 'Slack refused a message to its last word');
      throw error;
    }
  }
}
