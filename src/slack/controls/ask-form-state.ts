import { z } from 'zod';
import { ROLES } from '../../followstats/access/rules.ts';
import { writeAccounts } from '../../followstats/typed/who.ts';
import { escapeTyped, readWords } from '../../followstats/typed/words.ts';
import type { AccountId } from '../../followstats/types.ts';
import { ASK_FIELDS, ASKED, type AskField, type AskPlace } from '../blocks/asks/ask-view.ts';
import { type Ask, readAsk } from '../blocks/kit/ask.ts';

/** The part of a view in Slack's payloads that a form is read from. */
interface AskPayload {
  readonly private_metadata: string;
  readonly state: { readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
}

/** Written by `askView`. */
const Carried = z.object({ ask: z.string(), channelId: z.string(), threadTs: z.string().optional() });
/** What Slack says of a field: text, a person, or what was chosen. Nothing entered is `null` or not there at all. */
const Held = z.object({
  value: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

/**
 * Which form it is, and where it was asked for: all that has to be known before it is known who may use it.
 * @returns `undefined` for a form of another version
 */
export function readAskOrigin(metadata: string): ({ readonly ask: Ask } & AskPlace) | undefined {
  const { data } = Carried.safeParse(readJson(metadata));
  const ask = data && readAsk(data.ask);
  return data && ask && { ...data, ask };
}

/** The command that a filled form stands for, as it would be typed, in the form in which Slack delivers that. */
export function writeAsked(ask: Ask, { state }: AskPayload): string {
  const held = (field: AskField): string => {
    const name = ASK_FIELDS[field];
    const { data } = Held.safeParse(state.values[name]?.[name]);
    return (data?.selected_user ?? data?.selected_option?.value ?? data?.value ?? '').trim();
  };
  const words = ASKED[ask.asks].map((field) => WRITE[field](held(field)));
  return [beginningOf(ask), ...words].filter(Boolean).join(' ');
}

function beginningOf(ask: Ask): string {
  switch (ask.asks) {
    case 'lookup':
      return 'lookup';
    case 'link':
      return 'link';
    case 'allow':
      return 'allow';
    case 'link-person':
      return `link <@${ask.personId}>`;
    case 'list-create':
      return 'list create';
    case 'list-add':
      return `list add ${ask.name}`;
    case 'list-remove':
      return `list remove ${ask.name}`;
    case 'list-fill':
      return `list create ${ask.name}`;
  }
}

const WRITE: Readonly<Record<AskField, (text: string) => string>> = {
  person: (id) => (/^[UW][A-Z0-9]+$/.test(id) ? `<@${id}>` : ''),
  account: asOneWord,
  name: (text) => asOneWord(text) || NO_NAME,
  accounts: escapeTyped,
  role: (text) => ROLES.find((role) => role === text) ?? '',
};

/** A name of which nothing can be seen is an empty word: left out, the next field's first word would be taken for the name. */
const NO_NAME = '""';

/** A field for one thing: what is typed there is one word, whatever stands in it; '' where nothing of it can be seen. */
function asOneWord(text: string): string {
  const words = readWords(escapeTyped(text));
  if ('kind' in words || words.length === 1) return escapeTyped(text);
  return words.length === 0 ? '' : writeAccounts([text as AccountId]);
}

/** @returns `undefined` for what is no JSON */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
