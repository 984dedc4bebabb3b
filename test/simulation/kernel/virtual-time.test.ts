import { setTimeout as realSleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Life } from './life.ts';
import { installVirtualTime, type VirtualTime } from './virtual-time.ts';

const START = Date.parse('2027-03-01T00:00:00Z');
const never = () => false;
let time: VirtualTime;

beforeEach(() => {
  time = installVirtualTime(START);
});
afterEach(() => time.end());

test('time goes on only while it is let pass, and clocks follow it', async () => {
  const before = performance.now();
  expect([Date.now(), time.elapsed()]).toEqual([START, 0]);
  await time.passUntil(START + 1000, never);
  expect([Date.now(), time.elapsed(), performance.now() - before]).toEqual([START + 1000, 1000, 1000]);
});

test('timers fire in the order of their moments, and of their making where those are equal', async () => {
  const fired: string[] = [];
  setTimeout(() => fired.push('late'), 30);
  setTimeout(() => fired.push('first'), 10);
  setTimeout(() => fired.push('second'), 10);
  time.after(20, () => fired.push('between'));
  await time.passUntil(START + 100, never);
  expect(fired).toEqual(['first', 'second', 'between', 'late']);
});

test('everything that one timer leads to is done before the next fires', async () => {
  const fired: string[] = [];
  setTimeout(async () => {
    for (let n = 0; n < 20; n += 1) await Promise.resolve();
    fired.push('led to by the first');
  }, 10);
  setTimeout(() => fired.push('second'), 10);
  await time.passUntil(START + 100, never);
  expect(fired).toEqual(['led to by the first', 'second']);
});

test('no timer of a life fires once it has ended', async () => {
  const life = new Life('r1.1');
  const fired: string[] = [];
  time.within(life, () => {
    setTimeout(() => fired.push('early'), 10);
    setTimeout(() => fired.push('late'), 50);
    setTimeout(() => setTimeout(() => fired.push('later'), 40), 10);
    setInterval(() => fired.push('again'), 20);
    setImmediate(() => fired.push('at once'));
  });
  time.after(45, () => life.end());
  time.after(60, () => fired.push('of no life'));
  await time.passUntil(START + 1000, never);
  expect(fired).toEqual(['at once', 'early', 'again', 'again', 'of no life']);
});

test('what a life has begun is part of it, also after it waited', async () => {
  const life = new Life('r1.1');
  const fired: string[] = [];
  time.within(life, async () => {
    await time.sleep(10);
    setTimeout(() => fired.push('late'), 50);
  });
  time.after(20, () => life.end());
  await time.passUntil(START + 1000, never);
  expect(fired).toEqual([]);
});

test('the clock stands still while real work is held', async () => {
  let endedAt = -1;
  setTimeout(async () => {
    await time.hold(realSleep(5));
    endedAt = time.elapsed();
  }, 10);
  await time.passUntil(START + 1000, never);
  expect(endedAt).toBe(10);
});

test('work in turn is done one after the other, however long each takes, and before the clock goes on', async () => {
  const done: string[] = [];
  const work = (name: string, realMs: number) =>
    time.inTurn(async () => {
      done.push(`${name} begins`);
      await realSleep(realMs);
      done.push(`${name} ends at ${time.elapsed()}`);
    });
  setTimeout(() => void Promise.all([work('slow', 10), work('quick', 0)]), 10);
  setTimeout(() => done.push('the next timer'), 10);
  await time.passUntil(START + 1000, never);
  expect(done).toEqual(['slow begins', 'slow ends at 10', 'quick begins', 'quick ends at 10', 'the next timer']);
});

test('work in turn that fails rejects alone', async () => {
  const failed = time.inTurn(() => Promise.reject(new Error('disk')));
  const next = time.inTurn(async () => 'done');
  await expect(failed).rejects.toThrow('disk');
  await expect(next).resolves.toBe('done');
});

test('time stops to pass as soon as it is over', async () => {
  let isOver = false;
  time.after(50, () => {
    isOver = true;
  });
  await time.passUntil(START + 1000, () => isOver);
  expect(time.elapsed()).toBe(50);
});

test('a signal aborts with the time of the simulation', async () => {
  const signal = AbortSignal.timeout(500);
  await time.passUntil(START + 499, never);
  expect(signal.aborted).toBe(false);
  await time.passUntil(START + 501, never);
  expect(signal.reason).toMatchObject({ name: 'TimeoutError' });
});
