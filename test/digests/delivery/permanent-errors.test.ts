import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codeOf,
  isPermanentError,
  isUnknownError,
  toFailReason,
  toRepeated,
} from '../../../src/digests/delivery/permanent-errors.ts';
import { isPause } from '../../../src/digests/delivery/run-rules.ts';
import { NEVER_PASS } from './never-pass.ts';

test.each(NEVER_PASS)('%s pauses a digest', (code) => {
  expect(isPermanentError(code)).toBe(true);
  expect(isPause(toFailReason(code))).toBe(true);
});

test.each(['ratelimited', 'internal_error', 'restricted_actions', 'toString', '', undefined])('%s does not', (code) => {
  expect(isPermanentError(code)).toBe(false);
  expect(isPause(toFailReason(code ?? ''))).toBe(false);
});

describe('any other code', () => {
  test('stays with the reason, and pauses only once it is repeated', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9_]{0,40}$/), (code) => {
        fc.pre(!isPermanentError(code));
        const reason = toFailReason(code);
        if (!isUnknownError(reason)) throw new Error(`${code} is known`);
        expect(codeOf(reason)).toBe(code);
        expect(codeOf(toRepeated(reason))).toBe(code);
        expect([isPause(reason), isPause(toRepeated(reason)), isUnknownError(toRepeated(reason))]).toEqual([
          false,
          true,
          false,
        ]);
      }),
    );
  });
});
