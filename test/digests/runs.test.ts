import { expect, test } from 'vitest';
import { toRunId } from '../../src/digests/runs.ts';
import { readDigestId } from '../../src/digests/types.ts';

test('a delivery id names digest and slot, so that no two runs share one', () => {
  const [one, eleven] = [readDigestId('1'), readDigestId('11')];
  if (!one || !eleven) throw new Error('not read');
  expect(toRunId(one, 1_795_000_000_000)).toBe('1-1795000000000');
  expect(toRunId(one, 1_795_000_000_000)).not.toBe(toRunId(eleven, 795_000_000_000));
});
