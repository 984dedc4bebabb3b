import { expect, test } from 'vitest';
import { readDigestId, toRunId } from '../../src/digests/types.ts';

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

test('a delivery id names digest and slot, so that no two runs share one', () => {
  const [one, eleven] = [readDigestId('1'), readDigestId('11')];
  if (!one || !eleven) throw new Error('not read');
  expect(toRunId(one, 1_795_000_000_000)).toBe('1-1795000000000');
  expect(toRunId(one, 1_795_000_000_000)).not.toBe(toRunId(eleven, 795_000_000_000));
});
