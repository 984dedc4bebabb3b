import { expect, test } from 'vitest';
import { toFailure, toLookupReason } from '../../src/digests/lookup-reason.ts';
import type { Failure } from '../../src/errors.ts';

const upstream = { code: 30006, info: 'secret words' };

test.each<[Failure, string, Failure]>([
  [{ code: 'upstream_timeout' }, 'upstream_timeout', { code: 'upstream_timeout' }],
  [
    { code: 'upstream_failed', upstream },
    'upstream_failed:30006',
    { code: 'upstream_failed', upstream: { code: 30006, info: undefined } },
  ],
  [
    { code: 'upstream_resting', lastFailure: { code: 'upstream_status' } },
    'upstream_status',
    { code: 'upstream_status' },
  ],
  [
    { code: 'out_of_time', lastFailure: { code: 'throttled', upstream: { code: 60007, info: undefined } } },
    'throttled:60007',
    { code: 'throttled', upstream: { code: 60007, info: undefined } },
  ],
])('%j is kept as %s: what was run into, with Chat’s code and without its words', (failure, reason, read) => {
  expect(toLookupReason(failure)).toBe(reason);
  expect(toFailure(toLookupReason(failure))).toEqual(read);
});
