import type { Asker } from '../../followstats/access/rules.ts';
import { type Command, readCommand } from '../../followstats/commands/command.ts';
import { isChange } from '../../followstats/commands/command-rows.ts';
import { readAsk } from '../blocks/kit/ask.ts';
import { readGivenCommand } from '../blocks/kit/given-command.ts';
import type { OpenAsk } from '../controls/open-ask.ts';
import { subjectsOf } from '../controls/subjects-of.ts';
import { concludeTogether, isSecondHalf, STAYS } from '../controls/two-answers.ts';
import { chosenValue } from '../conversation/chosen-value.ts';
import { type ControlArgs, readClicker } from '../conversation/clicker.ts';
import type { Converse } from '../conversation/conversation.ts';
import type { PrepareReply } from '../conversation/deliver-answer.ts';
import type { OpenForm } from '../conversation/open-form.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { LookUpFromHome } from './look-up-from-home.ts';
import type { ShowAnswer } from './show-answer.ts';

interface Options {
  readonly converse: Converse;
  readonly prepareReply: PrepareReply;
  readonly recipientOf: RecipientOf;
  /** The commands that are answered by a form. */
  readonly forms: Readonly<Partial<Record<Command['kind'], OpenForm>>>;
  /** Opens a form for a command of which something is missing. */
  readonly openAsk: OpenAsk;
  readonly lookUpFromHome: LookUpFromHome;
  readonly showAnswer: ShowAnswer;
  readonly maxAccounts: number;
}

/**
 * A button or menu of a Home that gives a command: the same as typing it, with the same access. What came of a change stands on top of
 * the Home, which shows below it how things are now; what is only read opens in a modal; a look-up is answered in direct messages.
 */
export function createOnHomeControl(options: Options) {
  const { converse, prepareReply, recipientOf, forms, openAsk, lookUpFromHome, showAnswer, maxAccounts } = options;

  /** What a control of a message shows below its answer stands in the Home in any case; the second half of a change doesn't. */
  function readSecondHalf(shows: string | undefined, given: Command): Command | undefined {
    const command = shows === undefined ? undefined : readCommand(shows, maxAccounts);
    return command && isSecondHalf(given, command) ? command : undefined;
  }

  async function change(asker: Asker, command: Command, shows: string | undefined): Promise<void> {
    const first = await converse({ asker, command });
    const send = recipientOf({ asker, replyTo: { kind: 'home', about: subjectsOf(first) } });
    const below = STAYS.has(first.answer.kind) ? undefined : readSecondHalf(shows, command);
    const further = below && { below, second: await converse({ asker, command: below, isFurther: true }) };
    await concludeTogether(prepareReply, { first, further }, send);
  }

  return async (args: ControlArgs): Promise<void> => {
    await args.ack();

    const value = chosenValue(args.action);
    const origin = readClicker(args);
    const { asker } = origin;
    const { trigger_id: triggerId } = args.body;
    const ask = readAsk(value);
    if (ask) return openAsk(ask, origin, triggerId);

    const { command: text, shows } = readGivenCommand(value);
    const command = readCommand(text, maxAccounts);
    const openForm = forms[command.kind];
    if (openForm) return openForm({ asker, command }, origin, triggerId);
    if (isChange(command) || command.kind === 'fault') return change(asker, command, shows);
    return command.kind === 'lookup' ? lookUpFromHome(asker, command) : showAnswer(asker, command, triggerId);
  };
}
