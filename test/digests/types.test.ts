import { expect, test } from 'vitest';
import { readDigestId } from '../../src/digests/types.ts';

test.each([
  ['7', '7'],
  ['#12', '12'],
  [' 3 ', '3'],
])('%j is the digest %s', (text, id) => {
  expect(readDigestId(text)).toBe(id);
});

test.each(['', '0', '07', '-1', '1.5', '1e3', '##1', 'seven', '1234567890'])('%j is no digest', (text) => {
  expect(readDigestId(text)).toBeUndefined();
});
