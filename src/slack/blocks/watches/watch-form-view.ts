import type { KnownBlock, ModalView } from '@slack/types';
import type { WatchForm } from '../../../digests/watches/watch-form.ts';
import type { ChannelId, PersonId } from '../../../followstats/ids.ts';
import type { AccountId } from '../../../followstats/types.ts';
import { RULE_KINDS, type RuleKind, WATCH_SPANS } from '../../../followstats/watches/rule.ts';
import { ACTIONS, VIEWS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { field, initial, option, plainText } from '../digests/digest-fields.ts';
import { accountsField, listsField, peopleField } from '../digests/what-fields.ts';
import { accountNames } from '../kit/account-names.ts';
import { type Sentence, toRichText } from '../kit/inline.ts';
import type { MessageBlock } from '../kit/reply.ts';

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

/** What a form carries beside its fields. It comes back with each change: nothing secret, and nothing that decides who may. */
export interface WatchFormContext {
  /** The watch that is edited, and who made it; `undefined` for a new one. */
  readonly edited: { readonly id: string; readonly ownerId: PersonId } | undefined;
  /** Where the form was asked for. */
  readonly channelId: ChannelId;
}

/** The form of a watch, filled; what the rule that is chosen doesn't need is kept for when another is. */
export function watchFormView(reader: Reader, form: WatchForm, { edited, channelId }: WatchFormContext): ModalView {
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
      channelField(reader, form),
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
      // Left empty it is a fault of this form, with a sentence of its own; Slack's would be in another language.
      return [field(WATCH_FIELDS.followers, number(form.followers, false), { ...fields.followers, optional: true })];
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

function channelField({ words }: Reader, { channelId }: WatchForm): KnownBlock {
  return field(
    WATCH_FIELDS.channel,
    {
      type: 'conversations_select',
      filter: { include: ['public', 'private', 'im'] },
      ...(channelId ? { initial_conversation: channelId } : { default_to_current_conversation: true }),
    },
    words.watchForm.fields.channel,
  );
}

/** Stands while the form is made: a form must open within three seconds of the command. */
export function loadingWatchView(reader: Reader): ModalView {
  return watchWordsView(reader, [toRichText([reader.words.digestForm.opening()])]);
}

/** A form's place filled with words instead. */
export function watchWordsView({ words }: Reader, blocks: readonly MessageBlock[]): ModalView {
  return {
    type: 'modal',
    title: plainText(words.watchForm.wordsTitle()),
    close: plainText(words.digestForm.close()),
    blocks: [...blocks],
  };
}

/** In the form's place once it is saved: for whom the rule is met already, so that it gets no alert now. */
export function metFromStartSentence(
  reader: Reader,
  kind: Extract<RuleKind, 'reaches' | 'falls-below' | 'disappears'>,
  accounts: readonly AccountId[],
): Sentence {
  return reader.words.watchForm.savedMet[kind]({ accounts: accountNames(reader, accounts) });
}
