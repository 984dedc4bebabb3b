import type { AllMiddlewareArgs, BlockSuggestion, SlackOptionsMiddlewareArgs } from '@slack/bolt';
import { withDeadline } from '../../deadline.ts';
import type { RebuildReport } from '../../digests/report/rebuild-report.ts';
import { readRunId } from '../../digests/runs.ts';
import type { Authorize } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { KnownAccounts } from '../../followstats/accounts/known-accounts.ts';
import type { AccountId } from '../../followstats/types.ts';
import type { Logger } from '../../logger.ts';
import { openableAccounts } from '../blocks/digests/digest-post-buttons.ts';
import { LIMITS } from '../blocks/kit/limits.ts';
import { accountOption } from '../blocks/reports/open-account.ts';
import type { ButtonValues } from '../conversation/button-values.ts';
import { isInHome } from '../conversation/clicker.ts';
import { readOrigin } from '../sending/reply-to.ts';

/** What Bolt gives a listener for a search in a menu. */
import type { SlackDirectory } from '../web-api/directory.ts';
import type { Reader } from '../words/reader.ts';

type SearchArgs = Pick<SlackOptionsMiddlewareArgs<'block_suggestion'> & AllMiddlewareArgs, 'ack'> & {
  readonly body: BlockSuggestion;
};

interface Options {
  readonly authorize: Authorize;
  readonly buttonValues: Pick<ButtonValues, 'recall'>;
  readonly rebuildReport: RebuildReport;
  readonly knownAccounts: Pick<KnownAccounts, 'beginningWith'>;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly log: Logger;
}

/** Slack waits three seconds for what a search finds. */
const WAIT_MS = 2000;

/**
 * A search in *Open account*: below an answer or a digest about more accounts than a menu holds among those of it that have counts,
 * in a Home among all that the store knows. Nothing is offered to a person who may not look accounts up, below another person's answer,
 * or below what is too old.
 */
export function createOnAccountSearch({
  authorize,
  buttonValues,
  rebuildReport,
  knownAccounts,
  directory,
  log,
}: Options) {
  async function accountsOfAnswer(value: string, asker: Asker): Promise<readonly AccountId[]> {
    const recalled = await buttonValues.recall(value, asker);
    if (recalled.kind !== 'kept') return [];
    const shown = recalled.answer.readings?.accounts ?? [];
    return shown.filter(({ reading, lastKnown }) => reading || lastKnown).map(({ account }) => account);
  }

  async function find(reader: Reader, suggestion: BlockSuggestion): Promise<readonly AccountId[]> {
    const { user, channel, container, view, block_id: blockId, value } = suggestion;
    const { channel_id: placeId, message_ts: ts } = container;
    const channelId = channel?.id ?? (typeof placeId === 'string' ? placeId : undefined);
    const { asker } = readOrigin({ personId: user.id, channelId });
    const { denial } = await authorize(asker, 'viewer', 'card');
    if (denial) return [];
    if (isInHome({ view })) return knownAccounts.beginningWith(value.trim(), LIMITS.options);
    const run = readRunId(blockId);
    if (!run) return matching(reader, await accountsOfAnswer(blockId, asker), value);
    const message = { channelId: channelId ?? '', ts: typeof ts === 'string' ? ts : '' };
    const rebuilt = await rebuildReport({ run, message });
    return rebuilt.kind === 'rebuilt' ? matching(reader, openableAccounts(rebuilt.report), value) : [];
  }

  async function findOptions(body: BlockSuggestion) {
    const reader = await directory.reader(body.user.id);
    const accounts = await find(reader, body);
    return accounts.map((account) => accountOption(reader, account));
  }

  return async ({ ack, body }: SearchArgs): Promise<void> => {
    const options = await withDeadline(findOptions(body), { ms: WAIT_MS }).catch((error: unknown) => {
      log.warn({ err: error }, 'a search in the accounts of an answer found nothing');
      return [];
    });
    await ack({ options });
  };
}

/**
 * Those that begin with what was typed, in any case, before those that have it further on or in their name; each in the order of the
 * answer.
 */
function matching(reader: Reader, accounts: readonly AccountId[], typed: string): readonly AccountId[] {
  const wanted = typed.trim().toLowerCase();
  const places = accounts.flatMap((account) => {
    const at = account.toLowerCase().indexOf(wanted);
    const isFound = at >= 0 || reader.nameOf(account)?.toLowerCase().includes(wanted);
    return isFound ? [{ account, isLater: at !== 0 }] : [];
  });
  return [...places.filter(({ isLater }) => !isLater), ...places.filter(({ isLater }) => isLater)]
    .slice(0, LIMITS.options)
    .map(({ account }) => account);
}
