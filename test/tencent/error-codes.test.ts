import { expect, test } from 'vitest';
import type { ErrorCode } from '../../src/errors.ts';
import { en } from '../../src/slack/words/en/en.ts';
import { type ChatCode, CODES, type CodeClass, classOf, toFailure } from '../../src/tencent/error-codes.ts';

/** Read from Chat's documents: the Follow pages, the public table and its older editions, the profile call, the web SDK. */
const DOCUMENTED: Readonly<Record<CodeClass, readonly number[]>> = {
  retry: [30006, 30007, 40006, 60004, 60005, 60008, 60013, 60014, 70169, 70202, 70500],
  throttle: [60007, 60011, 60018, 60019, 70114, 72010],
  're-sign': [70001, 70052],
  admin: [
    ...[30002, 30004, 30005, 40004, 40007, 60006, 60010, 60016, 60017, 60020, 60021, 60025, 60026, 60027, 60028],
    ...[70002, 70003, 70004, 70005, 70006, 70007, 70008, 70009, 70013, 70014, 70016, 70020, 70050, 70051, 70398, 70403],
    ...[72000, 72001, 72002, 72011, 72012, 80005],
  ],
  'bad-input': [30001, 40001, 40002, 40009, 60002, 60003, 60009, 60012, 60015, 70206, 70402],
  'missing-account': [30003, 40003, 70107],
  final: [32100, 32101, 32102, 32103, 70399, 70404, 71000],
};

test.each(Object.entries(DOCUMENTED))('the documents make these codes %s: %j', (kind, codes) => {
  expect(codes.map(classOf)).toEqual(codes.map(() => kind));
});

test('the table holds the documented codes and no other', () => {
  const byNumber = (a: number, b: number) => a - b;
  const documented = Object.values(DOCUMENTED).flat();
  expect(Object.keys(CODES).map(Number).toSorted(byNumber)).toEqual(documented.toSorted(byNumber));
});

test.each([60022, 60023, 60024, 1, -1, 99999])('%i is in no document, and comes with Chat’s own words', (code) => {
  expect(classOf(code)).toBeUndefined();
  expect(toFailure(code, 'odd')).toMatchObject({ code: 'upstream_refused', upstream: { code, info: 'odd' } });
});

test.each<[kind: CodeClass, code: ErrorCode]>([
  ['retry', 'upstream_failed'],
  ['throttle', 'throttled'],
  ['re-sign', 'needs_admin'],
  ['admin', 'needs_admin'],
  ['missing-account', 'missing_account'],
  ['final', 'upstream_refused'],
])('a code of class %s fails with %s', (kind, expected) => {
  for (const code of DOCUMENTED[kind]) {
    expect(toFailure(code, '')).toMatchObject({ code: expected, upstream: { code } });
  }
});

test('of the bad inputs only 30001 may be the fault of one account', () => {
  const codes = DOCUMENTED['bad-input'].filter((code) => toFailure(code, '').code !== 'upstream_refused');
  expect(codes).toEqual([30001]);
  expect(toFailure(30001, '').code).toBe('rejected_account');
});

test('Chat’s own words are kept only where the documents leave the meaning open', () => {
  const kept = Object.keys(CODES).filter((code) => toFailure(Number(code), 'their words').upstream.info !== undefined);
  expect(kept).toEqual(['30001', '30002']);
});

test('each code has words in the catalogues, and nothing else has', () => {
  // A code without words doesn't compile.
  const admins = en.chatCodes.admins satisfies Record<ChatCode, string>;
  expect(Object.keys(admins)).toEqual(Object.keys(CODES));
  expect(Object.keys(CODES)).toEqual(expect.arrayContaining(Object.keys(en.chatCodes.people)));
});
