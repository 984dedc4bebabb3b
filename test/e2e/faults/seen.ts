import { CHANNELS, type World } from '../world.ts';

type Line = Record<string, unknown>;

const LEVELS: Readonly<Record<number, string>> = { 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' };
/** What says more of a line than its message. */
const FIELDS = ['error', 'state', 'outcome', 'reason', 'refusal', 'why', 'status', 'reasons', 'refusals'] as const;

/**
 * What a log tells beside everyday lines: everything from `warn` on, and of the rest what has a reason. In their order, each once.
 * @param lines JSON
 */
export function unusualLines(lines: readonly string[]): readonly string[] {
  const parsed = lines.map((line): Line => JSON.parse(line));
  return [...new Set(parsed.filter(isUnusual).map(toText))];
}

function isUnusual({ level, reason, why, failed, state }: Line): boolean {
  const isFailure = reason !== undefined || why !== undefined || Number(failed) > 0;
  return Number(level) >= 40 || (Number(level) === 30 && (isFailure || state === 'unknown' || state === 'failed'));
}

function toText(line: Line): string {
  const told = FIELDS.map((name) => line[name]).filter((value) => value !== undefined && String(value) !== '');
  const { message, code } = (line.err ?? {}) as { readonly message?: string; readonly code?: string };
  const details = [...new Set(told.map(String)), ...(message ? [code ? `${message} (${code})` : message] : [])].join(
    '; ',
  );
  return `log, ${LEVELS[Number(line.level)]}: ${line.msg}${details ? ` (${details})` : ''}`;
}

/** A text as its readers see it: with names in place of ids, and without Slack's escapes. */
export function asRead(text: string, { people, channels }: Pick<World['slack'], 'people' | 'channels'>): string {
  return (
    text
      .replaceAll(/<@(\w+)>/g, (_, id) => `@${people.find((person) => person.id === id)?.name ?? id}`)
      .replaceAll(/<#(\w+)>/g, (_, id) => `#${channels.find((channel) => channel.id === id)?.name ?? id}`)
      .replaceAll('&lt;', '‹')
      .replaceAll('&gt;', '›')
      .replaceAll('&amp;', '&')
      // Each reads it in their own zone.
      .replaceAll(/\b\d\d:\d\d\b/g, 'HH:MM')
  );
}

/** Everything of the app's that a person has before them in the channel, as they read it. */
export function shownIn(world: Pick<World, 'slack'>, personId: string, channelId: string = CHANNELS.community) {
  const messages = world.slack.messagesFor(personId, channelId);
  return messages
    .filter(({ authorId }) => authorId === world.slack.botUserId)
    .map(({ text }) => asRead(text, world.slack));
}

/** What the health pages say. */
export async function healthOf(url: string): Promise<string> {
  const [alive, ready] = await Promise.all(['/healthz', '/readyz'].map((path) => fetch(`${url}${path}`)));
  return `/healthz ${alive?.status}, /readyz ${ready?.status}`;
}
