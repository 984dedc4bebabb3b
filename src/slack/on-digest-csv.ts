import { randomUUID } from 'node:crypto';
import type { RetellPost } from '../digests/retell-post.ts';
import { readRunId } from '../digests/types.ts';
import type { Asker } from '../followstats/access.ts';
import type { Admit } from '../followstats/admit.ts';
import type { Logger } from '../logger.ts';
import { apologyReply } from './blocks/answer.ts';
import { toDigestCsv } from './blocks/digest-csv.ts';
import { describeRefusal } from './blocks/refusal.ts';
import { type Reply, sentences } from './blocks/reply.ts';
import { type PressArgs, readPresser } from './pressed.ts';
import type { Address, Recipient } from './recipient.ts';
import { sendCsv } from './send-csv.ts';
import type { WebClient } from './web.ts';

interface Options {
  readonly admit: Admit;
  readonly retellPost: RetellPost;
  readonly recipientOf: (address: Address) => Recipient;
  readonly web: WebClient;
  readonly log: Logger;
}

/**
 * *CSV* below a digest's post: every row of that post, as it was posted, in the direct messages of whoever pressed. The
 * button carries the run's id, and the store what was said, so that it works as long as the run is kept.
 */
export function createOnDigestCsv({ admit, retellPost, recipientOf, web, log }: Options) {
  async function answer(asker: Asker, value: string): Promise<Reply> {
    const { refusal, keep } = await admit(asker, 'viewer', 'digest-csv');
    if (refusal) return sentences(describeRefusal(refusal));
    const run = readRunId(value);
    const report = run && (await retellPost(run.digestId, run.slot));
    if (!run || !report) {
      keep('failed', { why: 'absent' });
      return sentences(['What this post said is not kept, or not yet: try again in a minute.']);
    }
    keep('done', { digest: run.digestId, run: run.id, accounts: report.rows.length });
    const file = { at: run.slot, accounts: report.rows.length, content: toDigestCsv(report) };
    return sendCsv({ web, log }, asker.personId, file);
  }

  return async (args: PressArgs): Promise<void> => {
    await args.ack();

    const address = readPresser(args);
    const reply = await answer(address, args.action.value ?? '').catch((error: unknown) => {
      const reference = randomUUID().slice(0, 8);
      log.error({ err: error, reference }, 'the CSV of a digest could not be made');
      return apologyReply(reference);
    });
    await recipientOf(address)(reply);
  };
}
