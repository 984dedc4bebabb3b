import { expect, test } from 'vitest';
import { ACCOUNT_ID_BYTES, readAccountId } from '../../../src/followstats/typed/account-id.ts';

test.each(['a', '@RBT#news', 'with space', '0042', 'NewsDesk', `r&d <labs> "*_~\``, 'x'.repeat(32), ' ', '~'])(
  '%j is a UserID, its case kept',
  (text) => {
    expect(readAccountId(text)).toEqual({ id: text });
  },
);

test.each(['x'.repeat(33), ' '.repeat(33)])('%j is too long', (text) => {
  expect(ACCOUNT_ID_BYTES).toBe(32);
  expect(readAccountId(text)).toEqual({ fault: 'too-long' });
});

test.each(['小明', 'é', 'a\tb', 'a\nb', 'a\u007f', 'a\u200bb', 'a\u202eb', '🙂', '小'.repeat(33)])(
  '%j is not printable ASCII',
  (text) => {
    expect(readAccountId(text)).toEqual({ fault: 'not-printable-ascii' });
  },
);
