import type { Channel, Person, UserGroup } from '../types.ts';

/** Whose names can be mentioned. */
export interface Directory {
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  readonly userGroups: readonly UserGroup[];
}

/** A part of typed text, and what Slack makes of it. `typed` is the text as it was typed. */
export type TypedToken = { readonly typed: string } & (
  | { readonly kind: 'text' | 'url' | 'email' | 'domain' }
  | { readonly kind: 'user' | 'usergroup' | 'channel'; readonly id: string; readonly label: string }
);

type Mention = Extract<TypedToken, { readonly id: string }>;

/** A name ends where the next character could not belong to it: `@ana.` names ana, `@ana.b` and `@anabel` don't. */
const NAME_END = String.raw`(?![\p{L}\p{N}_@-]|\.[\p{L}\p{N}])`;
/** Nothing starts in the middle of a word, so `my@name` is no mention and `@shop.com` stays a name. */
const START = String.raw`(?<![\p{L}\p{N}_.@#/+-])`;
const URL_LIKE = String.raw`https?:\/\/[^\s<>|"]*[^\s<>|"'.,;:!?)\]]`;
const HOST = String.raw`(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+`;
const EMAIL_LIKE = String.raw`[\w.+-]+@${HOST}[a-z]{2,}${NAME_END}`;
/** Slack links a bare domain only when its ending is a real one; these are the common ones. */
const ENDINGS = 'com|org|net|edu|gov|io|dev|app|ai|co|me|info|cn|de|fr|hk|in|jp|kr|sg|tw|uk|us|eu';
const DOMAIN_LIKE = String.raw`${HOST}(?:${ENDINGS})${NAME_END}(?:\/[^\s<>|"]*[^\s<>|"'.,;:!?)\]])?`;

/** Cuts a typed text into tokens. Names that the directory doesn't know are text. The `typed` of all, joined, is `text`. */
export function readTyped(text: string, directory: Directory): readonly TypedToken[] {
  const mentions = mentionsOf(directory);
  // Longest first: with both `ops` and `ops-night` about, `@ops-night` means the second.
  const names = [...mentions.keys()].toSorted((a, b) => b.length - a.length).map((name) => RegExp.escape(name));
  const mention = names.length > 0 ? `(?:${names.join('|')})${NAME_END}` : '(?!)';
  const special = new RegExp(
    `${START}(?:(?<mention>${mention})|(?<url>${URL_LIKE})|(?<email>${EMAIL_LIKE})|(?<domain>${DOMAIN_LIKE}))`,
    'giu',
  );

  const tokens: TypedToken[] = [];
  let end = 0;
  const addText = (until: number): void => {
    if (until > end) tokens.push({ kind: 'text', typed: text.slice(end, until) });
  };
  for (const match of text.matchAll(special)) {
    addText(match.index);
    const [typed] = match;
    const known = match.groups?.mention === undefined ? undefined : mentions.get(typed.toLowerCase());
    tokens.push(known ? { ...known, typed } : { kind: kindOf(match.groups), typed });
    end = match.index + typed.length;
  }
  addText(text.length);
  return tokens;
}

export function escapeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function kindOf(groups: Readonly<Record<string, string | undefined>> = {}): 'text' | 'url' | 'email' | 'domain' {
  if (groups.url !== undefined) return 'url';
  if (groups.email !== undefined) return 'email';
  return groups.domain === undefined ? 'text' : 'domain';
}

/** From what is typed, in lower case as all names in Slack are, to what it means. A person wins over a group of the same name. */
function mentionsOf({ people, channels, userGroups }: Directory): ReadonlyMap<string, Omit<Mention, 'typed'>> {
  const rooms = channels.filter(({ id }) => !id.startsWith('D'));
  const all: readonly (readonly [string, Omit<Mention, 'typed'>])[] = [
    ...rooms.map(
      ({ id, name, isPrivate }) => [`#${name}`, { kind: 'channel', id, label: isPrivate ? '' : name }] as const,
    ),
    ...userGroups.map(({ id, handle }) => [`@${handle}`, { kind: 'usergroup', id, label: `@${handle}` }] as const),
    ...people.map(({ id, name }) => [`@${name}`, { kind: 'user', id, label: name }] as const),
  ];
  return new Map(all.map(([typed, mention]) => [typed.toLowerCase(), mention]));
}
