import { describe, expect, test } from 'vitest';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import { readCommand } from '../../../../src/followstats/commands/command.ts';
import type { ListAnswer } from '../../../../src/followstats/lists/answer.ts';
import { LIST_ACTIONS } from '../../../../src/followstats/lists/read.ts';
import type { ListName } from '../../../../src/followstats/typed/list-name.ts';
import { toText } from '../../../../src/slack/blocks/kit/inline.ts';
import type { Reply } from '../../../../src/slack/blocks/kit/reply.ts';
import { LIST_FAULTS } from '../../../../src/slack/blocks/lists/list-fault-text.ts';
import { LIST_ANSWERS } from '../../../../src/slack/blocks/lists/lists.ts';
import { accountsOf, manyAccounts, resolvedOf, whoOf } from '../../../followstats/reports/sample-lookups.ts';
import { readerOf } from '../../readers.ts';
import { buildReply } from '../build-reply.ts';
import { textsIn, unescaped } from '../read-rendering.ts';
import { longId } from '../reports/sample-reports.ts';

type Shown = Exclude<ListAnswer, { kind: 'fault' }>;
type Changed = Extract<ListAnswer, { kind: 'list-changed' }>;

const VIP = 'vip' as ListName;
const reply = (answer: Shown): Reply => buildReply(LIST_ANSWERS, answer);
const words = (answer: Shown): string => unescaped(reply(answer).text);

const changed = (change: Changed['change'], numbers: Pick<Changed, 'changed' | 'size'>, who = resolvedOf('a', 'b')) =>
  words({ kind: 'list-changed', change, name: VIP, ...numbers, who });

describe('what was done is said, and what to type next', () => {
  test.each([
    [
      'create',
      2,
      2,
      'list:vip now holds 2 accounts. Look them up with /followstats list:vip, see them with /followstats list show vip.',
    ],
    ['add', 2, 100, 'Added 2 accounts to list:vip. It now holds 100 accounts. Look them up'],
    [
      'add',
      2,
      1000,
      'Added 2 accounts to list:vip. It now holds 1,000 accounts. See them with /followstats list show vip. ' +
        'One look-up takes at most 100 accounts; /followstats digest new takes them all.',
    ],
    ['add', 1, 5, 'Added 1 account to list:vip; 1 was in it already. It now holds 5 accounts.'],
    ['add', 0, 5, 'Nothing was added to list:vip, which holds them all already. Look'],
    ['remove', 2, 1, 'Removed 2 accounts from list:vip. It now holds 1 account.'],
    [
      'remove',
      1,
      0,
      'Removed 1 account from list:vip; 1 was not in it. It now holds 0 accounts. Add accounts with /followstats list add vip alice.',
    ],
    ['remove', 0, 4, 'Nothing was removed from list:vip, which holds none of them.'],
  ] as const)('%s of two: %i changed, %i in it', (change, count, size, sentence) => {
    expect(changed(change, { changed: count, size })).toContain(sentence);
  });

  test('of a list made empty', () => {
    expect(changed('create', { changed: 0, size: 0 }, resolvedOf())).toBe(
      'list:vip now holds 0 accounts. Add accounts with /followstats list add vip alice.',
    );
  });

  test('and who couldn’t be added, since they have no link', () => {
    const text = changed('add', { changed: 0, size: 3 }, { ...resolvedOf(), unlinked: ['U1'] });
    expect(text).toMatch(/^Nothing was added to list:vip\. .*\n<@U1> has no link/);
  });
});

