import { z } from 'zod';
import type { NoticeSubject } from '../../../followstats/homes.ts';
import type { Reader } from '../../words/reader.ts';
import { charactersIn } from '../kit/characters.ts';
import { plainBlock } from '../kit/plain-block.ts';
import type { MessageBlock, Reply } from '../kit/reply.ts';
import type { HomeContent } from './home-content.ts';
import { stateOf } from './notice-state.ts';

/** Blocks that a Home takes as a message does. */
const SHOWN: ReadonlySet<string> = new Set(['rich_text', 'section', 'context', 'actions']);
const MOST_BLOCKS = 8;
const MOST_CHARACTERS = 4000;
const MOST_ROWS = 2;

/** An answer as it stands on top of a Home: with its controls, and short, since what it is about stands below. */
export function noticeOf(reader: Reader, { text, renderings }: Reply): readonly MessageBlock[] {
  const fitting = renderings.find(
    (blocks) =>
      blocks.length <= MOST_BLOCKS &&
      blocks.every(({ type }) => SHOWN.has(type)) &&
      charactersIn(blocks) <= MOST_CHARACTERS,
  );
  if (fitting) return fitting;
  const rows = (renderings[0] ?? []).filter(({ type }) => type === 'actions');
  return [plainBlock(reader, text), ...rows.slice(-MOST_ROWS)];
}

/**
 * Writes a notice for the store, with the role of its reader and how what it is about stands.
 * @returns what `readNotice` reads back
 */
export function writeNotice(
  blocks: readonly MessageBlock[],
  content: HomeContent,
  about: readonly NoticeSubject[],
): string {
  const states =
    content.kind === 'whole' ? about.map((subject) => ({ subject, state: stateOf(content, subject) })) : [];
  return JSON.stringify({ role: roleIn(content), about: states, blocks });
}

const Subject: z.ZodType<NoticeSubject> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('digest'), id: z.string(), slot: z.number().optional() }),
  z.object({ kind: z.literal('watch'), id: z.string() }),
  z.object({ kind: z.literal('list'), name: z.string() }),
  z.object({ kind: z.literal('link'), personId: z.string() }),
  z.object({ kind: z.literal('rule'), subject: z.string() }),
]);
const Written = z.object({
  role: z.string().optional(),
  about: z.array(z.object({ subject: Subject, state: z.string().optional() })),
  blocks: z.array(z.looseObject({ type: z.string() })).max(MOST_BLOCKS),
});

/**
 * Reads a notice of the store, which another version may have written.
 * @param content what its reader may see now
 * @returns none for what can't be read, for another role, and once what it is about is different
 */
export function readNotice(text: string, content: HomeContent): readonly MessageBlock[] {
  const { data } = Written.safeParse(readJson(text));
  if (!data || data.role !== roleIn(content)) return [];
  const { about, blocks } = data;
  const isTrue =
    content.kind !== 'whole' ||
    about.every(({ subject, state }) => state !== undefined && state === stateOf(content, subject));
  return isTrue && blocks.every(({ type }) => SHOWN.has(type)) ? (blocks as unknown as readonly MessageBlock[]) : [];
}

const roleIn = (content: HomeContent) => (content.kind === 'denied' ? undefined : content.decision.role);

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
