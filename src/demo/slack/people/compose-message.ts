import type { Block } from '../types.ts';
import { type Directory, escapeEntities, readTyped, type TypedToken } from './typed-tokens.ts';

/**
 * What Slack makes of a slash command's text when the command has `should_escape`: names that the directory knows become
 * `<@U…|name>`, `<!subteam^S…|@group>` and `<#C…|channel>` (without a label when the channel is private), e-mail
 * addresses, domains and URLs become links, and `&`, `<`, `>` become entities. Unknown names stay as they were typed.
 */
export function escapeTyped(text: string, directory: Directory): string {
  return readTyped(text, directory)
    .map((token) => (token.kind === 'user' ? `<@${token.id}|${token.label}>` : escapeToken(token)))
    .join('');
}

/** A message as Slack keeps it when a person typed `typed`. */
interface Composed {
  /** With markup for mentions (`<@U…>`, without a name) and links, and entities. */
  readonly text: string;
  /** One `rich_text` block, as its composer makes: mentions outside code, code, preformatted text, quotes, links. */
  readonly blocks: readonly Block[];
}

/** Inside `` `code` `` and ```` ```preformatted``` ```` nothing is a mention or a link. */
export function composeMessage(typed: string, directory: Directory): Composed {
  const parts = typed.split(/```\n?([^`][\s\S]*?)\n?```\n?/);
  const text = parts
    .map((part, index) =>
      index % 2 === 1 ? `\`\`\`${escapeEntities(part)}\`\`\`` : toInline(part, directory).map(toText).join(''),
    )
    .join('');
  const elements = parts.flatMap((part, index): readonly object[] =>
    index % 2 === 1
      ? [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: part }] }]
      : splitQuotes(part).map(({ type, lines }) => ({
          type,
          elements: toInline(lines.join('\n'), directory).map(toElement),
        })),
  );
  return { text, blocks: [{ type: 'rich_text', elements }] };
}

type Inline = TypedToken | { readonly kind: 'code'; readonly typed: string };

function toInline(text: string, directory: Directory): readonly Inline[] {
  return text
    .split(/`([^`\n]+)`/)
    .flatMap((part, index): readonly Inline[] =>
      index % 2 === 1 ? [{ kind: 'code', typed: part }] : readTyped(part, directory),
    );
}

interface Run {
  readonly type: 'rich_text_section' | 'rich_text_quote';
  readonly lines: string[];
}

/** Neighbouring lines of one kind, together. */
function splitQuotes(part: string): readonly Run[] {
  const runs: Run[] = [];
  for (const line of part.replace(/\n$/, '').split('\n')) {
    const quoted = /^> ?(.*)$/.exec(line)?.[1];
    const type = quoted === undefined ? 'rich_text_section' : 'rich_text_quote';
    const last = runs.at(-1);
    if (last?.type === type) last.lines.push(quoted ?? line);
    else runs.push({ type, lines: [quoted ?? line] });
  }
  return runs.filter(({ lines }) => lines.some((line) => line !== ''));
}

function toText(inline: Inline): string {
  if (inline.kind === 'code') return `\`${escapeEntities(inline.typed)}\``;
  return inline.kind === 'user' ? `<@${inline.id}>` : escapeToken(inline);
}

function toElement(inline: Inline): object {
  const { kind, typed } = inline;
  switch (kind) {
    case 'user':
      return { type: 'user', user_id: inline.id };
    case 'usergroup':
      return { type: 'usergroup', usergroup_id: inline.id };
    case 'channel':
      return { type: 'channel', channel_id: inline.id };
    case 'url':
      return { type: 'link', url: typed };
    case 'email':
      return { type: 'link', url: `mailto:${typed}`, text: typed };
    case 'domain':
      return { type: 'link', url: `http://${typed}`, text: typed };
    case 'code':
      return { type: 'text', text: typed, style: { code: true } };
    case 'text':
      return { type: 'text', text: typed };
  }
}

function escapeToken(token: TypedToken): string {
  const escaped = escapeEntities(token.typed);
  switch (token.kind) {
    case 'user':
      return `<@${token.id}>`;
    case 'usergroup':
      return `<!subteam^${token.id}|${token.label}>`;
    case 'channel':
      return `<#${token.id}|${token.label}>`;
    case 'url':
      return `<${escaped}>`;
    case 'email':
      return `<mailto:${escaped}|${escaped}>`;
    case 'domain':
      return `<http://${escaped}|${escaped}>`;
    case 'text':
      return escaped;
  }
}
