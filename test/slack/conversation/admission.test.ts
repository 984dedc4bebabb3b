import { expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { createAdmission } from '../../../src/slack/conversation/admission.ts';

function open({ most = 100, mostOfOne = 100 } = {}) {
  const given = { delayMs: 0 };
  const { admit } = createAdmission({
    ...{ most, mostOfOne, mostDelayMs: 2500, timeLimitMs: 25_000 },
    delayMs: () => given.delayMs,
  });
  const ends: (() => void)[] = [];
  const ask = (personId: string) =>
    admit(personId, () => new Promise<string>((resolve) => ends.push(() => resolve('done'))));
  return { given, admit, ask, ends };
}

const busyFor = (waitMs: number) =>
  expect.objectContaining({ failure: expect.objectContaining({ code: 'busy', waitMs }) });

test('of one person so many questions are under way, and another’s are still taken', async () => {
  const { ask, ends } = open({ mostOfOne: 2 });
  const own = [ask('U1'), ask('U1')];
  expect(await ask('U1')).toEqual(busyFor(25_000));
  const other = ask('U2');
  for (const end of ends) end();
  expect(await Promise.all([...own, other])).toEqual(['done', 'done', 'done']);
  const next = ask('U1');
  ends.at(-1)?.();
  expect(await next).toBe('done');
});

test('of all people so many questions are under way', async () => {
  const { ask, ends } = open({ most: 2 });
  const begun = [ask('U1'), ask('U2')];
  expect(await ask('U3')).toEqual(busyFor(25_000));
  for (const end of ends) end();
  await Promise.all(begun);
});

test('while work waits longer for its turn than a person should, none is begun', async () => {
  const { given, admit } = open();
  given.delayMs = 2501;
  let begun = 0;
  const ask = () => admit('U1', async () => (begun += 1));
  expect(await ask()).toEqual(busyFor(2501));
  given.delayMs = 2500;
  expect([await ask(), begun]).toEqual([1, 1]);
});

test('a question that fails no longer counts', async () => {
  const { admit } = open({ most: 1 });
  await expect(admit('U1', () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  expect(await admit('U1', async () => 'done')).not.toBeInstanceOf(AppError);
});
