import { expect, test } from 'vitest';
import { createWorkTurns } from '../../src/slack/work-turns.ts';

/** Resolves when what has arrived could be read. */
const arrivals = () => new Promise<void>((resolve) => setImmediate(resolve));

test('work takes its turns in the order in which it asked, and what has arrived is read between them', async () => {
  let at = 0;
  const takeTurn = createWorkTurns({ budgetMs: 5, now: () => at });
  const done: string[] = [];
  const work = async (name: string, tookMs: number) => {
    await takeTurn();
    await Promise.resolve();
    at += tookMs;
    done.push(name);
  };
  const all = [work('a', 2), work('b', 2), work('c', 2), work('d', 9), work('e', 1)];
  expect(done).toEqual([]);
  await arrivals();
  expect(done).toEqual(['a', 'b', 'c']);
  await arrivals();
  expect(done).toEqual(['a', 'b', 'c', 'd']);
  await Promise.all(all);
  expect(done).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('where nothing else waits it begins as soon as what has arrived is read', async () => {
  const takeTurn = createWorkTurns();
  for (let n = 0; n < 3; n += 1) {
    let isTurn = false;
    const turn = takeTurn().then(() => {
      isTurn = true;
    });
    await arrivals();
    expect(isTurn).toBe(true);
    await turn;
  }
});
