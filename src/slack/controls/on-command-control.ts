import { type Command, readCommand } from '../../followstats/commands/command.ts';
import { isChange } from '../../followstats/commands/command-rows.ts';
import { readAsk } from '../blocks/kit/ask.ts';
import { AGAIN, commandActionId } from '../blocks/kit/command-controls.ts';
import { readGivenCommand } from '../blocks/kit/given-command.ts';
import type { Reply } from '../blocks/kit/reply.ts';
import { chosenValue } from '../conversation/chosen-value.ts';
import { type ControlArgs, readClickedMessage, readClicker } from '../conversation/clicker.ts';
import type { Converse, ProgressWords } from '../conversation/conversation.ts';
import type { PrepareReply } from '../conversation/deliver-answer.ts';
import type { OpenForm } from '../conversation/open-form.ts';
import { isDirectMessages } from '../ids.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { OpenAsk } from './open-ask.ts';
import { concludeTogether, isSecondHalf, STAYS } from './two-answers.ts';

interface Options {
  readonly converse: Converse;
  readonly prepareReply: PrepareReply;
  readonly recipientOf: RecipientOf;
  /** The commands that are answered by a form. */
  readonly forms: Readonly<Partial<Record<Command['kind'], OpenForm>>>;
  /** Opens a form for a command of which something is missing. */
  readonly openAsk: OpenAsk;
  readonly maxAccounts: number;
}

/** How `converse` says that an answer takes long. */
type ProgressArgs = readonly [sayProgress: (line: Reply) => Promise<void>, words: ProgressWords];

/**
 * A button or menu that gives a command: the same as typing it, with the same access. Its value says what is asked, never who
 * may ask. The answer takes the message's place where only the person who used it sees that message; a control that also says
 * what to show `then` has that below the answer, so that a list never shows what is no longer true. What changed nothing stands
 * below the message, unless that was no more than *Try again*, and it can be tried again from there, too.
 */
export function createOnCommandControl({ converse, prepareReply, recipientOf, forms, openAsk, maxAccounts }: Options) {
  /** What a control shows below its answer is only read, but for the second half of a change: a client may say anything there. */
  function readShown(shows: string | undefined, given: Command): Command | undefined {
    const command = shows === undefined ? undefined : readCommand(shows, maxAccounts);
    if (!command || forms[command.kind]) return undefined;
    return !isChange(command) || isSecondHalf(given, command) ? command : undefined;
  }

  return async (args: ControlArgs): Promise<void> => {
    await args.ack();

    const value = chosenValue(args.action);
    const origin = readClicker(args);
    const ask = readAsk(value);
    if (ask) return openAsk(ask, origin, args.body.trigger_id);

    const { command: text, shows } = readGivenCommand(value);
    const command = readCommand(text, maxAccounts);
    const openForm = forms[command.kind];
    if (openForm) return openForm({ asker: origin.asker, command }, origin, args.body.trigger_id);

    const send = recipientOf(origin);
    const isPrivate =
      args.body.container?.is_ephemeral === true || isDirectMessages(readClickedMessage(args).channelId);
    const { asker } = origin;
    let isReplaced = false;
    /** Where the answer takes the message's place, so does what is said before it: below, it would stay and be untrue. */
    async function sayHere(line: Reply): Promise<void> {
      isReplaced = true;
      await send(line, { replace_original: true, isOnlyInPlace: true });
    }
    const progress: ProgressArgs = isPrivate ? [sayHere, 'here'] : [send, 'below'];
    const first = await converse({ asker, command }, ...progress);
    const stays = STAYS.has(first.answer.kind);
    const below = stays ? undefined : readShown(shows, command);
    const further = below && { below, second: await converse({ asker, command: below, isFurther: true }, ...progress) };
    const isAgain = args.action.action_id === commandActionId(AGAIN);
    await concludeTogether(prepareReply, { first, further }, (reply) =>
      send(reply, { replace_original: isPrivate && (!stays || isReplaced || (isAgain && hasControls(reply))) }),
    );
  };
}

const hasControls = ({ renderings }: Reply): boolean =>
  renderings.some((blocks) => blocks.some(({ type }) => type === 'actions'));
