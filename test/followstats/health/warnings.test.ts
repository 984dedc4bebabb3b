import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWarnings, type Warning, writeWarnings } from '../../../src/followstats/health/warnings.ts';

const WARNINGS: readonly Warning[] = [
  { kind: 'slack-scopes', health: 'fail', scopes: ['users:read'] },
  { kind: 'slack-clock', health: 'warn', aheadMs: -31_000 },
  { kind: 'chat-clock', health: 'warn', aheadMs: 61_000 },
  { kind: 'store-space', health: 'fail', freeBytes: 5 },
  { kind: 'digests', health: 'warn', count: 2, lateMs: 900_000 },
];

test('what was written is read again', () => {
  expect(readWarnings(writeWarnings(WARNINGS))).toEqual(WARNINGS);
  expect(readWarnings(undefined)).toEqual([]);
});

test('what another version wrote is read as far as this one knows it', () => {
  const others = [
    { kind: 'moon', health: 'warn' },
    { kind: 'digests', health: 'grave', count: 1, lateMs: 1 },
    { kind: 'slack-scopes', health: 'warn', scopes: 'users:read' },
    { kind: 'store-space', health: 'warn', freeBytes: '5' },
    null,
    'x',
  ];
  expect(readWarnings(JSON.stringify([...others, ...WARNINGS]))).toEqual(WARNINGS);
});

test('nothing that may stand there makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(Array.isArray(readWarnings(text))).toBe(true);
    }),
  );
});
