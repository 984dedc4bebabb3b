import { expect, test } from 'vitest';
import { readOptions } from '../../../src/cli/field-test/read-options.ts';

test('the last account is the one that Chat doesn’t have', () => {
  expect(readOptions(['--channel', 'C012', '--accounts', 'a, b,a,,missing'])).toEqual({
    channelId: 'C012',
    existing: ['a', 'b'],
    missing: 'missing',
  });
});

test.each([
  [[], /--channel is required/],
  [['--channel', '#general'], /not its name/],
  [['--channel', 'C012'], /--accounts takes/],
  [['--channel', 'C012', '--accounts', 'alone'], /--accounts takes/],
  [['--channel', 'C012', '--accounts', 'alice,bob'], /--accounts takes two .* last one that must not be: a,b,missing/],
  [['--channel', 'C012', '--accounts', 'a,a,missing'], /--accounts takes/],
  [['--channel', 'C012', '--accounts', 'a,b,a'], /--accounts takes/],
  [['--chanel', 'C012'], /--chanel/],
] as const)('%j is told what is missing', (args, words) => {
  expect(() => readOptions(args)).toThrow(words);
});
