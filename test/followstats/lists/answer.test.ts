import { expect, test } from 'vitest';
import { readCommand } from '../../../src/followstats/commands/command.ts';
import { createListAnswer } from '../../../src/followstats/lists/answer.ts';
import { MOST_LIST_ACCOUNTS } from '../../../src/followstats/lists/lists.ts';
import type { ListCommand } from '../../../src/followstats/lists/read.ts';
import { createResolve } from '../../../src/followstats/reports/resolve.ts';
import { readWords } from '../../../src/followstats/typed/words.ts';
import { openNew, temporaryFolder } from '../../store/new-store.ts';
import { manyAccounts, whoOf } from '../reports/sample-lookups.ts';

const ANA = { personId: 'U1', channelId: 'C1' };

const context = { asker: ANA, signal: new AbortController().signal };

/** Types `list …`, one after the other, and tells the last answer. */
async function answerLast(...typed: readonly string[]) {
  const { lists, links } = await openNew(async () => ({ kind: 'sqlite', folder: temporaryFolder() }));
  const directory = { groupMembers: async () => new Set<string>(), groupGap: async () => undefined };
  const answerList = createListAnswer({
    lists,
    resolve: createResolve({ lists, links, directory }),
    findMissing: async (accounts) => accounts.filter((account) => account === 'ghost').map((account) => ({ account })),
  });
  const answers = [];
  for (const text of typed) {
    answers.push(await answerList(readCommand(`list ${text}`, MOST_LIST_ACCOUNTS + 1) as ListCommand, context));
  }
  return answers.at(-1);
}

test('a list can be made of another, and taken from it', async () => {
  expect(await answerLast('create a x y', 'create b z list:a', 'show b')).toEqual({
    kind: 'list',
    list: { name: 'b', accounts: ['z', 'x', 'y'] },
  });
  expect(await answerLast('create a x y', 'create b y z', 'remove a list:b')).toMatchObject({
    kind: 'list-changed',
    change: 'remove',
    changed: 1,
    size: 1,
  });
});

test('nothing is done about accounts of a list that doesn’t exist', async () => {
  const corrected = 'list add stars y list:stars';
  const unknown = {
    kind: 'fault',
    fault: { kind: 'unknown-list', name: 'strs', suggestion: 'stars', corrected, toMake: [] },
  };
  expect(await answerLast('create stars x', 'add stars y list:strs')).toEqual(unknown);
  expect(await answerLast('create stars x', 'add stars y list:strs', 'show stars')).toMatchObject({
    list: { accounts: ['x'] },
  });
});

test.each([
  ['add strs x', 'list-unchanged', whoOf('x')],
  ['remove strs x', 'list-unchanged', undefined],
  ['delete strs', 'fault', undefined],
  ['show strs', 'fault', []],
  ['strs', 'fault', []],
])('list %s names the list that was meant, and the whole command', async (typed, kind, toMake) => {
  const command = `list ${typed.replace('strs', 'stars')}`;
  const fault = { kind: 'unknown-list', name: 'strs', suggestion: 'stars' };
  const answer = await answerLast('create stars x', typed);
  expect(answer).toMatchObject({
    kind,
    fault: { ...fault, corrected: command.replace(/^list stars/, 'list show stars') },
  });
  const has = expect(answer);
  if (toMake) has.toHaveProperty('fault.toMake', toMake);
  else has.not.toHaveProperty('fault.toMake');
});

test('what was taken from a list is named, and only that', async () => {
  expect(await answerLast('create a x y z', 'remove a z nobody x')).toMatchObject({ removed: ['x', 'z'] });
});

test('too many of whom a command names are said with the beginning of that command', async () => {
  const groups = Array.from({ length: 21 }, (_, n) => `<!subteam^S${n}>`).join(' ');
  const answer = await answerLast('create a x', `add a ${groups}`);
  expect(answer).toMatchObject({ fault: { kind: 'too-many-groups', beginning: readWords('list add a') } });
});

test('a list that exists is neither made again nor changed by it', async () => {
  expect(await answerLast('create a x', 'create a y')).toEqual({ kind: 'list-unchanged', name: 'a', why: 'exists' });
  expect(await answerLast('create a x', 'create a y', 'show a')).toMatchObject({ list: { accounts: ['x'] } });
});

test('a list takes no more than it can hold, and says how many that would be', async () => {
  const most = manyAccounts(MOST_LIST_ACCOUNTS).join(' ');
  expect(await answerLast(`create a ${most}`)).toMatchObject({ kind: 'list-changed', size: MOST_LIST_ACCOUNTS });
  expect(await answerLast(`create a ${most}`, 'add a x y')).toEqual({
    kind: 'list-unchanged',
    name: 'a',
    why: 'too-many-accounts',
    size: MOST_LIST_ACCOUNTS + 2,
  });
});

test.each([
  ['create', ['create a x ghost']],
  ['add', ['create a x', 'add a ghost y']],
])('%s names the accounts that Chat doesn’t know, and puts them down all the same', async (_, typed) => {
  expect(await answerLast(...typed)).toMatchObject({ kind: 'list-changed', notInChat: [{ account: 'ghost' }] });
  expect(await answerLast(...typed, 'show a')).toMatchObject({ list: { accounts: expect.arrayContaining(['ghost']) } });
});

test('what comes from another list, and what is taken out, isn’t asked about', async () => {
  expect(await answerLast('create a ghost', 'create b list:a')).toMatchObject({ size: 1, notInChat: [] });
  expect(await answerLast('create a x ghost', 'remove a ghost')).toMatchObject({ changed: 1, notInChat: [] });
});

test('a deleted list is named with what it held', async () => {
  expect(await answerLast('create a x y', 'delete a')).toEqual({
    kind: 'list-deleted',
    held: { name: 'a', accounts: ['x', 'y'] },
  });
  expect(await answerLast('create a x y', 'delete a', 'show')).toEqual({ kind: 'lists', lists: [] });
});
