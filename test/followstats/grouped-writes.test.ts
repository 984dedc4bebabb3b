import { expect, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { createGroupedWrites } from '../../src/followstats/grouped-writes.ts';

/** A store of which each write ends when the test says so. */
function open({ mostAtOnce = 100, mostWaiting = 100 } = {}) {
  const writes: { readonly items: readonly string[]; readonly end: () => void; readonly fail: (e: Error) => void }[] =
    [];
  const began: (() => void)[] = [];
  const write = createGroupedWrites<string>({
    ...{ mostAtOnce, mostWaiting },
    write(items) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      writes.push({ items, end: resolve, fail: reject });
      began.shift()?.();
      return promise;
    },
  });
  return { write, writes, nextWrite: () => new Promise<void>((resolve) => began.push(resolve)) };
}

test('those of one moment share one write, and those that come during it the next', async () => {
  const { write, writes, nextWrite } = open();
  const first = nextWrite();
  const early = Promise.all([write('a'), write('b')]);
  await first;
  const late = Promise.all([write('c'), write('d')]);
  const second = nextWrite();
  writes[0]?.end();
  await early;
  await second;
  writes[1]?.end();
  await late;
  expect(writes.map(({ items }) => items)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('a store that fails fails all that share a write, and none of the next', async () => {
  const { write, writes, nextWrite } = open({ mostAtOnce: 2 });
  const first = nextWrite();
  const results = ['a', 'b', 'c'].map((item) => write(item).then(() => 'written', String));
  await first;
  const second = nextWrite();
  writes[0]?.fail(new AppError('store_unavailable', 'disk full'));
  await second;
  writes[1]?.end();
  expect(await Promise.all(results)).toEqual(['AppError: disk full', 'AppError: disk full', 'written']);
});

test('one that the store can’t take costs those beside it nothing', async () => {
  const written: string[] = [];
  const write = createGroupedWrites<string>({
    ...{ mostAtOnce: 100, mostWaiting: 100 },
    async write(items) {
      if (items.includes('\0')) throw new Error('invalid byte sequence');
      written.push(...items);
    },
  });
  const results = ['a', '\0', 'b'].map((item) => write(item).then(() => 'written', String));
  expect(await Promise.all(results)).toEqual(['written', 'Error: invalid byte sequence', 'written']);
  expect(written).toEqual(['a', 'b']);
});

test('what is too much for memory is rejected at once', async () => {
  const { write, writes, nextWrite } = open({ mostWaiting: 1 });
  const first = nextWrite();
  const one = write('a');
  await expect(write('b')).rejects.toThrow('too many');
  await first;
  writes[0]?.end();
  await one;
  expect(writes).toHaveLength(1);
});
