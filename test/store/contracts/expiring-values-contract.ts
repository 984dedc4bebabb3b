import { expect, test } from 'vitest';
import type { Store } from '../../../src/store/open.ts';

const START = 1_700_000_000_000;

export function expiringValuesContract(open: (now?: () => number) => Promise<Store>): void {
  test('a value is there until it expires, and then its key is free again', async () => {
    let now = START;
    const { expiringValues } = await open(() => now);
    expect(await expiringValues.get('a')).toBeUndefined();
    expect(await expiringValues.add('a', 'first “它”', 1000)).toBe(true);
    expect(await expiringValues.add('a', 'second', 9000)).toBe(false);
    now += 999;
    expect(await expiringValues.get('a')).toBe('first “它”');
    now += 1;
    expect(await expiringValues.get('a')).toBeUndefined();
    expect(await expiringValues.add('a', 'second', 1000)).toBe(true);
    expect(await expiringValues.get('a')).toBe('second');
  });

  test('those whose keys begin alike are read and dropped together', async () => {
    let now = START;
    const { expiringValues } = await open(() => now);
    await expiringValues.add('owed:old', '0', 10);
    now += 10;
    await expiringValues.addAll(
      new Map([
        ['owed:a', '1'],
        ['owed:b', '2'],
        ['owing:c', '3'],
        ['owed;d', '4'],
        ['owed', '5'],
        ['OWED:e', '6'],
      ]),
      1000,
    );
    expect(await expiringValues.under('owed:')).toEqual(
      new Map([
        ['owed:a', '1'],
        ['owed:b', '2'],
      ]),
    );
    await expiringValues.removeAll(['owed:a', 'owed:absent']);
    await expiringValues.removeAll([]);
    expect([...(await expiringValues.under('owed:')).keys()]).toEqual(['owed:b']);
    expect(await expiringValues.get('owing:c')).toBe('3');
  });

  test('of many that add one key at once, one succeeds', async () => {
    const { expiringValues } = await open();
    const added = await Promise.all(Array.from({ length: 20 }, (_, n) => expiringValues.add('once', `${n}`, 60_000)));
    expect(added.filter(Boolean)).toHaveLength(1);
    expect(await expiringValues.get('once')).toBe(`${added.indexOf(true)}`);
  });

  test('of many added in one write, those are kept whose keys are free', async () => {
    let now = START;
    const { expiringValues } = await open(() => now);
    await expiringValues.add('expired', 'old', 1000);
    await expiringValues.add('taken', 'old', 9000);
    now += 1000;
    const values = new Map([
      ['taken', 'new'],
      ['free', 'it’s new'],
      ['expired', 'new'],
    ]);
    expect(await expiringValues.addAll(values, 5000)).toEqual(new Set(['free', 'expired']));
    const get = (key: string) => expiringValues.get(key);
    expect([await get('free'), await get('expired'), await get('taken')]).toEqual(['it’s new', 'new', 'old']);
    now += 5000;
    expect([await get('free'), await get('expired'), await get('taken')]).toEqual([undefined, undefined, 'old']);
    expect(await expiringValues.addAll(new Map(), 5000)).toEqual(new Set());
  });

  test('a thousand are added in one write, and of two writes at once each key is kept by one', async () => {
    const { expiringValues } = await open();
    const values = new Map(Array.from({ length: 1000 }, (_, n) => [`key ${n}`, `${n}`] as const));
    const backwards = new Map([...values].reverse());
    const [first, second] = await Promise.all([
      expiringValues.addAll(values, 60_000),
      expiringValues.addAll(backwards, 60_000),
    ]);
    expect(first.size + second.size).toBe(1000);
    expect(first.intersection(second).size).toBe(0);
  });

  test('what is set takes the place of what was there, and what is removed is gone', async () => {
    const { expiringValues } = await open();
    await expiringValues.set('a', 'first', 60_000);
    await expiringValues.set('a', 'second', 60_000);
    expect(await expiringValues.get('a')).toBe('second');
    await expiringValues.remove('a');
    await expiringValues.remove('a');
    expect(await expiringValues.get('a')).toBeUndefined();
  });

  test('of many set in one write each takes the place of what its key held', async () => {
    const { expiringValues } = await open();
    await expiringValues.setAll(new Map(), 60_000);
    await expiringValues.set('b', 'earlier', 60_000);
    await expiringValues.setAll(new Map([...'cab'].map((key) => [key, `new ${key}`])), 60_000);
    expect(await Promise.all([...'abc'].map((key) => expiringValues.get(key)))).toEqual(['new a', 'new b', 'new c']);
  });

  test('pruning drops what has expired and nothing else', async () => {
    let now = START;
    const { expiringValues } = await open(() => now);
    await expiringValues.add('short', '1', 1000);
    await expiringValues.add('long', '2', 5000);
    now += 1000;
    expect(await expiringValues.prune()).toBe(1);
    expect(await expiringValues.prune()).toBe(0);
    expect(await expiringValues.get('long')).toBe('2');
  });
}
