import { dropUnseen } from '../../followstats/typed/unseen.ts';
import type { Reference, Who } from '../../followstats/typed/who.ts';

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
 * The most of one message that is read, counted in values and in characters of marked-up text: ten times what Slack's
 * longest message (40,000 characters) comes to. Only a made-up message has more.
 */
const MOST_READ = 400_000;

/** A piece of a message that is still to be read, and what it is. */
interface Part {
  readonly kind: 'text' | 'blocks' | 'attachment';
  readonly value: unknown;
}

/**
 * Whom a message that a shortcut was chosen on is about: the people and user groups it mentions, in the order they stand
 * there, then the person who wrote it; each once. A bot is no person, so that its messages have no author here. Takes time
 * in proportion to the message's size, however deep its blocks are.
 * @returns `too-large` when there is more in it than is read
 */
export function readMentions(message: unknown): Who | 'too-large' {
  if (!isObject(message)) return [];
  const { user, bot_id: botId } = message;
  const found: Reference[] = [];
  const waiting = partsOf(message).toReversed();
  let left = MOST_READ - waiting.length;
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (part.kind === 'text') {
      left -= typeof part.value === 'string' ? part.value.length : 0;
      if (left >= 0) for (const one of inText(part.value)) found.push(one);
    } else {
      const read =
        part.kind === 'blocks' ? readBlocks(part.value) : { found: [], inner: partsOfAttachment(part.value) };
      left -= read.inner.length;
      if (left >= 0) for (const inner of read.inner.toReversed()) waiting.push(inner);
      found.push(...read.found);
    }
    if (left < 0) return 'too-large';
  }
  if (botId === undefined) found.push(...toPerson(user));
  return [...new Map(found.map((reference) => [Object.values(reference).join(' '), reference])).values()];
}

function partsOf({ blocks, text, attachments }: Fields): readonly Part[] {
  // A person's text says the same as their rich text, but not what stood in code.
  const hasRichText = listOf(blocks).some((block) => isObject(block) && block.type === 'rich_text');
  return [
    { kind: 'blocks', value: blocks },
    ...(hasRichText ? [] : [{ kind: 'text', value: text } as const]),
    ...listOf(attachments).map((value) => ({ kind: 'attachment', value }) as const),
  ];
}

interface Read {
  readonly found: readonly Reference[];
  readonly inner: readonly Part[];
}

/** One value of Block Kit: an element of rich text, an object of marked-up text, or what such things stand in. */
function readBlocks(value: unknown): Read {
  if (Array.isArray(value)) return { found: [], inner: value.map(toBlocks) };
  if (!isObject(value)) return NOTHING;
  const { type, style } = value;
  if (type === 'rich_text_preformatted' || (isObject(style) && style.code === true)) return NOTHING;
  if (type === 'user') return { found: toPerson(value.user_id), inner: [] };
  if (type === 'usergroup') return { found: toGroup(value.usergroup_id), inner: [] };
  if (type === 'mrkdwn' || type === 'markdown') return { found: [], inner: [{ kind: 'text', value: value.text }] };
  return { found: [], inner: Object.values(value).map(toBlocks) };
}

const NOTHING: Read = { found: [], inner: [] };
const toBlocks = (value: unknown): Part => ({ kind: 'blocks', value });

/** Attachments are how apps framed text before blocks, and how Slack quotes a message in another. */
function partsOfAttachment(attachment: unknown): readonly Part[] {
  if (!isObject(attachment)) return [];
  const { fields, blocks, message_blocks: quoted } = attachment;
  const texts = [
    ...ATTACHMENT_TEXTS.map((name) => attachment[name]),
    ...listOf(fields).map((field) => (isObject(field) ? field.value : undefined)),
  ];
  return [...texts.map((value) => ({ kind: 'text', value }) as const), toBlocks(blocks), toBlocks(quoted)];
}

function inText(text: unknown): readonly Reference[] {
  if (typeof text !== 'string') return [];
  return [...dropUnseen(text).replace(CODE, ' ').matchAll(MARKUP)].flatMap(([, person, group]) =>
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
