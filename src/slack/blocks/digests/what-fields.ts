import type { KnownBlock } from '@slack/types';
import {
  type DigestForm,
  MOST_ACCOUNTS_TEXT,
  MOST_LISTS_CHOSEN,
  MOST_PEOPLE,
} from '../../../digests/form/digest-form.ts';
import { MOST_TITLE } from '../../../digests/form/typed-fields.ts';
import { readListName } from '../../../followstats/typed/list-name.ts';
import type { Reader } from '../../words/reader.ts';
import { type Sentence, toRichText } from '../kit/inline.ts';
import { chosen, FIELDS, field, initial, listOption, plainText } from './digest-fields.ts';

/** What the digest is about: title, place, and whose followers, of which each field alone may stay empty. */
export function whatFields(reader: Reader, form: DigestForm): readonly KnownBlock[] {
  return [
    titleField(reader, form),
    channelField(reader, form),
    toRichText([reader.words.digestForm.whose()]),
    listsField(reader, form),
    accountsField(reader, form),
    peopleField(reader, form),
  ];
}

function titleField({ words }: Reader, { title }: DigestForm): KnownBlock {
  return field(
    FIELDS.title,
    { type: 'plain_text_input', max_length: MOST_TITLE, ...initial(title) },
    words.digestForm.fields.title,
  );
}

function channelField({ words }: Reader, { channelId }: DigestForm): KnownBlock {
  return field(
    FIELDS.channel,
    {
      type: 'conversations_select',
      filter: { include: ['public', 'private', 'im'] },
      ...(channelId ? { initial_conversation: channelId } : { default_to_current_conversation: true }),
    },
    words.digestForm.fields.channel,
  );
}

/** Lists to choose from, of which the app suggests the options. @param own what another form's field is called, and its hint */
export function listsField(
  { words }: Reader,
  { lists }: Pick<DigestForm, 'lists'>,
  own: { readonly name?: string; readonly hint?: () => Sentence } = {},
): KnownBlock {
  const { placeholder, label, hint } = words.digestForm.fields.lists;
  const stands = { label, hint: own.hint ?? hint };
  return field(
    own.name ?? FIELDS.lists,
    {
      type: 'multi_external_select',
      placeholder: plainText(placeholder()),
      min_query_length: 0,
      max_selected_items: MOST_LISTS_CHOSEN,
      ...chosen(lists.flatMap((name) => readListName(name) ?? []).map(listOption)),
    },
    { ...stands, optional: true },
  );
}

/** UserIDs as they are typed. */
export function accountsField({ words }: Reader, { accounts }: Pick<DigestForm, 'accounts'>): KnownBlock {
  return field(
    FIELDS.accounts,
    { type: 'plain_text_input', multiline: true, max_length: MOST_ACCOUNTS_TEXT, ...initial(accounts) },
    { ...words.digestForm.fields.accounts, optional: true },
  );
}

/** People, who stand for their accounts. */
export function peopleField({ words }: Reader, { personIds }: Pick<DigestForm, 'personIds'>): KnownBlock {
  return field(
    FIELDS.people,
    {
      type: 'multi_users_select',
      max_selected_items: MOST_PEOPLE,
      ...(personIds.length > 0 && { initial_users: [...personIds] }),
    },
    { ...words.digestForm.fields.people, optional: true },
  );
}
