import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFairQueue, type Entry, type Priority } from '../../../src/lookup/batching/fair-queue.ts';

interface Named extends Entry {
  readonly name: string;
}

/** A queue of names: `ann1`, `ann2`, … wait for `ann`. */
function createScene() {
  const queue = createFairQueue<Named>();
  return {
    queue,
    add(caller: string, count: number, priority: Priority = 'person'): readonly Named[] {
      const entries = Array.from({ length: count }, (_, n): Named => ({ name: `${caller}${n + 1}`, state: 'new' }));
      queue.add(caller, priority, [...entries]);
      return entries;
    },
    take: (count: number) => queue.take(count).map(({ name }) => name),
  };
}

/** How many of the names are each caller's. */
function sharesOf(names: readonly string[]): Readonly<Record<string, number>> {
  const shares: Record<string, number> = {};
  for (const name of names) {
    const caller = name.replace(/\d+$/, '');
    shares[caller] = (shares[caller] ?? 0) + 1;
  }
  return shares;
}

test('one caller’s entries come in their order', () => {
  const { add, take, queue } = createScene();
  add('ann', 5);
  expect(queue.size).toBe(5);
  expect(take(3)).toEqual(['ann1', 'ann2', 'ann3']);
  expect(take(3)).toEqual(['ann4', 'ann5']);
  expect(take(3)).toEqual([]);
});

test('people come first, digests next and watches last, whoever came first, and also within one call', () => {
  const { add, take } = createScene();
  add('watch', 7, 'watch');
  add('other', 2, 'watch');
  add('digest', 6, 'digest');
  add('ann', 3);
  expect(sharesOf(take(5))).toEqual({ ann: 3, digest: 2 });
  add('bob', 1);
  expect(take(1)).toEqual(['bob1']);
  expect(sharesOf(take(6))).toEqual({ digest: 4, watch: 2 });
  add('late', 1, 'digest');
  expect(take(1)).toEqual(['late1']);
  // Watches take turns, as people do.
  expect(take(6)).toEqual(['watch3', 'watch4', 'watch5', 'other1', 'other2', 'watch6']);
  expect(take(6)).toEqual(['watch7']);
});

test('who asks only for what is asked already has no turn, and with something else waits for that alone', () => {
  const { add, take, queue } = createScene();
  const asked = add('ann', 2);
  take(2);
  queue.add('bob', 'person', [...asked]);
  expect([queue.size, take(5)]).toEqual([0, []]);
  queue.add('bob', 'person', [...asked, { name: 'bob1', state: 'new' }]);
  expect([queue.size, take(5), queue.size]).toEqual([1, ['bob1'], 0]);
});

test('who has left the queue may come again', () => {
  const { add, take } = createScene();
  for (let n = 0; n < 3; n += 1) {
    add('ann', 2);
    add('bob', 1, 'digest');
    expect(take(2)).toEqual(['ann1', 'ann2']);
    add('ann', 1);
    expect(take(5)).toEqual(['ann1', 'bob1']);
  }
});

test('a small caller is in the next batch, however much others want', () => {
  const { add, take } = createScene();
  add('bulk', 10_000);
  add('small', 5);
  expect(sharesOf(take(20))).toEqual({ bulk: 15, small: 5 });
  expect(sharesOf(take(20))).toEqual({ bulk: 20 });
});

test('callers take turns, and over the batches each has as much', () => {
  const { add, take } = createScene();
  for (const caller of ['ann', 'bob', 'cleo']) add(caller, 100);
  const taken = Array.from({ length: 3 }, () => take(20)).flat();
  expect(sharesOf(taken.slice(0, 20))).toEqual({ ann: 10, bob: 5, cleo: 5 });
  expect(sharesOf(taken)).toEqual({ ann: 20, bob: 20, cleo: 20 });
});

test('a few entries come together, and those that a batch has no room for with the next', () => {
  const { add, take } = createScene();
  for (const caller of ['ann', 'bob', 'cleo']) add(caller, 3);
  expect(take(4)).toEqual(['ann1', 'ann2', 'ann3', 'bob1']);
  expect(take(4)).toEqual(['bob2', 'bob3', 'cleo1', 'cleo2']);
});

