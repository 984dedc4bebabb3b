import type { Channel, Person, UserGroup } from './types.ts';

/** Whose names can be mentioned. */
export interface Directory {
  readonly people: readonly Person[];
  readonly channels: readonly Channel[];
  readonly userGroups: readonly UserGroup[];
}

/** A name ends where the next character could not belong to it: `@ana.` names ana, `@ana.b` and `@anabel` don't. */
const NAME_END = String.raw`(?![\p{L}\p{N}_@-]|\.[\p{L}\p{N}])`;
/** Nothing starts in the middle of a word, so `my@name` mentions nobody and `@shop.com` stays a name. */
const START = String.raw`(?<![\p{L}\p{N}_.@#/+-])`;
const URL_LIKE = String.raw`https?:\/\/[^\s<>|"]*[^\s<>|"'.,;:!?)\]]`;
const HOST = String.raw`(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+`;
const EMAIL_LIKE = String.raw`[\w.+-]+@${HOST}[a-z]{2,}${NAME_END}`;
/** Slack links a bare domain only when its ending is a real one; these are the common ones. */
const ENDINGS = 'com|org|net|edu|gov|io|dev|app|ai|co|me|info|cn|de|fr|hk|in|jp|kr|sg|tw|uk|us|eu';
const DOMAIN_LIKE = String.raw`${HOST}(?:${ENDINGS})${NAME_END}(?:\/[^\s<>|"]*[^\s<>|"'.,;:!?)\]])?`;

/**
 * What Slack makes of a slash command's text when the command has `should_escape`: names that the directory knows become
 * `<@U…|name>`, `<!subteam^S…|@group>` and `<#C…|channel>` (without a label when the channel is private), e-mail
 * addresses, domains and URLs become links, and `&`, `<`, `>` become entities. Unknown names stay as they were typed.
 */
export function escapeTyped(text: string, directory: Directory): string {
  const mentions = mentionsOf(directory);
  // Longest first: with both `ops` and `ops-night` about, `@ops-night` means the second.
  const names = [...mentions.keys()].toSorted((a, b) => b.length - a.length).map((name) => RegExp.escape(name));
  const mention = names.length > 0 ? `(?:${names.join('|')})${NAME_END}` : '(?!)';

  const special = new RegExp(
    `${START}(?:(?<mention>${mention})|(?<url>${URL_LIKE})|(?<email>${EMAIL_LIKE})|(?<domain>${DOMAIN_LIKE}))|[&<>]`,
    'giu',
  );
  return text.replace(special, (match: string, ...rest: readonly unknown[]) => {
    const found = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    if (found.mention !== undefined) return mentions.get(match.toLowerCase()) ?? match;
    const escaped = escapeEntities(match);
    if (found.url !== undefined) return `<${escaped}>`;
    if (found.email !== undefined) return `<mailto:${escaped}|${escaped}>`;
    if (found.domain !== undefined) return `<http://${escaped}|${escaped}>`;
    return escaped;
  });
}

/** From what is typed, in lower case as all names in Slack are, to what is sent. A person wins over a group of the same name. */
function mentionsOf({ people, channels, userGroups }: Directory): ReadonlyMap<string, string> {
  const rooms = channels.filter(({ id }) => !id.startsWith('D'));
  return new Map(
    [
      ...rooms.map(({ id, name, isPrivate }) => [`#${name}`, `<#${id}|${isPrivate ? '' : name}>`] as const),
      ...userGroups.map(({ id, handle }) => [`@${handle}`, `<!subteam^${id}|@${handle}>`] as const),
      ...people.map(({ id, name }) => [`@${name}`, `<@${id}|${name}>`] as const),
    ].map(([typed, sent]) => [typed.toLowerCase(), sent] as const),
  );
}

function escapeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
