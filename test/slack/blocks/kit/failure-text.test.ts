import { describe, expect, test } from 'vitest';
import type { ErrorCode, Failure } from '../../../../src/errors.ts';
import { describeFailure, failureSentence } from '../../../../src/slack/blocks/kit/failure-text.ts';
import { toText } from '../../../../src/slack/blocks/kit/inline.ts';
import { type Reader, withAudience } from '../../../../src/slack/words/reader.ts';
import { CODES, toFailure, UNKNOWN_FROM_ACCOUNT } from '../../../../src/tencent/error-codes.ts';
import { readerOf } from '../../readers.ts';

const people = withAudience(readerOf(), { role: 'viewer', admins: ['U9'] });
const admin = withAudience(readerOf(), { role: 'admin', admins: ['U9'] });

/** What only those who run the app can do anything about. */
const OPERATORS = /[A-Z]+_[A-Z_]+|SDKAppID|console|clock|proxy|identifier|signature|scope|\blog\b/;

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
  busy: 0,
  out_of_time: 0,
  store_unavailable: 0,
} satisfies Record<ErrorCode, 0>) as readonly ErrorCode[];

function wordsOf(reader: Reader, failure: Failure) {
  const { what, fix, code } = describeFailure(reader, failure);
  return { what: toText(what), fix: toText(fix), code: code && toText([code]) };
}

/** Whole sentences, of which none is said twice. */
function expectSentences(...texts: readonly string[]): void {
  const all = texts.flatMap((text) => text.split(/(?<=[.?!])\s+/));
  for (const sentence of all) expect(sentence).toMatch(/^(\p{Lu}|followstats).*[.:”]$/u);
  expect(new Set(all).size).toBe(all.length);
}

describe.each([
  ['anybody', people],
  ['an admin', admin],
])('to %s', (_, reader) => {
  test.each(EVERY_CODE)('%s is told in whole sentences: what happened, and what to do', (code) => {
    const { what, fix } = wordsOf(reader, { code });
    expectSentences(what, fix);
  });

  test.each(Object.keys(CODES).map(Number))('Chat’s code %i is told so, too, and stands beside it once', (given) => {
    const { what, fix, code } = wordsOf(reader, toFailure(given, ''));
    expectSentences(what, fix);
    expect(code).toBe(`${given}`);
    expect(`${what} ${fix}`).not.toContain(`${given}`);
    expect(toText(failureSentence(reader, toFailure(given, '')))).toBe(`${what} ${fix} ${given}`);
  });
});

test.each([
  ...EVERY_CODE.map((code): Failure => ({ code })),
  ...Object.keys(CODES).map((code) => toFailure(Number(code), '')),
])('who doesn’t run the app reads of nothing that only those can change: %j', (failure) => {
  const { what, fix } = wordsOf(people, failure);
  expect(`${what} ${fix}`).not.toMatch(OPERATORS);
});

test('that the app leaves Chat alone for a while is for admins; others read that Chat can’t be reached', () => {
  expect(wordsOf(people, { code: 'upstream_resting' })).toEqual(wordsOf(people, { code: 'upstream_unreachable' }));
  expect(wordsOf(admin, { code: 'upstream_resting' }).what).toBe(
    'Chat hasn’t been answering, so followstats waits a little before it asks again.',
  );
});

test('who can help is named, and where no one may be named it is the people who run the app', () => {
  const { fix } = wordsOf(people, toFailure(60007, ''));
  expect(fix).toBe('Try again in a minute, or tell <@U9>.');
  expect(wordsOf(readerOf(), toFailure(60007, '')).fix).toMatch(/tell the people who run followstats\.$/);
});

test('an account that isn’t in Chat: people check what they typed, admins may import it', () => {
  const failure = toFailure(30003, '');
  expect(wordsOf(people, failure)).toEqual({
    what: 'Chat doesn’t know this account.',
    fix: 'Check the spelling and case.',
    code: '30003',
  });
  expect(wordsOf(admin, failure).fix).toBe('If the spelling is right, import it into Chat.');
});

test('a look-up that ran out of time says what stood in its way, and what helps against that', () => {
  const failure: Failure = { code: 'out_of_time', lastFailure: toFailure(60007, '') };
  expect(wordsOf(people, failure)).toEqual(wordsOf(people, toFailure(60007, '')));
});

test('a code no document lists comes with Chat’s own words for admins, cleaned and cut', () => {
  const failure = toFailure(99999, `boom\n<!channel>\u202e${'x'.repeat(500)}`);
  const { fix, code } = wordsOf(admin, failure);
  expect(fix).toMatch(/Chat says: “boom &lt;!channel&gt; x+…”\.$/);
  expect(fix.length).toBeLessThan(300);
  expect(code).toBe('99999');
  expect(JSON.stringify(wordsOf(people, failure))).not.toContain('boom');
});

test.each([70003, 70004, 70005, 70006, 70007, 70008, 70009])('%i names the key that an admin has to check', (code) => {
  expect(toFailure(code, '').code).toBe('needs_admin');
  expect(wordsOf(admin, toFailure(code, '')).fix).toContain('TENCENT_SECRET_KEY');
});

test('30003 of the account in whose name is asked names the setting that an admin has to change', () => {
  const { what, fix } = wordsOf(admin, { code: 'needs_admin', upstream: UNKNOWN_FROM_ACCOUNT });
  expect(what).toBe('Chat is turning followstats away.');
  expect(fix).toContain('TENCENT_FROM_ACCOUNT');
});
