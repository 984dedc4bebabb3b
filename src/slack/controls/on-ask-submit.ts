import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { withDeadline } from '../../deadline.ts';
import type { Denial } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import { readCommand } from '../../followstats/commands/command.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { askFault, unchangedFault } from '../blocks/asks/ask-fault-text.ts';
import { ASK_FIELDS, ASKED, blocksForView, endView, waitingView } from '../blocks/asks/ask-view.ts';
import { anyField } from '../blocks/digests/other-version.ts';
import { ASK_ROLES, type Ask } from '../blocks/kit/ask.ts';
import { charactersIn } from '../blocks/kit/characters.ts';
import { type Sentence, toPlain } from '../blocks/kit/inline.ts';
import { type Reply, sentences } from '../blocks/kit/reply.ts';
import { logBug } from '../conversation/apologize.ts';
import type { AuthorizeInForm } from '../conversation/authorize-in-form.ts';
import { type Answered, type Converse, conclude } from '../conversation/conversation.ts';
import type { PrepareReply } from '../conversation/deliver-answer.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import { readOrigin } from '../sending/reply-to.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import { isSlackError, reasonOf, type WebClient } from '../web-api/web-api.ts';
import { type Reader, withAudience } from '../words/reader.ts';
import { readAskOrigin, writeAsked } from './ask-form-state.ts';
import { ASK_ACTIONS } from './open-ask.ts';

type Args = Pick<SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs, 'ack' | 'body' | 'view'>;
type View = Args['view'];

interface Options {
  readonly converse: Converse;
  readonly prepareReply: PrepareReply;
  readonly authorizeInForm: AuthorizeInForm;
  readonly recipientOf: RecipientOf;
  readonly web: WebClient;
  readonly directory: Pick<SlackDirectory, 'reader'>;
  readonly maxAccounts: number;
  readonly log: Logger;
  /** What an answer may take to be the acknowledgement itself, of Slack's three seconds, milliseconds. */
  readonly answerMs?: number;
}

const ANSWER_MS = 2000;
/** Of an acknowledgement it isn't known whether Slack took what is in it, so that a longer answer is shown by a call of its own. */
const MOST_IN_ACK = 3000;

/** What became of a form that was sent. */
interface Ended {
  readonly reader: Reader;
  /** What is shown in the form's place. */
  readonly reply: Reply;
  /** What is shown on its fields instead, as long as the form is there. */
  readonly errors?: Record<string, string>;
  /** As the audit has it; see `conclude`. */
  readonly why?: string | undefined;
  readonly end: Answered['end'];
}

/**
 * A small form is sent: its command is given as if it had been typed, with the same access. What is wrong with it stands on its
 * fields; the answer takes the form's place, at once or when it is there, and goes to the person where the form is closed by then.
 */
export function createOnAskSubmit(options: Options) {
  const { converse, prepareReply, authorizeInForm, recipientOf, web, directory, maxAccounts, log } = options;
  const { answerMs = ANSWER_MS } = options;

  /** Gives the command, unless this person may not. */
  async function give(view: View, ask: Ask, given: Asker, reading: Promise<Reader>): Promise<Ended> {
    const { asker, authorization } = await authorizeInForm(given, ASK_ROLES[ask.asks], ASK_ACTIONS[ask.asks]);
    const { decision, admins, denial } = authorization;
    if (denial) return denied(withAudience(await reading, { role: decision.role, admins }), denial);
    const command = readCommand(writeAsked(ask, view), maxAccounts);
    const answered = await converse({ asker, command, authorization });
    const { reader, end } = answered;
    const fault = faultOf(answered, ask);
    if (fault) {
      const errors = { [ASK_FIELDS[fault.field]]: fault.text };
      return { reader, reply: sentences(reader, [fault.text]), errors, end };
    }
    return { reader, ...(await prepareReply(answered)), end };
  }

  /** Only a person who may do anything here learns that the form is of another version. */
  async function endUnread(view: View, given: Asker, reading: Promise<Reader>): Promise<Ended> {
    const { authorization } = await authorizeInForm(given, 'viewer', 'wrong');
    const { decision, admins, denial, keep } = authorization;
    const plainReader = await reading;
    if (denial) return denied(withAudience(plainReader, { role: decision.role, admins }), denial);
    keep('failed', { why: 'other-version' });
    return onForm(plainReader, view, plainReader.words.asks.faults.otherVersion());
  }

  async function showLate(viewId: string, ask: Ask, { reader, reply }: Ended, asker: Asker): Promise<void> {
    try {
      await web.views.update({ view_id: viewId, view: endView(reader, ask, blocksForView(reader, reply)) });
    } catch (error) {
      if (!isSlackError(error)) throw error;
      log.warn({ error: reasonOf(error) }, 'the answer to a form goes out as a message');
      await recipientOf(readOrigin(asker))(reply);
    }
  }

  return async ({ ack, body, view }: Args): Promise<void> => {
    const personId = body.user.id;
    // Takes up to a second of Slack's three: who may is decided meanwhile.
    const reading = directory.reader(personId);
    const origin = readAskOrigin(view.private_metadata);
    const asker = { personId, channelId: origin?.channelId || undefined };
    const ask: Ask = origin?.ask ?? { asks: 'lookup' };
    const ending = (origin ? give(view, ask, asker, reading) : endUnread(view, asker, reading)).catch(
      async (error: unknown) => {
        const plainReader = await reading;
        const reference = { code: logBug(log, error, 'a form ended in a fault of the app') };
        return onForm(plainReader, view, plainReader.words.asks.faults.broken({ reference }));
      },
    );
    const atOnce = await withDeadline(ending, { ms: answerMs }, () => undefined);
    const early = atOnce && isShort(atOnce) ? atOnce : undefined;
    if (!early) await ack({ response_action: 'update', view: waitingView(await reading, ask) });
    const ended = atOnce ?? (await ending);
    await conclude(ended, async () => {
      if (!early) await showLate(view.id, ask, ended, asker);
      else if (early.errors) await ack({ response_action: 'errors', errors: early.errors });
      else
        await ack({
          response_action: 'update',
          view: endView(early.reader, ask, blocksForView(early.reader, early.reply)),
        });
      return ended.why;
    });
  };
}

function isShort({ reader, reply, errors }: Ended): boolean {
  return errors !== undefined || charactersIn(blocksForView(reader, reply)) <= MOST_IN_ACK;
}

/** Where this was decided, it was written to the audit. */
const WRITTEN: Answered['end'] = () => {};

function denied(reader: Reader, denial: Denial): Ended {
  return { reader, reply: sentences(reader, describeDenial(reader, denial)), end: WRITTEN };
}

/** What is about the whole form stands on its first field. */
function onForm(reader: Reader, view: View, sentence: Sentence): Ended {
  const field = anyField(view, '');
  return {
    reader,
    reply: sentences(reader, sentence),
    ...(field && { errors: { [field]: toPlain(sentence) } }),
    end: WRITTEN,
  };
}

/** What has to be put right in the form before its command can be done. */
function faultOf({ answer, reader }: Answered, ask: Ask) {
  const fields = ASKED[ask.asks];
  if (answer.kind === 'fault') return askFault(reader, answer.fault, fields);
  return answer.kind === 'list-unchanged' ? unchangedFault(reader, answer, fields) : undefined;
}
