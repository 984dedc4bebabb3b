import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { type FollowInfoAnswer, readAnswer, writeRequest } from '../../src/tencent/wire.ts';
import { answerOf, itemOf } from './follow-answer.ts';

const alice = itemOf('alice');

/** What reading this body throws, as code and message. */
function refusalOf(body: string) {
  try {
    readAnswer(body);
  } catch (error) {
    if (error instanceof AppError) return { code: error.failure.code, message: error.message };
    throw error;
  }
  return undefined;
}

test('a request names who asks and who is asked about', () => {
  expect(JSON.parse(writeRequest('administrator', ['alice', 'r&d "labs"']))).toEqual({
    From_Account: 'administrator',
    To_Account: ['alice', 'r&d "labs"'],
  });
});

test('an answer is read item by item', () => {
  const failed = itemOf('ghost', { ResultCode: 30003, ResultInfo: 'no such account', FollowerCount: undefined });
  expect(readAnswer(answerOf([itemOf('alice'), failed]))).toEqual({
    code: 0,
    info: '',
    items: [alice, failed],
  });
});

test.each([
  ['ErrorDisplay is left out', { ErrorDisplay: undefined }],
  ['ErrorInfo is left out', { ErrorInfo: undefined }],
  ['ErrorInfo is null', { ErrorInfo: null }],
  ['fields are added', { RequestId: 'x', Fail_Account: ['ghost'] }],
])('an answer is read all the same when %s', (_, changes) => {
  expect(readAnswer(answerOf([itemOf('alice', { ResultInfo: null, Extra: 1 })], changes))).toEqual({
    code: 0,
    info: '',
    items: [{ ...alice, ResultInfo: null }],
  });
});

test.each([null, undefined, []])('a list of %j is an answer without items', (items) => {
  expect(readAnswer(answerOf(items)).items).toEqual([]);
});

test.each([-1, 1.5, '3', null, undefined, true, {}, 2 ** 53])('a count of %j is no count, and never 0', (count) => {
  const [item] = readAnswer(answerOf([itemOf('alice', { FollowerCount: count })])).items;
  expect(item).toEqual({ ...alice, FollowerCount: undefined });
});

test('a failed call is told with its code and words', () => {
  const body = answerOf(undefined, { ActionStatus: 'FAIL', ErrorCode: 30006, ErrorInfo: 'try later' });
  expect(readAnswer(body)).toEqual({ code: 30006, info: 'try later', items: [] });
});

test('a code counts whatever the status beside it says', () => {
  expect(readAnswer(answerOf([], { ActionStatus: 'OK', ErrorCode: 60007 })).code).toBe(60007);
});

test('FAIL with code 0 is neither a success nor a failure that is known', () => {
  expect(refusalOf(answerOf([itemOf('alice')], { ActionStatus: 'FAIL' }))?.code).toBe('upstream_changed');
});

test.each(['', '<!DOCTYPE html><h1>Sign in</h1>', answerOf([itemOf('alice')]).slice(0, -9), 'OK', '{"a":1}{"b":2}'])(
  'a body that is not JSON is garbled, and is not repeated in the error: %s',
  (body) => {
    expect(refusalOf(body)).toEqual({
      code: 'upstream_garbled',
      message: `follow_get_info answered ${body.length} characters that are not JSON`,
    });
  },
);

test.each([
  ['null', '(root)'],
  ['[]', '(root)'],
  ['{}', 'ActionStatus, ErrorCode'],
  [answerOf({ alice: itemOf('alice') }), 'FollowInfo'],
  [answerOf([], { ErrorCode: 'of-the-value' }), 'ErrorCode'],
])('JSON of another shape is told with the places and not the values: %s', (body, places) => {
  expect(refusalOf(body)).toEqual({
    code: 'upstream_changed',
    message: `follow_get_info answered another shape at ${places}`,
  });
});

