import type { InputBlock, ModalView, PlainTextElement, PlainTextOption } from '@slack/types';
import { ROLES, type Role } from '../../../followstats/access/rules.ts';
import type { ChannelId } from '../../../followstats/ids.ts';
import { writeAccount } from '../../../followstats/typed/who.ts';
import { readWords, type Word } from '../../../followstats/typed/words.ts';
import { VIEWS } from '../../names.ts';
import type { Reader } from '../../words/reader.ts';
import { type Ask, writeAsk } from '../kit/ask.ts';
import { type Sentence, toPlain, toRichText } from '../kit/inline.ts';
import { plainBlock } from '../kit/plain-block.ts';
import type { MessageBlock, Reply } from '../kit/reply.ts';
import { wordsView } from '../kit/words-view.ts';

/** The fields of such forms: states and errors name them so. */
export const ASK_FIELDS = {
  person: 'ask_person',
  account: 'ask_account',
  name: 'ask_name',
  accounts: 'ask_accounts',
  role: 'ask_role',
} as const;

/** One of `ASK_FIELDS`. */
export type AskField = keyof typeof ASK_FIELDS;

/** What each form asks for, in the order in which the command takes it. */
export const ASKED: Readonly<Record<Ask['asks'], readonly AskField[]>> = {
  lookup: ['accounts'],
  link: ['person', 'account'],
  'link-person': ['account'],
  'list-create': ['name', 'accounts'],
  'list-add': ['accounts'],
  'list-remove': ['accounts'],
  'list-fill': ['accounts'],
  allow: ['person', 'role'],
};

/** Fields that may be left empty: a list may be made without accounts. */
const OPTIONAL: Readonly<Partial<Record<Ask['asks'], AskField>>> = {
  'list-create': 'accounts',
  'list-fill': 'accounts',
};

/** Where a form was asked for. */
export interface AskPlace {
  /** '' where that is no conversation. */
  readonly channelId: ChannelId;
  /** The thread, where it was one. */
  readonly threadTs?: string | undefined;
}

/** The form. It carries what it is about and where it was asked for: nothing secret, and nothing that decides who may. */
export function askView(reader: Reader, ask: Ask, { channelId, threadTs }: AskPlace): ModalView {
  const { titles, submit, cancel } = reader.words.asks;
  const about = aboutOf(reader, ask);
  return {
    type: 'modal',
    callback_id: VIEWS.ask,
    title: plain(titles[ask.asks]()),
    submit: plain(submit[ask.asks]()),
    close: plain(cancel()),
    private_metadata: JSON.stringify({ ask: writeAsk(withoutAccounts(ask)), channelId, threadTs }),
    blocks: [...(about ? [toRichText([about])] : []), ...ASKED[ask.asks].map((name) => field(reader, ask, name))],
  };
}

/** Stands while it is found out whether the form may be used, and while its answer is made. */
export function waitingView(reader: Reader, ask: Ask): ModalView {
  return endView(reader, ask, [toRichText([reader.words.asks.working()])]);
}

/** What a form came to, in its place. */
export function endView({ words: { asks, kit } }: Reader, ask: Ask, blocks: readonly MessageBlock[]): ModalView {
  return wordsView({ title: asks.titles[ask.asks](), close: kit.views.close() }, blocks);
}

/** Blocks that a view takes. Controls aren't among them: a view's have no message that an answer could take the place of. */
const SHOWN: ReadonlySet<string> = new Set(['rich_text', 'section', 'context', 'header', 'divider']);

/** The richest rendering of an answer that a view takes as it is, without its controls. */
export function blocksForView(reader: Reader, { text, renderings }: Reply): readonly MessageBlock[] {
  const withoutControls = renderings.map((blocks) => blocks.filter(({ type }) => type !== 'actions'));
  const fitting = withoutControls.find((blocks) => blocks.every(({ type }) => SHOWN.has(type)));
  return fitting?.map(withoutAccessory) ?? [plainBlock(reader, text)];
}

/** An answer as a view takes it: without its controls. */
export function replyForView(reader: Reader, reply: Reply): Reply {
  return { ...reply, renderings: [blocksForView(reader, reply)] };
}

function withoutAccessory(block: MessageBlock): MessageBlock {
  if (block.type !== 'section' || !('accessory' in block)) return block;
  const { accessory: _, ...rest } = block;
  return rest;
}

function aboutOf({ words: { asks } }: Reader, ask: Ask): Sentence | undefined {
  if (ask.asks === 'link-person') return asks.about.person({ person: { personId: ask.personId } });
  if (!('name' in ask)) return undefined;
  const say = ask.asks === 'list-remove' ? asks.about.listToShorten : asks.about.list;
  return say({ list: { code: `list:${ask.name}` } });
}

/** The field has them; what a form carries is short. */
function withoutAccounts(ask: Ask): Ask {
  return ask.asks === 'list-fill' ? { asks: ask.asks, name: ask.name } : ask;
}

/** What stands in a field when the form opens; a text that can't be read is left out. */
function enteredIn(ask: Ask): string | undefined {
  if (ask.asks !== 'list-fill' || ask.accounts === undefined) return undefined;
  const words = readWords(ask.accounts);
  const texts = 'kind' in words ? [] : words.flatMap((word) => (word.kind === 'text' ? [writeText(word)] : []));
  return texts.join(' ') || undefined;
}

/** A word as a person types it into a field: nothing is escaped there. */
const writeText = ({ text, quoted }: Extract<Word, { kind: 'text' }>): string => (quoted ? writeAccount(text) : text);

function field(reader: Reader, ask: Ask, name: AskField): InputBlock {
  const { asks } = reader.words;
  const hint = name === 'person' || name === 'role' ? undefined : asks.fields[HINTS[name]];
  return {
    type: 'input',
    block_id: ASK_FIELDS[name],
    label: plain(asks.fields[name]()),
    element: elementOf(reader, ask, name),
    ...(hint && { hint: plain(hint()) }),
    ...(OPTIONAL[ask.asks] === name && { optional: true }),
  };
}

const HINTS = { account: 'accountHint', name: 'nameHint', accounts: 'accountsHint' } as const;

function elementOf(reader: Reader, ask: Ask, name: AskField): InputBlock['element'] {
  const action_id = ASK_FIELDS[name];
  const known: Pick<Extract<Ask, { asks: 'allow' }>, 'personId' | 'role'> = ask.asks === 'allow' ? ask : {};
  if (name === 'person') {
    return { type: 'users_select', action_id, ...(known.personId && { initial_user: known.personId }) };
  }
  if (name === 'role') {
    const initial = roleOption(reader, known.role ?? 'viewer');
    return {
      type: 'static_select',
      action_id,
      options: ROLES.map((role) => roleOption(reader, role)),
      initial_option: initial,
    };
  }
  if (name !== 'accounts') return { type: 'plain_text_input', action_id };
  const entered = enteredIn(ask);
  return {
    type: 'plain_text_input',
    action_id,
    multiline: true,
    ...(entered !== undefined && { initial_value: entered }),
  };
}

const roleOption = ({ words: { asks } }: Reader, role: Role): PlainTextOption => ({
  text: plain(asks.roles[role]()),
  value: role,
});

const plain = (sentence: Sentence): PlainTextElement => ({ type: 'plain_text', text: toPlain(sentence) });
