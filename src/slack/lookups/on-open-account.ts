import type { Authorization, Authorize } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import { APP_FAULT } from '../../followstats/audit/audit-ending.ts';
import type { ReadAccountCard } from '../../followstats/reports/account-card.ts';
import { readAccountId } from '../../followstats/typed/account-id.ts';
import type { Logger } from '../../logger.ts';
import type { Timers } from '../../timers.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { toRichText } from '../blocks/kit/inline.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { type ViewFrame, wordsView } from '../blocks/kit/words-view.ts';
import { cardReply } from '../blocks/reports/account-card.ts';
import { apologize } from '../conversation/apologize.ts';
import type { AuthorizeInForm } from '../conversation/authorize-in-form.ts';
import { chosenValue } from '../conversation/chosen-value.ts';
import { type ControlArgs, isInModal, readClicker } from '../conversation/clicker.ts';
import { readViewOrigin } from '../conversation/view-origin.ts';
import { writeViewPlace } from '../conversation/view-place.ts';
import { createOpenView, createPushView } from '../sending/open-view.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';
import { type Reader, withAudience } from '../words/reader.ts';

interface Options {
  readonly authorize: Authorize;
  readonly authorizeInForm: AuthorizeInForm;
  readonly readCard: ReadAccountCard;
  readonly directory: Pick<SlackDirectory, 'reader' | 'readerAtOnce'>;
  readonly recipientOf: RecipientOf;
  readonly web: WebClient;
  /** The time for one answer, milliseconds. */
  readonly timeLimitMs: number;
  readonly timers: Pick<Timers, 'timeout'>;
  readonly log: Logger;
}

/**
 * *Open account*: what is known of one account, in a modal. Its place opens at once, since Slack takes a trigger for three seconds
 * only; what stands there is decided after that. The control's value names the account, so that it works wherever it is shown and
 * however old it is; whether the person may look accounts up is decided anew.
 */
export function createOnOpenAccount(options: Options) {
  const { authorize, authorizeInForm, readCard, directory, recipientOf, web, timeLimitMs, timers, log } = options;
  const [openView, pushView] = [createOpenView(web), createPushView(web)];

  async function answer(
    reader: Reader,
    asker: Asker,
    { decision, admins, keep }: Authorization,
    value: string,
  ): Promise<Reply> {
    const account = readAccountId(value);
    if (!('id' in account) || value === '') {
      keep('failed', { why: 'absent' });
      return sentences(reader, reader.words.conversation.otherVersion());
    }
    try {
      const signal = timers.timeout(timeLimitMs);
      const card = await readCard(account.id, { signal, caller: asker.personId });
      const { lookup } = card.row;
      const why = lookup.kind === 'failed' ? lookup.failure.code : undefined;
      const reply = cardReply(withAudience(reader, { role: decision.role, admins }), card);
      keep(why === undefined ? 'done' : 'failed', {
        accounts: 1,
        failed: why === undefined ? 0 : 1,
        ...(why && { why }),
      });
      return reply;
    } catch (error) {
      keep('failed', { why: APP_FAULT });
      throw error;
    }
  }

  return async (args: ControlArgs): Promise<void> => {
    await args.ack();

    // In a list of fans it opens above that.
    const isAbove = isInModal(args.body);
    const { asker: given, replyTo } = isAbove ? readViewOrigin(args) : readClicker(args);
    const [opened, reader, { asker, authorization }] = await Promise.all([
      (isAbove ? pushView : openView)(
        args.body.trigger_id,
        directory.readerAtOnce(given.personId).then((atOnce) => loadingView(atOnce, given)),
      ),
      directory.reader(given.personId),
      isAbove
        ? authorizeInForm(given, 'viewer', 'card')
        : authorize(given, 'viewer', 'card').then((decided) => ({ asker: given, authorization: decided })),
    ]);
    const { denial, keep } = authorization;
    const place =
      'code' in opened
        ? replyTo
        : ({ kind: 'view', viewId: opened.viewId, frame: frameOf(reader, asker), otherwise: replyTo } as const);
    const send = recipientOf({ asker, replyTo: place });
    if (denial) return send(sentences(reader, describeDenial(reader, denial)));
    if ('code' in opened) {
      log.warn({ error: opened.code }, 'an account card could not be opened');
      keep('failed', { why: opened.code });
      return send(sentences(reader, reader.words.accountCard.notOpened({ code: { code: opened.code } })));
    }
    const reply = await answer(reader, asker, authorization, chosenValue(args.action)).catch((error: unknown) =>
      apologize(reader, log, error, 'an account card ended in a fault of the app'),
    );
    await send(reply);
  };
}

function loadingView(reader: Reader, asker: Asker) {
  return wordsView(frameOf(reader, asker), [toRichText([reader.words.accountCard.opening()])]);
}

function frameOf({ words }: Reader, { channelId }: Asker): ViewFrame {
  const { title, close } = words.accountCard;
  return { title: title(), close: close(), metadata: writeViewPlace(channelId) };
}
