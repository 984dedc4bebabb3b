import { AppError } from '../../errors.ts';
import type { Logger } from '../../logger.ts';
import { describeFailure } from '../blocks/kit/failure-text.ts';
import { sentences } from '../blocks/kit/reply.ts';
import type { Converse, Ending } from '../conversation/conversation.ts';
import type { Address, Recipient } from '../sending/recipient.ts';
import { PENDING_READER } from '../words/pending-reader.ts';
import type { ButtonClickArgs, ReadButtonClick } from './button-click.ts';
import type { Shared, ShareOnce } from './share-once.ts';

interface Options {
  readonly converse: Converse;
  readonly readButtonClick: ReadButtonClick;
  readonly recipientOf: (address: Address) => Recipient;
  readonly shareOnce: ShareOnce;
  readonly log: Logger;
}

const EARLIER: Readonly<Record<Shared, string>> = {
  shared: 'You have already shared this answer.',
  pressed:
    'You have already pressed Share below this answer. If it isn’t in the channel, type the command again and share the new answer.',
};

/**
 * *Share*: shows an answer to the channel, once over all replicas. It is claimed before it is sent, and released only when
 * it surely isn't in the channel.
 */
export function createOnShare({ converse, readButtonClick, recipientOf, shareOnce, log }: Options) {
  async function settle(answerId: string, ending: Ending): Promise<void> {
    if (ending === 'unconfirmed') return;
    await shareOnce[ending === 'delivered' ? 'confirm' : 'release'](answerId).catch((error: unknown) =>
      log.warn({ err: error }, 'what came of sharing an answer could not be kept'),
    );
  }

  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const press = await readButtonClick(args, 'share');
    if (!press) return;
    const { command, address, answerId, keep } = press;
    try {
      const earlier = await shareOnce.claim(answerId);
      if (earlier) {
        keep('failed', { why: earlier });
        return await recipientOf(address)(sentences(PENDING_READER, [EARLIER[earlier]]));
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      keep('failed', { why: error.failure.code });
      log.warn({ err: error }, 'an answer could not be claimed for sharing');
      const { what } = describeFailure(PENDING_READER, error.failure);
      return recipientOf(address)(
        sentences(PENDING_READER, [`Nothing was shared: ${what}. Press Share again in a minute.`]),
      );
    }
    let ending: Ending = 'undelivered';
    try {
      ending = await converse({ asker: address, command, entry: 'share' }, address, {
        sharedBy: address.personId,
        send: { response_type: 'in_channel' },
      });
    } finally {
      await settle(answerId, ending);
    }
  };
}