test('a turn that a batch cuts off is no longer for that', () => {
  const { add, take } = createScene();
  for (const caller of ['ann', 'bob']) add(caller, 100);
  expect(sharesOf(take(8))).toEqual({ ann: 5, bob: 3 });
  expect(sharesOf(take(7))).toEqual({ ann: 5, bob: 2 });
});

test('with more callers than places no caller has a second turn before all have had one', () => {
  const { add, take } = createScene();
  for (let n = 0; n < 50; n += 1) add(`${String.fromCodePoint(97 + (n % 26))}${n < 26 ? 'x' : 'y'}`, 7);
  const taken = Array.from({ length: 13 }, () => take(20)).flat();
  expect(Object.values(sharesOf(taken.slice(0, 250)))).toEqual(Array.from({ length: 50 }, () => 5));
});

test('digests come only after all people', () => {
  const { add, take } = createScene();
  add('digest', 30, 'digest');
  add('ann', 25);
  expect(sharesOf(take(20))).toEqual({ ann: 20 });
  expect(sharesOf(take(20))).toEqual({ ann: 5, digest: 15 });
  expect(sharesOf(take(20))).toEqual({ digest: 15 });
});

test('an entry that waits for two comes with the first turn, and once', () => {
  const { add, take, queue } = createScene();
  const entries = add('digest', 30, 'digest');
  queue.add('ann', 'person', [entries[29] as Named]);
  expect(queue.size).toBe(30);
  expect(take(1)).toEqual(['digest30']);
  expect(queue.size).toBe(29);
  expect(take(30)).toEqual(entries.slice(0, 29).map(({ name }) => name));
  expect(take(30)).toEqual([]);
});

test('what is abandoned is never taken, and takes no caller’s turn', () => {
  const { add, take, queue } = createScene();
  const entries = add('ann', 30);
  add('bob', 10);
  for (const entry of entries.slice(0, 29)) queue.abandon(entry);
  expect(queue.size).toBe(11);
  expect(sharesOf(take(20))).toEqual({ ann: 1, bob: 10 });
});

test('abandoning what was already taken changes nothing', () => {
  const { add, queue } = createScene();
  const [entry] = add('ann', 2);
  queue.take(1);
  queue.abandon(entry as Named);
  expect(queue.size).toBe(1);
});

test('whatever is added, joined, abandoned and taken: each live entry is taken once, and none else', () => {
  const caller = fc.constantFrom('ann', 'bob', 'cleo', 'digest');
  const step = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), caller, count: fc.nat(30) }),
    fc.record({ kind: fc.constant('join' as const), caller, count: fc.nat(500) }),
    fc.record({ kind: fc.constant('abandon' as const), caller, count: fc.nat(500) }),
    fc.record({ kind: fc.constant('take' as const), caller, count: fc.nat(40) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { queue, add } = createScene();
      const all: Named[] = [];
      const taken: Named[] = [];
      const live = () => all.filter(({ state }) => state === 'waiting');
      for (const { kind, caller: name, count } of steps) {
        const one = live()[count % Math.max(1, live().length)];
        if (kind === 'add') all.push(...add(name, count, name === 'digest' ? 'digest' : 'person'));
        else if (kind === 'take') {
          const expected = Math.min(count, live().length);
          const batch = queue.take(count);
          expect(batch).toHaveLength(expected);
          taken.push(...batch);
        } else if (one && kind === 'join') queue.add(name, 'person', [one]);
        else if (one) queue.abandon(one);
        expect(queue.size).toBe(live().length);
      }
      taken.push(...queue.take(queue.size));
      expect(new Set(taken).size).toBe(taken.length);
      expect(taken.length).toBe(all.filter(({ state }) => state === 'taken').length);
      expect(queue.size).toBe(0);
    }),
  );
});

test('what is ahead of a caller’s new entries is what will be taken before the last of them', () => {
  const { queue, add, take } = createScene();
  add('ann', 100);
  add('bob', 3);
  add('news', 50, 'digest');
  expect(queue.ahead('cleo', 5)).toBe(8);
  expect(queue.ahead('cleo', 12)).toBe(18);
  expect(queue.ahead('ann', 5)).toBe(103);
  take(20);
  expect(queue.ahead('ann', 5)).toBe(83);
});
