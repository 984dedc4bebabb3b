import type { KnownBlock, ModalView, PlainTextElement } from '@slack/types';
import type { DigestForm } from '../../../digests/form/digest-form.ts';
import type { ChannelId, PersonId } from '../../../followstats/ids.ts';
import { ACTIONS, VIEWS } from '../../names.ts';
import { button } from '../kit/button.ts';
import { clean, type Sentence, toRichText } from '../kit/inline.ts';
import type { MessageBlock } from '../kit/reply.ts';
import { howFields, whatFields, whenFields } from './digest-fields.ts';
import { showNextRuns } from './next-runs.ts';

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
  /** Plain text. */
  readonly text: string;
}

interface FormView {
  readonly context: FormContext;
  /** Unix milliseconds. */
  readonly now: number;
  /** The reader's, BCP 47. */
  readonly locale: string;
  readonly note?: FormNote | undefined;
}

const NOTE_LENGTH = 200;

const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text });

/** The form of a digest, filled. Fields that stay keep what a person typed, since their names stay. */
export function digestFormView(form: DigestForm, view: FormView): ModalView {
  const { context, note } = view;
  const { edited, channelId } = context;
  const { days, time, cron } = form;
  return {
    type: 'modal',
    callback_id: VIEWS.digest,
    title: plain(edited ? `Edit digest ${edited.id}` : 'New digest'),
    submit: plain('Save'),
    close: plain('Cancel'),
    private_metadata: JSON.stringify({ edited, channelId, days, time, cron }),
    blocks: [
      ...(edited ? [toRichText([['Made by ', { personId: edited.ownerId }, ', who hears of its failures.']])] : []),
      ...whatFields(form),
      ...whenFields(form),
      ...showNextRuns(form, view),
      ...howFields(form),
      ...(note ? [alert(note)] : []),
      {
        type: 'actions',
        // Named as the fields are: Slack gives a block without a name another one with each update, and a press may cross one.
        block_id: ACTIONS.digestPreview,
        elements: [
          button(
            ACTIONS.digestPreview,
            'Preview',
            'Preview: read the accounts and show the post in a direct message',
            'preview',
          ),
        ],
      },
      toRichText([PREVIEW_HINT]),
    ],
  };
}

const PREVIEW_HINT: Sentence = [
  'A form can hold no table and no chart, so the preview comes as a direct message from followstats, for you alone.',
];

function alert({ level, text }: FormNote): KnownBlock {
  // `clean` counts code points, and Slack may count UTF-16 units.
  const pairs = text.length - [...text].length;
  return { type: 'alert', level, text: plain(clean(text, NOTE_LENGTH - Math.min(pairs, NOTE_LENGTH / 2))) };
}

/** Stands while the form is made: a form must open within three seconds of the command. */
export function loadingView(): ModalView {
  return messageView([toRichText([['Opening the form …']])]);
}

/** A form's place filled with words instead. */
export function messageView(blocks: readonly MessageBlock[]): ModalView {
  return { type: 'modal', title: plain('Digests'), close: plain('Close'), blocks: [...blocks] };
}
