import type { Authorize } from '../../followstats/access/authorize.ts';
import type { Invocation } from '../../followstats/commands/answer.ts';
import { type RelationCommand, writeRelations } from '../../followstats/relations/read.ts';
import type { Logger } from '../../logger.ts';
import { describeDenial } from '../blocks/access/denial.ts';
import { replyForView } from '../blocks/asks/ask-view.ts';
import { commandButton } from '../blocks/kit/command-controls.ts';
import { type Sentence, toRichText } from '../blocks/kit/inline.ts';
import { sentences } from '../blocks/kit/reply.ts';
import { withControls } from '../blocks/kit/with-controls.ts';
import { type ViewFrame, wordsView } from '../blocks/kit/words-view.ts';
import { relationsInView } from '../blocks/relations/relations.ts';
import type { AuthorizeInForm } from '../conversation/authorize-in-form.ts';
import { type ButtonClickArgs, isInModal, readClicker } from '../conversation/clicker.ts';
import { CLOSED, type Converse, conclude } from '../conversation/conversation.ts';
import type { PrepareReply } from '../conversation/deliver-answer.ts';
import type { OpenForm } from '../conversation/open-form.ts';
import { readViewOrigin } from '../conversation/view-origin.ts';
import { createOpenView, createPushView } from '../sending/open-view.ts';
import type { RecipientOf } from '../sending/recipient.ts';
import type { Origin, ViewId } from '../sending/reply-to.ts';
import { showIfOpen } from '../sending/show-if-open.ts';
import type { SlackDirectory } from '../web-api/directory.ts';
import type { WebClient } from '../web-api/web-api.ts';
import { type Reader, withAudience } from '../words/reader.ts';
import { relationsFrame } from './relations-frame.ts';

/** What opening a list needs. */
export interface OpenRelationsOptions {
  readonly authorize: Authorize;
  readonly authorizeInForm: AuthorizeInForm;
  readonly converse: Converse;
  readonly prepareReply: PrepareReply;
  readonly recipientOf: RecipientOf;
  readonly directory: Pick<SlackDirectory, 'reader' | 'readerAtOnce'>;
  readonly web: WebClient;
  readonly log: Logger;
}

/** A view in which a list is to stand. */
interface ListView {
  readonly viewId: ViewId;
  readonly frame: ViewFrame;
  /** Stands on top of the list. */
  readonly notice?: Sentence;
}

/** What opens lists. */
export interface OpenRelations {
  /** Answers `fans`, `following` and `mutual` by a modal. */
  readonly forCommand: OpenForm;
  /** The same for the buttons on an account's card, above it. */
  forButton(args: ButtonClickArgs, command: RelationCommand): Promise<void>;
  /** Shows the beginning of a list in a view that is open. */
  show(invocation: Invocation, origin: Origin, view: ListView): Promise<void>;
}

/** Above three views Slack opens no more; the list then takes the place of the card. */
const TOO_MANY_VIEWS = 'push_limit_reached';

/**
 * Opens lists in a modal. Its place opens at once, since Slack takes a trigger for three seconds only; what stands there is decided
 * after that. Where Slack doesn't take the trigger any more, the person gets a button that opens it.
 */
