import { describe, expect, test } from 'vitest';
import { readArgs, toArgs, toReplay, UsageError } from './args.ts';

test('without arguments it is one run of thirty days on SQLite, with a fresh seed', () => {
  expect(readArgs([])).toEqual({
    ...{ seed: undefined, days: 30, runs: 1, plant: undefined, postgres: undefined },
    ...{ json: false, trace: false, everyMark: false },
  });
});

test('everything can be given', () => {
  const args = '--seed 7 --days 400 --runs 3 --plant lost-post --postgres postgres://u@db/x --json --every-mark';
  expect(readArgs(args.split(' '))).toEqual({
    ...{ seed: 7, days: 400, runs: 3, plant: 'lost-post', postgres: 'postgres://u@db/x' },
    ...{ json: true, trace: false, everyMark: true },
  });
});

describe('what cannot be read is told in one sentence', () => {
  test.each([
    ['--seed', 'Option'],
    ['--seed -1', 'Option'],
    ['--seed 1.5', '--seed takes a whole number from 0 to 999999999, not “1.5”'],
    ['--seed 12345678901', '--seed takes a whole number from 0 to 999999999, not “12345678901”'],
    ['--days 0', '--days takes a whole number from 1 to 999999999, not “0”'],
    ['--days soon', '--days takes a whole number from 1 to 999999999, not “soon”'],
    ['--runs 0', '--runs takes a whole number from 1 to 10000, not “0”'],
    ['--fast', 'Unknown option'],
    ['fast', 'Unexpected argument'],
    ['--trace --runs 2', '--trace shows one run'],
    ['--postgres mysql://u:hidden@db/x', '--postgres takes an address that begins with postgres://'],
  ])('%s', (line, said) => {
    const read = () => readArgs(line.split(' '));
    expect(read).toThrow(UsageError);
    expect(read).toThrow(said);
    expect(read).not.toThrow(/hidden|\n|\. /);
  });
});

test('a run is replayed by what decides it, without the password of its database', () => {
  const run = { seed: 4, days: 9, plant: 'lost-post', postgres: 'postgres://u:hidden@db/x' };
  expect(toReplay(run)).toBe('npm run simulate -- --seed 4 --days 9 --plant lost-post --postgres URL');
  expect(toReplay({ ...run, plant: undefined, postgres: undefined })).toBe('npm run simulate -- --seed 4 --days 9');
  expect(readArgs(toArgs(run))).toMatchObject(run);
});
