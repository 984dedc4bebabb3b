import { randomUUID } from 'node:crypto';
import type { RebuildReport } from '../../digests/report/rebuild-report.ts';
import { readRunId } from '../../digests/types.ts';
import type { Authorize } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { toDigestCsv } from '../blocks/digests/digest-csv.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { apologyReply } from '../conversation/render.ts';
import { type ButtonClickArgs, readClickedMessage, readClicker } from '../lookups/button-click.ts';
import type { Address, Recipient } from '../sending/recipient.ts';
import { type SentCsv, sendCsv } from '../sending/send-csv.ts';
import type { WebClient } from '../web-api/web-api.ts';

interface Options {
  readonly authorize: Authorize;
  readonly rebuildReport: RebuildReport;
  readonly recipientOf: (address: Address) => Recipient;
  readonly web: WebClient;
  readonly log: Logger;
}

/**
 * *CSV* below a digest's post: every row of that post, as it was posted, in the direct messages of the person who pressed.
 * The button carries the run's id, and the store what was said, so that it works as long as the run is kept; and where it
 * was posted, so that the id is of no use anywhere else.
 */
export function createOnDigestCsv({ authorize, rebuildReport, recipientOf, web, log }: Options) {
  async function answer(args: ButtonClickArgs, asker: Asker): Promise<Reply> {
    const { denial, keep } = await authorize(asker, 'viewer', 'digest-csv');
    if (denial) return sentences(describeDenial(denial));
    const run = readRunId(args.action.value ?? '');
    if (!run) {
      keep('failed', { why: 'absent' });
      return notKept();
    }
    const about = { digest: run.digestId, run: run.id };
    const sent = await send(run, args, asker).catch((error: unknown) => {
      keep('failed', { ...about, why: 'fault-of-the-app' });
      throw error;
    });
    const { accounts, why } = sent;
    const outcome = why === undefined ? 'done' : why === 'elsewhere' ? 'refused' : 'failed';
    keep(outcome, { ...about, ...(accounts !== undefined && { accounts }), ...(why !== undefined && { why }) });
    return sent.reply;
  }

  async function send(
    run: Run,
    args: ButtonClickArgs,
    { personId }: Asker,
  ): Promise<SentCsv & { readonly accounts?: number }> {
    const rebuilt = await rebuildReport({ run, message: readClickedMessage(args) });
    if (rebuilt.kind !== 'rebuilt') return { reply: notKept(), why: rebuilt.kind };
    const accounts = rebuilt.report.rows.length;
    const file = { at: run.slot, accounts, content: toDigestCsv(rebuilt.report) };
    return { ...(await sendCsv({ web, log }, personId, file)), accounts };
  }

  return async (args: ButtonClickArgs): Promise<void> => {
    await args.ack();

    const address = readClicker(args);
    const reply = await answer(args, address).catch((error: unknown) => {
      const reference = randomUUID().slice(0, 8);
      log.error({ err: error, reference }, 'the CSV of a digest could not be made');
      return apologyReply(reference);
    });
    await recipientOf(address)(reply);
  };
}

type Run = NonNullable<ReturnType<typeof readRunId>>;

/** The same words for a post that is elsewhere, so that nobody learns of it by trying ids. */
const notKept = (): Reply => sentences(['What this post said is not kept, or not yet: try again in a minute.']);
