import { cutText } from '../blocks/kit/cut-text.ts';
import { toText } from '../blocks/kit/inline.ts';
import { LIMITS } from '../blocks/kit/limits.ts';
import type { MessageBlock, Reply } from '../blocks/kit/reply.ts';
import type { Reader } from '../words/reader.ts';

/** One way to say a reply, each plainer than the one before. */
export type Step =
  | { readonly kind: 'blocks'; readonly blocks: readonly MessageBlock[] }
  | { readonly kind: 'text' }
  /** One sentence that says that the message itself was rejected. */
  | { readonly kind: 'last-word' };

/** All ways to say a reply, the richest first. @param hasLastWord whether a sentence may stand in this place that says that the message was rejected */
export function stepsOf({ renderings }: Reply, hasLastWord: boolean): readonly Step[] {
  return [
    ...renderings.map((blocks): Step => ({ kind: 'blocks', blocks })),
    { kind: 'text' },
    ...(hasLastWord ? [{ kind: 'last-word' } as const] : []),
  ];
}

/**
 * Drops steps where only so many messages can be sent: from the middle, since the next is wanted most and the plainest are
 * the safest. With fewer than three left the last word isn't kept either: another way may still carry the whole text.
 */
export function stepsWithin(steps: readonly Step[], most: number): readonly Step[] {
  if (steps.length <= most) return steps;
  const [next, ...later] = most < 3 ? steps.filter(({ kind }) => kind !== 'last-word') : steps;
  if (!next) return steps;
  return [next, ...later.slice(Math.max(0, later.length - Math.max(0, most - 1)))];
}

/**
 * The top-level text of a step.
 * @param isCut whether Slack found the whole text too long
 * @param reader in whose words is said what the message doesn't show; called only where that has to be said
 */
export async function textOf(
  reply: Reply,
  step: Step,
  { isCut, reference, reader }: { isCut: boolean; reference: string; reader: () => Promise<Reader> },
): Promise<string> {
  if (step.kind === 'last-word')
    return toText((await reader()).words.sending.rejected({ reference: { code: reference } }));
  return step.kind === 'text' || isCut ? shortText(reply, step.kind === 'text', reader) : reply.text;
}

async function shortText({ text, shorten }: Reply, isAlone: boolean, reader: () => Promise<Reader>): Promise<string> {
  if (text.length <= LIMITS.shortText) return text;
  if (shorten) return shorten(LIMITS.shortText, isAlone);
  const { moreLinesLeftOut, moreLinesInBlocks } = (await reader()).words.sending;
  return cutText(text, LIMITS.shortText, (lines) =>
    toText((isAlone ? moreLinesLeftOut : moreLinesInBlocks)({ lines })),
  );
}