test('an item of another shape is the trouble of its account alone', () => {
  const broken = itemOf('bob', { ResultCode: 'of-the-value' });
  const { items } = readAnswer(answerOf([itemOf('alice'), null, 'text', { To_Account: 42 }, broken]));
  expect(items.map(({ To_Account, ResultCode }) => [To_Account, ResultCode])).toEqual([
    ['alice', 0],
    ['bob', undefined],
  ]);
});

test('whatever comes, it is read or refused with an AppError', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.json(),
    fc.anything().map((value) => answerOf([value])),
  );
  fc.assert(
    fc.property(anything, (body) => {
      const refusal = refusalOf(body);
      if (refusal) expect(['upstream_garbled', 'upstream_changed']).toContain(refusal.code);
    }),
  );
});

const odd = fc.constantFrom(null, -1, 1.5, '3', true, {}, [], 2 ** 53);
const field = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 8, arbitrary }, { weight: 1, arbitrary: odd }, { weight: 1, arbitrary: fc.constant(undefined) });
const anyItem = fc.record({
  To_Account: field(fc.string()),
  ResultCode: field(fc.constantFrom(0, 30003, 30006)),
  ResultInfo: field(fc.oneof(fc.string(), fc.constant(null))),
  FollowerCount: field(fc.nat()),
  FollowingCount: field(fc.nat()),
  MutualFollowingCount: field(fc.nat()),
  Extra: field(fc.string()),
});
const documentedItem = fc.record({
  To_Account: fc.string(),
  ResultCode: fc.constantFrom(0, 30003),
  ResultInfo: fc.oneof(fc.string(), fc.constantFrom(null, undefined)),
  FollowerCount: field(fc.nat()),
  FollowingCount: field(fc.nat()),
  MutualFollowingCount: field(fc.nat()),
});

/** Fields that no document lists may stand in an item that was read. */
const withoutExtra = ({ items, ...answer }: FollowInfoAnswer) => ({
  ...answer,
  items: items.map((item) => ({ ...item, Extra: undefined })),
});

test('an item is read the same whether its neighbours are as documented or not', () => {
  const envelope = fc.record({ ErrorCode: fc.constantFrom(0, 30006), ErrorInfo: fc.constantFrom('', 'x', null) });
  fc.assert(
    fc.property(fc.array(fc.oneof(documentedItem, anyItem), { maxLength: 20 }), envelope, (items, changes) => {
      const read = withoutExtra(readAnswer(answerOf(items, changes)));
      for (const stranger of [null, 'text', { To_Account: 42 }]) {
        expect(withoutExtra(readAnswer(answerOf([...items, stranger], changes)))).toEqual(read);
        expect(withoutExtra(readAnswer(answerOf([stranger, ...items], changes)))).toEqual(read);
      }
    }),
  );
});

test('an item as documented is read with what it says, and an odd count as none, whatever its neighbours', () => {
  const toCount = (count: unknown) => (Number.isSafeInteger(count) && (count as number) >= 0 ? count : undefined);
  fc.assert(
    fc.property(fc.array(documentedItem, { maxLength: 20 }), fc.boolean(), (items, hasStranger) => {
      const read = readAnswer(answerOf(hasStranger ? [...items, null] : items)).items;
      expect(read).toEqual(
        items.map((item) => ({
          ...item,
          FollowerCount: toCount(item.FollowerCount),
          FollowingCount: toCount(item.FollowingCount),
          MutualFollowingCount: toCount(item.MutualFollowingCount),
        })),
      );
    }),
  );
});

test('an answer whose list is missing or null is read as one whose list is empty', () => {
  const envelope = fc.record({ ErrorCode: fc.constantFrom(0, 30003, 60007), ErrorInfo: fc.option(fc.string()) });
  fc.assert(
    fc.property(envelope, (changes) => {
      const empty = readAnswer(answerOf([], changes));
      expect(readAnswer(answerOf(null, changes))).toEqual(empty);
      expect(readAnswer(answerOf(undefined, changes))).toEqual(empty);
    }),
  );
});
