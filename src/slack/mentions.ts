import type { Reference, Who } from '../followstats/who.ts';

type Fields = Readonly<Record<string, unknown>>;

const PERSON_ID = /^[UW][A-Z0-9]+$/;
const GROUP_ID = /^S[A-Z0-9]+$/;
/** `<@U1>`, `<@U1|name>`, `<!subteam^S1>`, `<!subteam^S1|@group>`. Only the id counts: a label is anybody's words. */
const MARKUP = /<(?:@([UW][A-Z0-9]+)|!subteam\^(S[A-Z0-9]+))(?:\|[^<>]*)?>/g;
/** What stands in code is an example, not a mention. */
const CODE = /```[\s\S]*?```|`[^`\n]*`/g;
/** Where an attachment has marked-up text. */
const ATTACHMENT_TEXTS = ['pretext', 'text', 'fallback'] as const;

/**
 * Whom a message that a shortcut was chosen on is about: the people and user groups it mentions, in the order they stand
 * there, then the person who wrote it; each once. A bot is no person, so that its messages have no author here.
 */
export function readMentions(message: unknown): Who {
  if (!isObject(message)) return [];
  const { blocks, text, attachments, user, bot_id: botId } = message;
  // A person's text says the same as their rich text, but without telling what stood in code.
  const hasRichText = listOf(blocks).some((block) => isObject(block) && block.type === 'rich_text');
  const found = [
    ...inBlocks(blocks),
    ...(hasRichText ? [] : inText(text)),
    ...listOf(attachments).flatMap(inAttachment),
    ...(botId === undefined ? toPerson(user) : []),
  ];
  return [...new Map(found.map((reference) => [Object.values(reference).join(' '), reference])).values()];
}

/** Mentions in Block Kit, however deep: elements of rich text, and markup in objects of marked-up text. */
function inBlocks(value: unknown): readonly Reference[] {
  if (Array.isArray(value)) return value.flatMap(inBlocks);
  if (!isObject(value)) return [];
  const { type, style } = value;
  if (type === 'rich_text_preformatted' || (isObject(style) && style.code === true)) return [];
  if (type === 'user') return toPerson(value.user_id);
  if (type === 'usergroup') return toGroup(value.usergroup_id);
  if (type === 'mrkdwn' || type === 'markdown') return inText(value.text);
  return Object.values(value).flatMap(inBlocks);
}

/** Attachments are how apps framed text before blocks, and how Slack quotes a message in another. */
function inAttachment(attachment: unknown): readonly Reference[] {
  if (!isObject(attachment)) return [];
  const fields = listOf(attachment.fields).flatMap((field) => (isObject(field) ? inText(field.value) : []));
  const { blocks, message_blocks: quoted } = attachment;
  return [...ATTACHMENT_TEXTS.flatMap((name) => inText(attachment[name])), ...fields, ...inBlocks([blocks, quoted])];
}

function inText(text: unknown): readonly Reference[] {
  if (typeof text !== 'string') return [];
  return [...text.replace(CODE, ' ').matchAll(MARKUP)].flatMap(([, person, group]) =>
    person === undefined ? toGroup(group) : toPerson(person),
  );
}

function toPerson(id: unknown): readonly Reference[] {
  return typeof id === 'string' && PERSON_ID.test(id) ? [{ kind: 'person', personId: id }] : [];
}

function toGroup(id: unknown): readonly Reference[] {
  return typeof id === 'string' && GROUP_ID.test(id) ? [{ kind: 'group', groupId: id }] : [];
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
