import { AppError } from '../../errors.ts';
import type { Authorization } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import type { RelationLists } from '../../followstats/relations/relation-lists.ts';
import type { Timers } from '../../timers.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { failureSentence } from '../blocks/kit/failure-text.ts';
import type { Sentence } from '../blocks/kit/inline.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { type PageValue, readListValue } from '../blocks/relations/page-value.ts';
import { relationsInView } from '../blocks/relations/relations.ts';
import { apologize } from '../conversation/apologize.ts';
import { type ButtonClickArgs, isInModal, readClicker } from '../conversation/clicker.ts';
import { type Reader, withAudience } from '../words/reader.ts';
import type { Exports, Started } from './exports.ts';
import { createInList, type InListOptions, type ListPress } from './in-list.ts';

interface Options extends InListOptions {
  readonly exports: Exports;
  readonly turnRelations: RelationLists['turn'];
  /** The time for one page, milliseconds. */
  readonly timeLimitMs: number;
  readonly timers: Pick<Timers, 'timeout'>;
}

/**
 * *CSV of all* in a list, and *Make the CSV* in direct messages: begins to make a file of the whole list. In a list what came of it
 * stands on top of the page; in direct messages the message that says how far it is says enough.
 */
export function createOnRelationsCsv(options: Options) {
  const { exports, turnRelations, authorizeInForm, recipientOf, directory, timeLimitMs, timers, log } = options;

  /** @returns what to say of it */
  async function start(
    reader: Reader,
    asker: Asker,
    { keep }: Authorization,
    list: Pick<PageValue, 'account' | 'kind'>,
  ): Promise<{ readonly said: Sentence; readonly isBegun: boolean }> {
    try {
      const started = await exports.start(asker, list);
      const isBegun = started.kind === 'begun';
      keep(isBegun ? 'allowed' : 'failed', { accounts: 1, ...(!isBegun && { why: started.kind }) });
      return { said: describeStarted(reader, started), isBegun };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      log.warn({ err: error }, 'a file of a list could not be begun');
      keep('failed', { why: error.failure.code });
      return { said: failureSentence(reader, error.failure), isBegun: false };
    }
  }

  async function inList({ value, asker, reader, authorization, show }: ListPress): Promise<void> {
    const { said } = await start(reader, asker, authorization, value);
    const signal = timers.timeout(timeLimitMs);
    const page = await turnRelations(asker.personId, value.listId, value.place, { signal }).catch((error: unknown) => {
      if (error instanceof AppError) return undefined;
      throw error;
    });
    await show(page ? relationsInView(reader, page, said) : sentences(reader, said));
  }

  async function inMessage(args: ButtonClickArgs): Promise<void> {
    await args.ack();

    const origin = readClicker(args);
    const [plain, { asker, authorization }] = await Promise.all([
      directory.reader(origin.asker.personId),
      authorizeInForm(origin.asker, 'viewer', 'relations-csv'),
    ]);
    const { decision, admins, denial, keep } = authorization;
    const reader = withAudience(plain, { role: decision.role, admins });
    const send = (reply: Reply) => recipientOf({ asker, replyTo: origin.replyTo })(reply);
    if (denial) return send(sentences(reader, describeDenial(reader, denial)));
    const list = readListValue(args.action.value ?? '');
    if (!list) {
      keep('failed', { why: 'absent' });
      return send(sentences(reader, reader.words.conversation.otherVersion()));
    }
    try {
      const { said, isBegun } = await start(reader, asker, authorization, list);
      if (!isBegun) await send(sentences(reader, said));
    } catch (error) {
      await send(apologize(reader, log, error, 'beginning a file of a list ended in a fault of the app'));
    }
  }

  const onPress = createInList(options, 'relations-csv', inList);
  return (args: ButtonClickArgs): Promise<void> => (isInModal(args.body) ? onPress(args) : inMessage(args));
}

function describeStarted({ words: { relations } }: Reader, started: Started): Sentence {
  const { begun, yours, full, notSent, notTaken } = relations.file;
  switch (started.kind) {
    case 'begun':
      return begun();
    case 'yours':
      return yours();
    case 'full':
      return full();
    case 'not-sent':
      return notSent();
    case 'not-taken':
      return notTaken({ code: { code: started.code } });
  }
}
