import type { KnownBlock, ModalView } from '@slack/types';
import type { DigestForm } from '../../../digests/form/digest-form.ts';
import type { ChannelId, PersonId } from '../../../followstats/ids.ts';
import { ACTIONS, VIEWS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { button } from '../kit/button.ts';
import { clean, type Sentence, toPlain, toRichText } from '../kit/inline.ts';
import type { MessageBlock } from '../kit/reply.ts';
import { plainText } from './digest-fields.ts';
import { howFields } from './how-fields.ts';
import { showNextRuns } from './next-runs.ts';
import { whatFields } from './what-fields.ts';
import { whenFields } from './when-fields.ts';

/** What a form carries beside its fields. It comes back with each change: nothing secret, and nothing that decides who may. */
export interface FormContext {
  /** The digest that is edited, and who made it; `undefined` for a new one. */
  readonly edited: { readonly id: string; readonly ownerId: PersonId } | undefined;
  /** Where the form was asked for. */
  readonly channelId: ChannelId;
}

/** What a form says at its end, beside the fields: about the preview. */
export interface FormNote {
  readonly level: 'info' | 'error' | 'success';
  readonly text: Sentence;
  /** How the post begins, below the note. */
  readonly lines?: readonly Sentence[];
}

interface FormView {
  readonly context: FormContext;
  /** Unix milliseconds. */
  readonly now: number;
  readonly note?: FormNote | undefined;
}

const NOTE_LENGTH = 200;

/** The form of a digest, filled. Fields that stay keep what a person typed, since their names stay. */
export function digestFormView(reader: Reader, form: DigestForm, { context, now, note }: FormView): ModalView {
  const words = reader.words.digestForm;
  const { edited, channelId } = context;
  const { days, time, cron, language } = form;
  return {
    type: 'modal',
    callback_id: VIEWS.digest,
    title: plainText(edited ? words.editTitle({ id: edited.id }) : words.newTitle()),
    submit: plainText(words.save()),
    close: plainText(words.cancel()),
    private_metadata: JSON.stringify({ edited, channelId, days, time, cron, language }),
    blocks: [
      ...(edited ? [toRichText([words.madeBy({ owner: { personId: edited.ownerId } })])] : []),
      ...whatFields(reader, form),
      ...whenFields(reader, form, now),
      ...showNextRuns(reader, form, now),
      ...howFields(reader, form),
      previewButton(reader),
      ...(note ? showNote(note) : [toRichText([words.previewHint()])]),
    ],
  };
}

function previewButton({ words }: Reader): KnownBlock {
  const action = ACTIONS.digestPreview;
  return {
    type: 'actions',
    // Named as the fields are: Slack gives a block without a name another one with each update, and a click may cross one.
    block_id: action,
    elements: [button(action, words.digestForm.preview, 'preview')],
  };
}

function showNote({ lines = [], ...note }: FormNote): readonly KnownBlock[] {
  return [alert(note), ...(lines.length > 0 ? [toRichText(lines)] : [])];
}

function alert({ level, text: sentence }: FormNote): KnownBlock {
  const text = toPlain(sentence);
  // `clean` counts code points, and Slack may count UTF-16 units.
  const pairs = text.length - [...text].length;
  return { type: 'alert', level, text: plainText([clean(text, NOTE_LENGTH - Math.min(pairs, NOTE_LENGTH / 2))]) };
}

/** Stands while the form is made: a form must open within three seconds of the command. */
export function loadingView(reader: Reader): ModalView {
  return messageView(reader, [toRichText([reader.words.digestForm.opening()])]);
}

/** A form's place filled with words instead. */
export function messageView({ words }: Reader, blocks: readonly MessageBlock[]): ModalView {
  const { digestForm, kit } = words;
  return {
    type: 'modal',
    title: plainText(digestForm.wordsTitle()),
    close: plainText(kit.views.close()),
    blocks: [...blocks],
  };
}
