import type { KnownBlock, ModalView } from '@slack/types';
import type { WatchForm } from '../../../digests/watches/watch-form.ts';
import type { AccountId } from '../../../followstats/types.ts';
import { RULE_KINDS, type RuleKind, WATCH_SPANS } from '../../../followstats/watches/rule.ts';
import { ACTIONS, VIEWS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { field, initial, option, plainText } from '../digests/digest-fields.ts';
import type { FormContext } from '../digests/digest-form.ts';
import { accountsField, channelField, listsField, peopleField } from '../digests/what-fields.ts';
import { accountNames } from '../kit/account-names.ts';
import { type Sentence, toRichText } from '../kit/inline.ts';
import type { MessageBlock } from '../kit/reply.ts';
import { type ViewFrame, wordsView } from '../kit/words-view.ts';

/** The fields' blocks, by what they hold: errors and states name them so. */
export const WATCH_FIELDS = {
  kind: ACTIONS.watchKind,
  followers: 'followers',
  absolute: 'absolute',
  percent: 'percent',
  span: 'span',
  lists: ACTIONS.watchLists,
  accounts: 'accounts',
  people: 'people',
  channel: 'channel',
} as const;

/** The form of a watch, filled; what the rule that is chosen doesn't need is kept for when another is. */
export function watchFormView(reader: Reader, form: WatchForm, { edited, channelId }: FormContext): ModalView {
  const { watchForm: words, digestForm } = reader.words;
  const { followers, absolute, percent, span } = form;
  return {
    type: 'modal',
    callback_id: VIEWS.watch,
    title: plainText(edited ? words.editTitle({ id: edited.id }) : words.newTitle()),
    submit: plainText(digestForm.save()),
    close: plainText(digestForm.cancel()),
    private_metadata: JSON.stringify({ edited, channelId, followers, absolute, percent, span }),
    blocks: [
      ...(edited ? [toRichText([words.madeBy({ owner: { personId: edited.ownerId } })])] : []),
      kindField(reader, form),
      ...ruleFields(reader, form),
      toRichText([words.whose()]),
      listsField(reader, form, { name: WATCH_FIELDS.lists, hint: words.fields.listsHint }),
      accountsField(reader, form),
      peopleField(reader, form),
      channelField(reader, form, words.fields.channel.label),
    ],
  };
}

function kindField({ words }: Reader, { kind }: WatchForm): KnownBlock {
  const { label, names } = words.watchForm.fields.kind;
  const options = RULE_KINDS.map((one) => option(one, names[one]()));
  const first = options[RULE_KINDS.indexOf(kind)];
  return field(
    WATCH_FIELDS.kind,
    { type: 'static_select', options, ...(first && { initial_option: first }) },
    { label, dispatch_action: true },
  );
}

function ruleFields(reader: Reader, form: WatchForm): readonly KnownBlock[] {
  const { fields } = reader.words.watchForm;
  const number = (text: string, isDecimal: boolean) =>
    ({ type: 'number_input', is_decimal_allowed: isDecimal, ...initial(text) }) as const;
  switch (form.kind) {
    case 'disappears':
      return [];
    case 'reaches':
    case 'falls-below':
      return [field(WATCH_FIELDS.followers, number(form.followers, false), fields.followers)];
    case 'gains':
    case 'loses':
      return [
        field(WATCH_FIELDS.absolute, number(form.absolute, false), { ...fields.absolute, optional: true }),
        field(WATCH_FIELDS.percent, number(form.percent, true), { ...fields.percent, optional: true }),
        spanField(reader, form),
      ];
  }
}

function spanField({ words }: Reader, { span }: WatchForm): KnownBlock {
  const { label, names } = words.watchForm.fields.span;
  const options = WATCH_SPANS.map((one) => option(one, names[one]()));
  const first = options[WATCH_SPANS.indexOf(span)];
  return field(
    WATCH_FIELDS.span,
    { type: 'static_select', options, ...(first && { initial_option: first }) },
    { label },
  );
}

/** Stands while the form is made: a form must open within three seconds of the command. */
export function loadingWatchView(reader: Reader): ModalView {
  return watchWordsView(reader, [toRichText([reader.words.digestForm.opening()])]);
}

/** A form's place filled with words instead. */
export function watchWordsView(reader: Reader, blocks: readonly MessageBlock[]): ModalView {
  return wordsView(watchFrame(reader), blocks);
}

/** How words in a form's place are framed. */
export function watchFrame({ words }: Reader): ViewFrame {
  return { title: words.watchForm.wordsTitle(), close: words.kit.views.close() };
}

/** In the form's place once it is saved: for whom the rule is met already, so that it gets no alert now. */
export function metFromStartSentence(
  reader: Reader,
  kind: Extract<RuleKind, 'reaches' | 'falls-below' | 'disappears'>,
  accounts: readonly AccountId[],
): Sentence {
  return reader.words.watchForm.savedMet[kind]({ accounts: accountNames(reader, accounts) });
}
