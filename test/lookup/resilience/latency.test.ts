import { expect, test } from 'vitest';
import { createLatency } from '../../../src/lookup/resilience/latency.ts';

function latencyAfter(answers: Iterable<number>) {
  const latency = createLatency();
  for (const ms of answers) latency.add(ms);
  return latency.usual();
}

const times = (count: number, ms: number) => Array.from({ length: count }, () => ms);

test('too few answers tell nothing of what is usual', () => {
  expect(latencyAfter([])).toBeUndefined();
  expect(latencyAfter(times(15, 30))).toBeUndefined();
  expect(latencyAfter(times(16, 30))).toBe(30);
});

test('what 95 of 100 answers stay under is usual, and a few slow ones do not change it', () => {
  const answers = Array.from({ length: 128 }, (_, n) => n + 1);
  expect(latencyAfter(answers)).toBe(122);
  expect(latencyAfter([...times(122, 30), ...times(6, 5000)])).toBe(30);
  expect(latencyAfter([...times(120, 30), ...times(8, 5000)])).toBe(5000);
});

test('only the last 128 answers count: a host that became slow is not late for ever, nor one that became fast', () => {
  expect(latencyAfter([...times(500, 30), ...times(128, 300)])).toBe(300);
  expect(latencyAfter([...times(500, 300), ...times(128, 30)])).toBe(30);
});
