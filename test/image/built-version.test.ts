import { expect, test } from 'vitest';
import { type BuiltFrom, builtVersion } from '../../manifest/image/built-version.ts';

const REVISION = '0123456789abcdef0123456789abcdef01234567';

test.each<[told: BuiltFrom, version: string]>([
  [{}, '0.1.0'],
  [{ version: '', revision: 'unknown' }, '0.1.0'],
  [{ revision: REVISION }, '0.1.0+0123456789ab'],
  [{ version: '1.2.3-rc.1' }, '1.2.3-rc.1'],
  [{ version: '1.2.3', revision: '0123abc' }, '1.2.3+0123abc'],
])('a build that is told %j calls itself %s', (told, version) => {
  expect(builtVersion(told, '0.1.0')).toBe(version);
});

test.each<BuiltFrom>([{ version: '1.2 "3"' }, { revision: 'a\nb' }, { revision: 'a'.repeat(65) }])(
  'what would be no value of a label is rejected: %j',
  (told) => {
    expect(() => builtVersion(told, '0.1.0')).toThrow(/^the (version|revision) may hold letters/);
  },
);
