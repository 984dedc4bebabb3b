import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { outcomeOfCode, outcomeOfError } from '../../src/tencent/call-outcome.ts';
import { CODES } from '../../src/tencent/error-codes.ts';

test('each code of the documents is an outcome of its own, and all others are one', () => {
  expect(outcomeOfCode(0)).toBe('ok');
  for (const code of Object.keys(CODES)) expect(outcomeOfCode(Number(code))).toBe(`code_${code}`);
  fc.assert(
    fc.property(fc.integer(), (code) => {
      if (code !== 0 && !Object.hasOwn(CODES, code)) expect(outcomeOfCode(code)).toBe('code_other');
    }),
  );
});

test.each([
  ['upstream_timeout', undefined, 'timeout'],
  ['upstream_unreachable', undefined, 'unreachable'],
  ['upstream_garbled', 200, 'garbled'],
  ['upstream_changed', 200, 'changed'],
  ['upstream_status', 502, 'status_502'],
  ['upstream_status', 99, 'status_other'],
  ['upstream_status', undefined, 'status_other'],
] as const)('%s with status %s ends as %s', (code, status, outcome) => {
  expect(outcomeOfError(new AppError(code, 'what was attempted'), status)).toBe(outcome);
});

test('a bug ends as broken', () => {
  expect(outcomeOfError(new TypeError('x'), 200)).toBe('broken');
});