export function createOpenRelations(options: OpenRelationsOptions): OpenRelations {
  const { authorize, authorizeInForm, converse, prepareReply, recipientOf, directory, web, log } = options;
  const [openView, pushView] = [createOpenView(web), createPushView(web)];

  const opening = (reader: Reader, frame: ViewFrame) =>
    wordsView(frame, [toRichText([reader.words.kit.views.opening()])]);

  async function show(invocation: Invocation, { asker, replyTo }: Origin, view: ListView): Promise<void> {
    const { viewId, frame, notice } = view;
    const place = { kind: 'view', viewId, frame } as const;
    const send = recipientOf({ asker, replyTo: { ...place, otherwise: replyTo } });
    const answered = await converse(invocation, send, 'here');
    const { answer, reader } = answered;
    if (answer.kind !== 'relations') {
      const { reply, why } = await prepareReply(answered);
      return conclude(answered, async () => {
        await send(replyForView(reader, reply));
        return why;
      });
    }
    const alone = recipientOf({ asker, replyTo: { ...place, otherwise: undefined } });
    // A person who has closed it doesn't want it any more.
    await conclude(answered, async () =>
      (await showIfOpen(alone, relationsInView(reader, answer.page, notice))) ? undefined : CLOSED,
    );
  }

  /** Says that Slack didn't open a list, with the button that does: the person's next press has a trigger of its own. */
  async function sayNotOpened({ asker, replyTo }: Origin, command: RelationCommand, code: string): Promise<void> {
    log.warn({ error: code }, 'a list could not be opened');
    const [plain, { decision, admins, denial, keep }] = await Promise.all([
      directory.reader(asker.personId),
      authorize(asker, 'viewer', command.kind),
    ]);
    const reader = withAudience(plain, { role: decision.role, admins });
    const send = recipientOf({ asker, replyTo });
    if (denial) return send(sentences(reader, describeDenial(reader, denial)));
    keep('failed', { why: code });
    const { notOpened, openLate } = reader.words.relations;
    const open = commandButton(openLate, { key: 'relations', command: writeRelations(command) });
    await send(withControls(sentences(reader, notOpened({ code: { code } })), [open]));
  }

  const forCommand: OpenForm = async (invocation, origin, triggerId) => {
    const { command } = invocation;
    if (!isRelationCommand(command)) throw new Error(`${command.kind} opens no list`);
    const { asker } = origin;
    const about = { kind: command.kind, asker, isAbove: false };
    const [opened, reader] = await Promise.all([
      openView(
        triggerId,
        directory.readerAtOnce(asker.personId).then((atOnce) => opening(atOnce, relationsFrame(atOnce, about))),
      ),
      directory.reader(asker.personId),
    ]);
    if ('code' in opened) return sayNotOpened(origin, command, opened.code);
    await show(invocation, origin, { viewId: opened.viewId, frame: relationsFrame(reader, about) });
  };

  async function aboveCard(args: ButtonClickArgs, command: RelationCommand): Promise<void> {
    const origin = readViewOrigin(args);
    const { personId } = origin.asker;
    const framed = (reader: Reader) =>
      relationsFrame(reader, { kind: command.kind, asker: origin.asker, isAbove: true });
    const [pushed, plain, { asker, authorization }] = await Promise.all([
      pushView(
        args.body.trigger_id,
        directory.readerAtOnce(personId).then((atOnce) => opening(atOnce, framed(atOnce))),
      ),
      directory.reader(personId),
      authorizeInForm(origin.asker, 'viewer', command.kind),
    ]);
    const isCardReplaced = 'code' in pushed && pushed.code === TOO_MANY_VIEWS;
    const opened = isCardReplaced ? { viewId: args.body.view?.id ?? '' } : pushed;
    const { decision, admins, denial } = authorization;
    const reader = withAudience(plain, { role: decision.role, admins });
    const place = { asker, replyTo: origin.replyTo };
    if (denial) {
      const replyTo =
        'code' in opened
          ? origin.replyTo
          : ({ kind: 'view', ...opened, frame: framed(reader), otherwise: origin.replyTo } as const);
      return recipientOf({ asker, replyTo })(sentences(reader, describeDenial(reader, denial)));
    }
    if ('code' in opened) return sayNotOpened(place, command, opened.code);
    await show({ asker, command, authorization }, place, { viewId: opened.viewId, frame: framed(reader) });
  }

  return {
    forCommand,
    show,
    async forButton(args, command) {
      if (isInModal(args.body)) return aboveCard(args, command);
      const origin = readClicker(args);
      await forCommand({ asker: origin.asker, command }, origin, args.body.trigger_id);
    },
  };
}

function isRelationCommand(command: Invocation['command']): command is RelationCommand {
  return command.kind === 'fans' || command.kind === 'following' || command.kind === 'mutual';
}
