import { cutText } from '../blocks/kit/cut-text.ts';
import { toText } from '../blocks/kit/inline.ts';
import { LIMITS } from '../blocks/kit/limits.ts';
import type { MessageBlock, Reply } from '../blocks/kit/reply.ts';

/** One way to say a reply, each plainer than the one before. */
export type Step =
  | { readonly kind: 'blocks'; readonly blocks: readonly MessageBlock[] }
  | { readonly kind: 'text' }
  /** One sentence that says that the message itself was refused. */
  | { readonly kind: 'last-word' };

/** All ways to say a reply, the richest first. @param hasLastWord whether the reader may be told of the refusal in this place */
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

/** The top-level text of a step. @param isCut whether Slack found the whole text too long */
export function textOf(reply: Reply, step: Step, isCut: boolean, reference: string): string {
  if (step.kind === 'last-word') return lastWord(reference);
  return step.kind === 'text' || isCut ? shortText(reply, step.kind === 'text') : reply.text;
}

function shortText({ text, shorten }: Reply, isAlone: boolean): string {
  if (text.length <= LIMITS.shortText) return text;
  if (shorten) return shorten(LIMITS.shortText, isAlone);
  return cutText(text, LIMITS.shortText, (lines) =>
    isAlone
      ? `… and ${lines} more lines, which Slack doesn’t take here.`
      : `… and ${lines} more lines; the message itself shows more.`,
  );
}

function lastWord(reference: string): string {
  return toText([
    'Slack refused to show what followstats has to say here. An admin finds the reason in the log, under the reference ',
    { code: reference },
    '.',
  ]);
}
