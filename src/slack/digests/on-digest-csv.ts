import type { RebuildReport } from '../../digests/report/rebuild-report.ts';
import { readRunId } from '../../digests/runs.ts';
import type { Authorize } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import { APP_FAULT } from '../../followstats/audit/audit-ending.ts';
import { NAMES_WAIT_MS, type ReadNames } from '../../followstats/names/ports.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { toDigestCsv } from '../blocks/digests/digest-csv.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { apologize } from '../conversation/apologize.ts';
import { type ButtonClickArgs, readClickedMessage, readClicker } from '../conversation/clicker.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import { type SentCsv, sendCsv } from '../sending/send-csv.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';

interface Options {
  readonly authorize: Authorize;
  readonly rebuildReport: RebuildReport;
  readonly readNames: ReadNames;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly recipientOf: RecipientOf;
  readonly web: WebClient;
  readonly log: Logger;
}

/**
 * *CSV* below a digest's post: every row of that post, as it was posted, in the direct messages of the person who clicked.
 * The button carries the run's id, and the store what was said, so that it works as long as the run is kept; and where it
 * was posted, so that the id is of no use anywhere else.
 */
export function createOnDigestCsv({ authorize, rebuildReport, readNames, directory, recipientOf, web, log }: Options) {
  async function answer(reader: Reader, args: ButtonClickArgs, asker: Asker): Promise<Reply> {
    const { denial, keep } = await authorize(asker, 'viewer', 'digest-csv');
    if (denial) return sentences(reader, describeDenial(reader, denial));
    const run = readRunId(args.action.value ?? '');
    if (!run) {
      keep('failed', { why: 'absent' });
      return notKept(reader);
    }
    const about = { digest: run.digestId, run: run.id };
    const sent = await send(reader, run, args, asker).catch((error: unknown) => {
      keep('failed', { ...about, why: APP_FAULT });
      throw error;
    });
    const { accounts, why } = sent;
    const outcome = why === undefined ? 'done' : why === 'elsewhere' ? 'refused' : 'failed';
    keep(outcome, { ...about, ...(accounts !== undefined && { accounts }), ...(why !== undefined && { why }) });
    return sent.reply;
  }

  async function send(
    reader: Reader,
    run: Run,
    args: ButtonClickArgs,
    { personId }: Asker,
  ): Promise<SentCsv & { readonly accounts?: number }> {
    const rebuilt = await rebuildReport({ run, message: readClickedMessage(args) });
    if (rebuilt.kind !== 'rebuilt') return { reply: notKept(reader), why: rebuilt.kind };
    const accounts = rebuilt.report.rows.length;
    await readNames(
      rebuilt.report.rows.map(({ account }) => account),
      { caller: personId, waitMs: NAMES_WAIT_MS },
    );
    const file = { at: run.slot, accounts, content: toDigestCsv(reader, rebuilt.report) };
    return { ...(await sendCsv(reader, { web, log }, personId, file)), accounts };
  }

  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const { asker, replyTo } = readClicker(args);
    const reader = await directory.reader(asker.personId);
    const reply = await answer(reader, args, asker).catch((error: unknown) =>
      apologize(reader, log, error, 'the CSV of a digest could not be made'),
    );
    await recipientOf({ asker, replyTo })(reply);
  };
}

type Run = NonNullable<ReturnType<typeof readRunId>>;

/** The same words for a post that is elsewhere, so that trying ids reveals nothing. */
const notKept = (reader: Reader): Reply => sentences(reader, reader.words.digestPosts.csvNotKept());
