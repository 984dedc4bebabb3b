import { expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { NO_NAMES } from '../../../src/followstats/names/names.ts';
import { nextTurn } from '../../../src/timers.ts';
import { accountsOf } from '../reports/sample-lookups.ts';
import { cannedNames } from './canned-profiles.ts';

const HOUR_MS = 3_600_000;
const [alice, bob, carol, dave] = accountsOf('alice', 'bob', 'carol', 'dave') as [never, never, never, never];

test('names are cleaned; who has none, or one that only repeats the UserID, has none', async () => {
  const { names } = cannedNames({ alice: ' Alice\n\u202e', bob: undefined, carol: ' carol ' });
  expect(await names.read([alice, bob, carol])).toEqual(new Map([['alice', 'Alice']]));
  expect([names.of(alice), names.of(bob), names.of(carol), names.of(dave)]).toEqual([
    'Alice',
    ...Array(3).fill(undefined),
  ]);
});

test('what is known is shown without asking; also that there is no name is remembered, for a day', async () => {
  const { names, asked, clock } = cannedNames({ alice: 'Alice' });
  await names.read([alice, bob]);
  clock.now += 24 * HOUR_MS;
  expect(await names.read([alice, bob])).toEqual(new Map([['alice', 'Alice']]));
  expect(asked).toEqual([['alice', 'bob']]);
  clock.now += 1;
  expect(names.of(alice)).toBeUndefined();
  await names.read([alice]);
  expect(asked).toEqual([['alice', 'bob'], ['alice']]);
});

test('only so many are remembered, the last used', async () => {
  const { names, asked } = cannedNames({ alice: 'Alice' });
  await names.read([alice, bob, carol]);
  await names.read([alice]);
  await names.read([dave]);
  expect(names.of(alice)).toBe('Alice');
  await names.read([bob]);
  expect(asked).toEqual([['alice', 'bob', 'carol'], ['dave'], ['bob']]);
});

test('an account that Chat doesn’t know is asked about again after an hour, one that failed otherwise the next time', async () => {
  const { names, asked, clock } = cannedNames({
    alice: { kind: 'failed', failure: { code: 'missing_account' } },
    bob: { kind: 'failed', failure: { code: 'upstream_failed' } },
  });
  expect(await names.read([alice, bob])).toEqual(new Map());
  await names.read([alice, bob]);
  clock.now += HOUR_MS + 1;
  await names.read([alice, bob]);
  expect(asked).toEqual([['alice', 'bob'], ['bob'], ['alice', 'bob']]);
});

test.each([
  ['may not be asked for names', new AppError('needs_admin', 'no right'), 10],
  ['answers in another shape', new AppError('upstream_changed', 'changed'), 10],
  ['can’t be reached', new AppError('upstream_unreachable', 'down'), 1],
])('a Chat that %s is left alone, and told of once', async (_, error, minutes) => {
  const { names, asked, errors, clock, outage } = cannedNames({ alice: 'Alice' });
  outage.error = error;
  expect(await names.read([alice])).toEqual(new Map());
  clock.now += minutes * 60_000 - 1;
  expect(await names.read([bob])).toEqual(new Map());
  expect(asked).toHaveLength(1);
  expect(errors).toEqual([{ error, restMs: minutes * 60_000 }]);
  outage.error = undefined;
  clock.now += 1;
  expect(await names.read([alice])).toEqual(new Map([['alice', 'Alice']]));
});

test.each([
  ['are more than can be asked in time', new AppError('busy', 'queue')],
  ['waited too long for their call', new AppError('out_of_time', 'late')],
])('names that %s say nothing of Chat: others are asked for at once', async (_, error) => {
  const { names, errors, outage } = cannedNames({ alice: 'Alice' });
  outage.error = error;
  expect(await names.read([bob])).toEqual(new Map());
  outage.error = undefined;
  expect(await names.read([alice])).toEqual(new Map([['alice', 'Alice']]));
  expect(errors).toEqual([]);
});

test('a Chat that was asked and let the time pass is left alone', async () => {
  const { names, asked, outage } = cannedNames({ alice: 'Alice' });
  outage.error = new AppError('out_of_time', 'late', undefined, { code: 'upstream_timeout' });
  await names.read([bob]);
  await names.read([alice]);
  expect(asked).toHaveLength(1);
});

test('while Chat is left alone, what is known is shown', async () => {
  const { names, outage } = cannedNames({ alice: 'Alice' });
  await names.read([alice]);
  outage.error = new AppError('needs_admin', 'no right');
  expect(await names.read([alice, bob])).toEqual(new Map([['alice', 'Alice']]));
});

test('a bug doesn’t fail an answer either, and isn’t hidden', async () => {
  const { names, errors, outage } = cannedNames({});
  outage.error = new TypeError('bug');
  expect(await names.read([alice])).toEqual(new Map());
  expect(errors).toEqual([{ error: outage.error, restMs: 600_000 }]);
});

test('a nickname that came with something else counts, cleaned', async () => {
  const { names } = cannedNames({ alice: 'Alice' });
  await names.read([alice]);
  expect(names.of(alice, 'Alice \n II')).toBe('Alice II');
  expect(names.of(bob, 'bob')).toBeUndefined();
});

test('switched off there are none, also where one is given', async () => {
  expect(await NO_NAMES.read([alice])).toEqual(new Map());
  expect(NO_NAMES.of(alice, 'Alice')).toBeUndefined();
});

test('who waits only so long gets what is known by then; what comes later is there the next time', async () => {
  const { names, gate } = cannedNames({ alice: 'Alice' });
  gate.isOpen = false;
  expect(await names.read([alice], { waitMs: 1 })).toEqual(new Map());
  gate.open();
  await nextTurn();
  expect(names.of(alice)).toBe('Alice');
});

test('names are asked for with a time limit, so that nothing piles up behind a Chat that hangs', async () => {
  const { names, options } = cannedNames({});
  await names.read([alice], { caller: 'U1', priority: 'digest' });
  expect(options).toEqual([{ caller: 'U1', priority: 'digest', signal: expect.any(AbortSignal) }]);
});