describe('what wasn’t done is said, with the reason', () => {
  test.each<[Shown, string]>([
    [{ kind: 'list-unchanged', name: VIP, why: 'exists' }, 'There is a list:vip already, so nothing was changed.'],
    [{ kind: 'list-unchanged', name: VIP, why: 'too-many-lists' }, 'There are 200 lists, and there can’t be more.'],
    [
      { kind: 'list-unchanged', name: VIP, why: 'too-many-accounts', size: 1003 },
      'list:vip would hold 1,003 accounts, and a list takes at most 1,000, so nothing was changed. Put some into another list, like /followstats list create vip-2 alice.',
    ],
  ])('%j', (answer, sentence) => {
    expect(words(answer)).toContain(sentence);
  });

  test('the name it offers for another list is one a list can have', () => {
    const name = 'x'.repeat(40) as ListName;
    const text = words({ kind: 'list-unchanged', name, why: 'too-many-accounts', size: 1001 });
    const offered = /\/followstats (list create \S+ alice)/.exec(text)?.[1] ?? '';
    expect(readCommand(offered, 100)).toMatchObject({ kind: 'list-create' });
  });
});

describe('a list that was deleted', () => {
  const deleted = (...ids: readonly string[]) =>
    words({ kind: 'list-deleted', held: { name: VIP, accounts: accountsOf(...ids) } });

  test('is said with how many it held, and the command that makes it again', () => {
    expect(deleted('alice', 'with space')).toBe(
      'Deleted list:vip, which held 2 accounts. To have it again, type /followstats list create vip alice "with space".',
    );
    const again = /type \/followstats (.*)\.$/.exec(deleted('alice', 'with space', 'say "hi"'))?.[1] ?? '';
    expect(readCommand(again, 100)).toEqual({
      kind: 'list-create',
      name: VIP,
      who: whoOf('alice', 'with space', 'say "hi"'),
    });
    expect(deleted()).toContain('type /followstats list create vip.');
  });

  test('and was long is said without all its names', () => {
    expect(deleted(...manyAccounts(100))).toBe(
      'Deleted list:vip, which held 100 accounts. To have it again, type /followstats list create vip … with the accounts it shall hold.',
    );
  });
});

describe('a list that is shown', () => {
  const shown = (...ids: readonly string[]): Shown => ({
    kind: 'list',
    list: { name: VIP, accounts: accountsOf(...ids) },
  });

  test('is shown with its accounts as they are typed', () => {
    expect(words(shown('alice', 'with space'))).toBe(
      'list:vip holds 2 accounts:\nalice "with space"\nLook them up with /followstats list:vip.',
    );
  });

  test('and is empty says what to do', () => {
    expect(words(shown())).toBe('list:vip is empty. Add accounts with /followstats list add vip alice.');
  });

  test('and is as long as can be is whole in the text, and counted in the blocks', () => {
    const ids = Array.from({ length: 1000 }, (_, n) => longId(n));
    const { text, renderings } = reply(shown(...ids));
    for (const id of ids) expect(text).toContain(id);
    expect(text.length).toBeLessThan(40_000);
    for (const blocks of renderings) {
      expect(validateBlocks(blocks, 'message')).toEqual([]);
      expect(textsIn(blocks).join('')).toContain('… and 700 more.');
    }
  });
});

describe('all lists', () => {
  const all = (count: number): Shown => ({
    kind: 'lists',
    lists: Array.from({ length: count }, (_, n) => ({ name: `l${n}` as ListName, size: n })),
  });

  test('are shown with how many accounts each holds', () => {
    expect(words(all(2))).toBe(
      '2 lists\nlist:l0: 0 accounts\nlist:l1: 1 account\nSee one with /followstats list show l0, look its accounts up with /followstats list:l0.',
    );
  });

  test('are none before the first is made', () => {
    expect(words(all(0))).toBe('There are no lists yet. Make one with /followstats list create creators alice bob.');
  });

  test.each([0, 1, 200])('%i make a message Slack takes', (count) => {
    for (const blocks of reply(all(count)).renderings) expect(validateBlocks(blocks, 'message')).toEqual([]);
  });
});

test('a word that is no action is answered with every action there is', () => {
  const fault = { kind: 'unknown-list-action', word: 'x', suggestion: undefined, name: undefined } as const;
  const text = toText(LIST_FAULTS['unknown-list-action'](readerOf('en-US'), fault));
  for (const action of LIST_ACTIONS) expect(text).toMatch(new RegExp(` comes .*\\b${action}\\b.*, not x\\.`));
});
