import { expect, test } from 'vitest';
import { createTrace, type TraceLine } from './trace.ts';

const hashOf = (lines: readonly TraceLine[]) => {
  let at = 0;
  const trace = createTrace(() => at);
  for (const line of lines) {
    at = line.at;
    trace.note(line.who, line.what);
  }
  return trace.hash();
};
const LINES: readonly TraceLine[] = [
  { at: 1, who: 'r1.1', what: 'starts' },
  { at: 5, who: 'slack', what: 'answers' },
];

test('equal lines have an equal hash; a moment, a name or an order that differs changes it', () => {
  expect(hashOf(LINES)).toMatch(/^[0-9a-f]{16}$/);
  expect(hashOf(LINES)).toBe(hashOf([...LINES]));
  expect(hashOf(LINES)).not.toBe(hashOf(LINES.toReversed()));
  expect(hashOf(LINES)).not.toBe(hashOf(LINES.map((line) => ({ ...line, at: line.at + 1 }))));
  expect(hashOf(LINES)).not.toBe(hashOf(LINES.map((line) => ({ ...line, who: 'chat' }))));
});

test('the hash can be read while the trace goes on', () => {
  const trace = createTrace(() => 0);
  trace.note('a', 'one');
  const first = trace.hash();
  expect(trace.hash()).toBe(first);
  trace.note('a', 'two');
  expect(trace.hash()).not.toBe(first);
});

test('each line is told as it happens', () => {
  const lines: TraceLine[] = [];
  createTrace(
    () => 7,
    (line) => lines.push(line),
  ).note('r1.1', 'starts');
  expect(lines).toEqual([{ at: 7, who: 'r1.1', what: 'starts' }]);
});
