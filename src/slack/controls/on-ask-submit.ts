import { withDeadline } from '../../deadline.ts';
import type { Denial } from '../../followstats/access/authorize.ts';
import type { Asker } from '../../followstats/access/rules.ts';
import { type Command, readCommand } from '../../followstats/commands/command.ts';
import { isChange } from '../../followstats/commands/command-rows.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { askFault, unchangedFault } from '../blocks/asks/ask-fault-text.ts';
import { ASK_FIELDS, ASKED, type AskPlace, waitingView } from '../blocks/asks/ask-view.ts';
import { anyField } from '../blocks/digests/other-version.ts';
import { ASK_ROLES, type Ask } from '../blocks/kit/ask.ts';
import { type Sentence, toPlain } from '../blocks/kit/inline.ts';
import { sentences } from '../blocks/kit/reply.ts';
import { logBug } from '../conversation/apologize.ts';
import type { AuthorizeInForm } from '../conversation/authorize-in-form.ts';
import { type Answered, type Converse, conclude } from '../conversation/conversation.ts';
import { isBusy, type PrepareReply } from '../conversation/deliver-answer.ts';
import { type Reader, withAudience } from '../words/reader.ts';
import { readAskOrigin, writeAsked } from './ask-form-state.ts';
import { type AskSubmitArgs, createEndAsk, type EndAskOptions, type Ended } from './end-ask.ts';
import { ASK_ACTIONS } from './open-ask.ts';
import { subjectsOf } from './subjects-of.ts';

type View = AskSubmitArgs['view'];

interface Options extends EndAskOptions {
  readonly converse: Converse;
  readonly prepareReply: PrepareReply;
  readonly authorizeInForm: AuthorizeInForm;
  /** Looks up for a person whose form was opened in their Home: the answer is a message. */
  readonly lookUpFromHome: (asker: Asker, command: Command) => Promise<void>;
  readonly maxAccounts: number;
  /** What an answer may take to close the form or to take its place at once, of Slack's three seconds, milliseconds. */
  readonly answerMs?: number;
}

const ANSWER_MS = 1800;

/**
 * A small form is sent: its command is given as if it had been typed, with the same access. What is wrong with it stands on its
 * fields; how its answer gets to the person is up to `createEndAsk`.
 */
export function createOnAskSubmit(options: Options) {
  const { converse, prepareReply, authorizeInForm, lookUpFromHome, directory, maxAccounts, log } = options;
  const { answerMs = ANSWER_MS } = options;
  const { endAtOnce, endLate } = createEndAsk(options);

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
      return { reader, inForm: async () => sentences(reader, [fault.text]), errors, end };
    }
    const { reply: message, why } = await prepareReply(answered);
    // What was typed stays, to be sent again.
    const errors = isBusy(answered.answer)
      ? { [ASK_FIELDS[ASKED[ask.asks][0] ?? 'accounts']]: message.text }
      : undefined;
    const inForm = async () => (await prepareReply({ ...answered, reader: { ...reader, isInForm: true } })).reply;
    // Where they aren't who they were in the channel, its message would have buttons that are another's. A Home takes no counts.
    const isForPlace = given.channelId === undefined ? isChange(command) : asker.channelId !== undefined;
    return { reader, ...(isForPlace && { message }), about: subjectsOf(answered), inForm, errors, why, end };
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

  return async (args: AskSubmitArgs): Promise<void> => {
    const { ack, body, view } = args;
    const personId = body.user.id;
    // Takes up to a second of Slack's three: who may is decided meanwhile.
    const reading = directory.reader(personId);
    const origin = readAskOrigin(view.private_metadata);
    const asker = { personId, channelId: origin?.channelId || undefined };
    if (origin?.ask.asks === 'lookup' && asker.channelId === undefined) {
      const command = readCommand(writeAsked(origin.ask, view), maxAccounts);
      if (command.kind !== 'fault') {
        await ack();
        return lookUpFromHome(asker, command);
      }
    }
    const ask: Ask = origin?.ask ?? { asks: 'lookup' };
    const place: AskPlace = origin ?? { channelId: '' };
    const ending = (origin ? give(view, ask, asker, reading) : endUnread(view, asker, reading)).catch(
      async (error: unknown) => {
        const plainReader = await reading;
        const reference = { code: logBug(log, error, 'a form ended in a fault of the app') };
        return onForm(plainReader, view, plainReader.words.asks.faults.broken({ reference }));
      },
    );
    const atOnce = await withDeadline(ending, { ms: answerMs }, () => undefined);
    if (!atOnce) await ack({ response_action: 'update', view: waitingView(await reading, ask) });
    const ended = atOnce ?? (await ending);
    await conclude(ended, async () => {
      if (atOnce) await endAtOnce(args, { ask, asker, place }, atOnce);
      else await endLate(view.id, { ask, asker, place }, ended);
      return ended.why;
    });
  };
}

/** Where this was decided, it was written to the audit. */
const WRITTEN: Answered['end'] = () => {};

function denied(reader: Reader, denial: Denial): Ended {
  return { reader, inForm: async () => sentences(reader, describeDenial(reader, denial)), end: WRITTEN };
}

/** What is about the whole form stands on its first field. */
function onForm(reader: Reader, view: View, sentence: Sentence): Ended {
  const field = anyField(view, '');
  return {
    reader,
    inForm: async () => sentences(reader, sentence),
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
