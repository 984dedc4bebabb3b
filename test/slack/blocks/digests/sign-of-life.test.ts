import { expect, test } from 'vitest';
import { signOfLifeReply } from '../../../../src/slack/blocks/digests/sign-of-life.ts';
import { DAY, MONDAY } from '../../../digests/report/sample-readings.ts';
import { readerOf } from '../../readers.ts';
import { digestOf } from './sample-digest.ts';

test.each([
  [1, 1, 'The account is still watched.'],
  [2, 2, 'Both accounts are still watched.'],
  [25, 25, 'All 25 accounts are still watched.'],
  [2, 1, '1 account is still watched, 1 couldn’t be read.'],
  [25, 20, '20 accounts are still watched, 5 couldn’t be read.'],
  [1, 0, 'The account couldn’t be read.'],
  [2, 0, 'Neither of the two accounts could be read.'],
  [3, 0, 'None of the 3 accounts could be read.'],
])(
  'a sign of life is one line that claims no more than is so: of %i accounts %i were read',
  (accounts, read, claim) => {
    const facts = { since: MONDAY - 7 * DAY, accounts, read, now: MONDAY };
    const { text } = signOfLifeReply(readerOf('en-US'), digestOf(), facts);
    expect(text).toBe(`Creators: nothing has changed since Nov 16. ${claim}`);
  },
);
