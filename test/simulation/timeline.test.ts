import { expect, test } from 'vitest';
import { toLine } from './describe.ts';
import type { TraceLine } from './kernel/trace.ts';
import { createTimeline } from './timeline.ts';

const MINUTE_MS = 60_000;
const noise = (from: number, count: number): readonly TraceLine[] =>
  Array.from({ length: count }, (_, n) => ({ at: from + n, who: 'maya', what: `reads: ${n}` }));

function told(about: readonly string[], lines: readonly TraceLine[]): readonly (string | undefined)[] {
  const timeline = createTimeline(about);
  for (const line of lines) timeline.add(line);
  return timeline.lines().map((line) => line?.what);
}

test('it holds what names its subject, what happened right before that, and the last lines, in order', () => {
  const lines = [
    { at: 0, who: 'r1.1', what: 'is killed: at some moment' },
    { at: 5 * MINUTE_MS, who: 'store', what: 'run 1-70 new → due' },
    ...noise(5 * MINUTE_MS, 20),
    { at: 6 * MINUTE_MS, who: 'r2.1', what: 'is killed: post-done' },
    { at: 7 * MINUTE_MS, who: 'store', what: 'run 1-70 posting → unknown' },
    ...noise(8 * MINUTE_MS, 30),
  ];
  expect(told(['1-70'], lines)).toEqual([
    ...['run 1-70 new → due', 'is killed: post-done', 'run 1-70 posting → unknown'],
    ...Array.from({ length: 12 }, (_, n) => `reads: ${18 + n}`),
  ]);
});

test('a subject is found by its whole name, or as the one who acts', () => {
  const lines = ['digest 1', 'digest 12', 'the digest 1, again'].map((what, at) => ({ at, who: 'store', what }));
  const after = noise(10, 12);
  expect(told(['digest 1'], [...lines, ...after]).slice(0, -12)).toEqual(['digest 1', 'the digest 1, again']);
  const acts = [{ at: 0, who: 'r1.1', what: 'starts' }, ...after];
  expect(told(['r1.1'], acts).slice(0, -12)).toEqual(['starts']);
});

test('no line comes twice', () => {
  const lines = Array.from({ length: 20 }, (_, at) => ({ at, who: 'store', what: `run 1-70, ${at}` }));
  const all = told(['1-70'], lines);
  expect(all).toEqual(lines.map(({ what }) => what));
});

test('of very many lines the first and the last are shown, and that some are missing', () => {
  const lines = Array.from({ length: 500 }, (_, at) => ({ at, who: 'store', what: `run 1-70, ${at}` }));
  const all = told(['1-70'], lines);
  expect(all).toHaveLength(61);
  expect(all.slice(14, 17)).toEqual(['run 1-70, 14', undefined, 'run 1-70, 455']);
  expect(all.at(-1)).toBe('run 1-70, 499');
});

test('a line shows the day, the time, who and what', () => {
  const at = 12 * 86_400_000 + 3 * 3_600_000 + 4 * MINUTE_MS + 5678;
  expect(toLine({ at, who: 'r1.4', what: 'starts' })).toBe('  12d 03:04:05.678  r1.4     starts');
});
