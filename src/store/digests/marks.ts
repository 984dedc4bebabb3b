import { z } from 'zod';
import type { Mark, Marks } from '../../digests/types.ts';
import type { AccountId } from '../../followstats/types.ts';
import { readErrorCode } from '../known-words.ts';

/** Short, since every post keeps one for each of its accounts: counts and reference, or code and reference. */
const Kept = z.array(
  z.union([
    z.tuple([z.string(), z.number(), z.number(), z.number(), z.number()]),
    z.tuple([z.string(), z.string(), z.number().nullable()]),
  ]),
);
type Kept = z.infer<typeof Kept>;

export function writeMarks(marks: Marks): string {
  const kept: Kept = [...marks].map(([account, mark]) =>
    mark.kind === 'read'
      ? [account, mark.counts.followers, mark.counts.following, mark.counts.mutual, mark.reference]
      : [account, mark.code, mark.reference ?? null],
  );
  return JSON.stringify(kept);
}

/** @returns `undefined` when they are of another shape: a newer version wrote them, or somebody by hand */
export function readMarks(text: string): Marks | undefined {
  try {
    return new Map(Kept.parse(JSON.parse(text)).map((kept) => [kept[0] as AccountId, toMark(kept)]));
  } catch {
    return undefined;
  }
}

function toMark(kept: Kept[number]): Mark {
  if (kept.length === 3) {
    const [, code, reference] = kept;
    return { kind: 'unread', code: readErrorCode(code), reference: reference ?? undefined };
  }
  const [, followers, following, mutual, reference] = kept;
  return { kind: 'read', counts: { followers, following, mutual }, reference };
}
