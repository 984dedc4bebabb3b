import { expect, test } from 'vitest';
import type { ErrorCode } from '../../../../src/errors.ts';
import { describeFailure } from '../../../../src/slack/blocks/kit/failure-text.ts';
import { CODES, toFailure, UNKNOWN_FROM_ACCOUNT } from '../../../../src/tencent/error-codes.ts';
import { readerOf } from '../../readers.ts';

const reader = readerOf();

/** `satisfies` keeps the list whole: a code that isn't here doesn't compile. */
const EVERY_CODE = Object.keys({
  missing_account: 0,
  rejected_account: 0,
  needs_admin: 0,
  upstream_refused: 0,
  throttled: 0,
  upstream_failed: 0,
  upstream_timeout: 0,
  upstream_unreachable: 0,
  upstream_status: 0,
  upstream_garbled: 0,
  upstream_changed: 0,
  incomplete_answer: 0,
  upstream_resting: 0,
  out_of_time: 0,
  store_unavailable: 0,
} satisfies Record<ErrorCode, 0>) as readonly ErrorCode[];

test.each(EVERY_CODE)('%s is written as a clause of what happened and a sentence of what to do', (code) => {
  const { what, fix } = describeFailure(reader, { code });
  expect(what).toMatch(/^\p{L}.*[^.]$/u);
  expect(fix).toMatch(/^\p{Lu}.*\.$/u);
});

test.each(Object.keys(CODES).map(Number))(
  'Chat’s code %i is written with its number, and fits the sentence it goes into',
  (code) => {
    const { what, fix } = describeFailure(reader, toFailure(code, ''));
    expect(what).toMatch(new RegExp(`^\\p{L}.* \\(${code}\\)$`, 'u'));
    expect(fix).toMatch(/^\p{Lu}.*\.$/u);
  },
);

test('a look-up that ran out of time says what stood in its way, and what helps against that', () => {
  expect(describeFailure(reader, { code: 'out_of_time', lastFailure: toFailure(60007, '') })).toEqual({
    what: 'Chat was asked too often (60007), until the time for this question ran out',
    fix: describeFailure(reader, toFailure(60007, '')).fix,
  });
});

test('a code no document lists comes with Chat’s own words, cleaned and cut', () => {
  const { what } = describeFailure(reader, toFailure(99999, `boom\n<!channel>\u202e${'x'.repeat(500)}`));
  expect(what).toMatch(/\(99999: “boom <!channel> x+…”\)$/);
  expect(what.length).toBeLessThan(250);
});

test.each([70003, 70004, 70005, 70006, 70007, 70008, 70009])('%i names the key that an admin has to check', (code) => {
  expect(toFailure(code, '').code).toBe('needs_admin');
  expect(describeFailure(reader, toFailure(code, '')).fix).toContain('TENCENT_SECRET_KEY');
});

test('30003 of the account in whose name is asked names the setting that an admin has to change', () => {
  const { what, fix } = describeFailure(reader, { code: 'needs_admin', upstream: UNKNOWN_FROM_ACCOUNT });
  expect(what).toBe('Chat does not know the account in whose name is asked (30003)');
  expect(fix).toContain('TENCENT_FROM_ACCOUNT');
});
