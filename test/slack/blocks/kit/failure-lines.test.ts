import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../../src/errors.ts';
import type { AccountId } from '../../../../src/followstats/types.ts';
import { type FailedAccount, failureLines } from '../../../../src/slack/blocks/kit/failure-lines.ts';
import { toText } from '../../../../src/slack/blocks/kit/inline.ts';
import { readerOf } from '../../readers.ts';

const reader = readerOf();
const missing: Failure = { code: 'missing_account', upstream: { code: 30003, info: undefined } };
const broken: Failure = { code: 'upstream_failed', upstream: { code: 30006, info: undefined } };

function say(failures: readonly FailedAccount[]) {
  const { lines, textLines } = failureLines(reader, failures);
  return { lines: lines.map(toText), text: textLines.map(toText) };
}

const many = (count: number, failure: Failure, more?: string): readonly FailedAccount[] =>
  Array.from({ length: count }, (_, n) => ({
    account: `account${n}` as AccountId,
    failure,
    more: more ? [more] : undefined,
  }));

describe('accounts that could not be read', () => {
  test('have a line each, in the order given, with what else is known; what to do and the code once for each reason', () => {
    const { lines, text } = say([
      { account: 'ghost' as AccountId, failure: missing },
      { account: 'alice' as AccountId, failure: broken, more: ['Last known: 46 followers.'] },
      { account: 'casper' as AccountId, failure: missing },
    ]);
    expect(lines).toEqual([
      '⚠ ghost: Chat doesn’t know this account. Check the spelling and case. 30003',
      '⚠ alice: Chat had an error of its own. Last known: 46 followers. Try again in a minute. 30006',
      '⚠ casper: Chat doesn’t know this account.',
    ]);
    expect(text).toEqual(lines);
  });

  test('may have something else to do than their failure says; that is said of the next one', () => {
    const meant = { account: 'alcie' as AccountId, failure: missing, fix: ['Did you mean alice?'] };
    expect(say([meant, { account: 'ghost' as AccountId, failure: missing }]).lines).toEqual([
      '⚠ alcie: Chat doesn’t know this account. Did you mean alice? 30003',
      '⚠ ghost: Chat doesn’t know this account. Check the spelling and case.',
    ]);
  });

  test('share a line when more than five have the same reason; the text names all of them', () => {
    const { lines, text } = say([...many(12, missing), { account: 'alice' as AccountId, failure: broken }]);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^⚠ account0, .*account9, and 2 more accounts: Chat/);
    expect(text[0]).toMatch(/^⚠ account0, .*account10, and account11: Chat/);
    expect(lines[1]).toMatch(/^⚠ alice: /);
    expect(say(many(6, missing)).lines[0]).toMatch(
      /: Chat doesn’t know these accounts\. Check the spelling and case\. 30003$/,
    );
    expect(say(many(6, missing)).lines).toHaveLength(1);
    expect(say(many(5, missing)).lines).toHaveLength(5);
  });

  test('keep what else is known of each below the line that they share', () => {
    const { lines } = say(many(6, broken, 'Last known: 46 followers.'));
    expect(lines).toHaveLength(7);
    expect(lines[1]).toBe('account0: Last known: 46 followers.');
  });

  test('are counted where a message has no room for them, and never left out of the text', () => {
    const { lines, text } = say(many(100, broken, 'Last known: 46 followers, 32 following, 30 mutual, long ago.'));
    expect(lines.join('').length).toBeLessThan(5100);
    expect(lines.at(-1)).toMatch(/^… and \d+ more lines$/);
    expect(text).toHaveLength(101);
    const alone = Array.from({ length: 100 }, (_, n): FailedAccount => {
      return {
        account: `account${n}` as AccountId,
        failure: { code: 'upstream_failed', upstream: { code: 90_000 + n, info: '' } },
      };
    });
    const told = say(alone);
    expect(told.text).toHaveLength(100);
    expect(told.lines.at(-1)).toBe(`${101 - told.lines.length} more accounts couldn’t be read.`);
  });
});
