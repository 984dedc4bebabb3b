import type { AllMiddlewareArgs, BlockSuggestion, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { withDeadline } from '../../deadline.ts';
import type { Authorize } from '../../followstats/access/authorize.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { Logger } from '../../logger.ts';
import { LIMITS } from '../blocks/kit/limits.ts';
import { accountOption } from '../blocks/reports/report-buttons.ts';
import type { ButtonValues } from '../conversation/button-values.ts';
import { readOrigin } from '../sending/reply-to.ts';

/** What Bolt gives a listener for a search in a menu. */
type SearchArgs = Pick<SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs, 'ack'> & {
  readonly body: BlockSuggestion;
};

interface Options {
  readonly authorize: Authorize;
  readonly buttonValues: Pick<ButtonValues, 'recall'>;
  readonly log: Logger;
}

/** Slack waits three seconds for what a search finds. */
const WAIT_MS = 2000;

/**
 * A search in *Open account* below an answer about more accounts than a menu holds: those of that answer that have counts, and
 * in them what was typed. Nothing is offered to a person who may not look accounts up, below another person's answer, or below one that is too old.
 */
export function createOnAccountSearch({ authorize, buttonValues, log }: Options) {
  async function find({ user, channel, container, block_id: blockId, value }: BlockSuggestion) {
    const channelId = channel?.id ?? (typeof container.channel_id === 'string' ? container.channel_id : undefined);
    const { asker } = readOrigin({ personId: user.id, channelId });
    const { denial } = await authorize(asker, 'viewer', 'card');
    if (denial) return [];
    const recalled = await buttonValues.recall(blockId, asker);
    if (recalled.kind !== 'kept') return [];
    const known = recalled.answer.readings?.accounts.filter(({ reading, lastKnown }) => reading || lastKnown) ?? [];
    return matching(
      known.map(({ account }) => account),
      value,
    );
  }

  return async ({ ack, body }: SearchArgs): Promise<void> => {
    const accounts = await withDeadline(find(body), { ms: WAIT_MS }).catch((error: unknown) => {
      log.warn({ err: error }, 'a search in the accounts of an answer found nothing');
      return [];
    });
    await ack({ options: accounts.map(accountOption) });
  };
}

/** Those that begin with what was typed, in any case, before those that have it further on; each in the order of the answer. */
function matching(accounts: readonly AccountId[], typed: string): readonly AccountId[] {
  const wanted = typed.trim().toLowerCase();
  const places = accounts.flatMap((account) => {
    const at = account.toLowerCase().indexOf(wanted);
    return at === -1 ? [] : [{ account, isLater: at > 0 }];
  });
  return [...places.filter(({ isLater }) => !isLater), ...places.filter(({ isLater }) => isLater)]
    .slice(0, LIMITS.options)
    .map(({ account }) => account);
}
