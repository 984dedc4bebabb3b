import { type DigestForm, emptyForm, toForm } from '../../digests/form/digest-form.ts';
import { prepareZoneSearch } from '../../digests/schedule/zone-search.ts';
import type { Digest } from '../../digests/types.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import { APP_FAULT } from '../../followstats/audit/audit-ending.ts';
import type { Invocation } from '../../followstats/commands/answer.ts';
import type { Logger } from '../../logger.ts';
import { digestFormView, loadingView } from '../blocks/digests/digest-form.ts';
import { sentences } from '../blocks/kit/reply.ts';
import { apologize } from '../conversation/apologize.ts';
import { type Converse, conclude } from '../conversation/conversation.ts';
import type { DeliverAnswer, Prepared } from '../conversation/deliver-answer.ts';
import { createOpenView } from '../sending/open-view.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { Origin } from '../sending/reply-to.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';
import { readerOfDigest } from './digest-reader.ts';
import { createUpdateView } from './show-form.ts';

interface Options {
  readonly converse: Converse;
  readonly deliverAnswer: DeliverAnswer;
  readonly web: WebClient;
  readonly directory: Pick<SlackDirectory, 'reader' | 'readerAtOnce'>;
  readonly recipientOf: RecipientOf;
  readonly log: Logger;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Answers a command with a form, which Slack opens for a trigger. */
type OpenDigestForm = (invocation: Invocation, origin: Origin, triggerId: string) => Promise<void>;

/**
 * Answers `digest new` and `digest edit ID`. The form's place opens at once, since Slack takes a trigger for three seconds
 * only; what stands there is decided after that: the form, or the words that there is none.
 */
export function createOpenDigestForm(options: Options): OpenDigestForm {
  const { converse, deliverAnswer, web, directory, recipientOf, log, now } = options;
  const update = createUpdateView({ web, log });
  const open = createOpenView(web);

  /** One that names no language shows that of its owner, in which it is posted; where nothing can be chosen, it keeps its own. */
  async function formOf(digest: Digest): Promise<DigestForm> {
    const { language, isLanguageFixed } = await readerOfDigest(directory, digest);
    return isLanguageFixed ? toForm(digest) : { ...toForm(digest), language };
  }

  /** @returns what to say in the form's place when it could not be shown there */
  async function fill(
    reader: Reader,
    viewId: string,
    digest: Digest | undefined,
    asker: Asker,
  ): Promise<Prepared | undefined> {
    const form = digest ? await formOf(digest) : emptyForm(reader.zone);
    const edited = digest && { id: digest.id, ownerId: digest.ownerId };
    const context = { edited, channelId: asker.channelId ?? '' };
    try {
      const isShown = await update(viewId, digestFormView(reader, form, { context, now: now() }));
      return isShown ? undefined : { reply: sentences(reader, reader.words.digestForm.notShown()), why: undefined };
    } catch (error) {
      return { reply: apologize(reader, log, error, 'a form ended in a fault of the app'), why: APP_FAULT };
    }
  }

  return async (invocation, { asker, replyTo }, triggerId) => {
    const [opened, reader] = await Promise.all([
      open(triggerId, directory.readerAtOnce(asker.personId).then(loadingView)),
      directory.reader(asker.personId),
    ]);
    if ('code' in opened) {
      log.warn({ error: opened.code }, 'a form could not be opened');
      await recipientOf({ asker, replyTo })(sentences(reader, reader.words.digestForm.notOpened()));
      return;
    }
    prepareZoneSearch(reader.language);
    const { viewId } = opened;
    const send = recipientOf({ asker, replyTo: { kind: 'view', viewId, otherwise: replyTo } });
    const answered = await converse(invocation, send);
    const { answer } = answered;
    if (answer.kind !== 'digest-form') return deliverAnswer(answered, send);

    await conclude(answered, async () => {
      const unshown = await fill(reader, viewId, answer.digest, asker);
      if (unshown) await send(unshown.reply);
      return unshown?.why;
    });
  };
}
