import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import type { Role } from '../../../../src/followstats/access/rules.ts';
import { readCommand } from '../../../../src/followstats/commands/command.ts';
import type { ListAnswer } from '../../../../src/followstats/lists/answer.ts';
import { LIST_ACTIONS } from '../../../../src/followstats/lists/read.ts';
import type { ListName } from '../../../../src/followstats/typed/list-name.ts';
import type { AccountId } from '../../../../src/followstats/types.ts';
import { readGivenCommand } from '../../../../src/slack/blocks/kit/given-command.ts';
import { toText } from '../../../../src/slack/blocks/kit/inline.ts';
import type { Reply } from '../../../../src/slack/blocks/kit/reply.ts';
import { LIST_FAULTS } from '../../../../src/slack/blocks/lists/list-fault-text.ts';
import { LIST_ANSWERS } from '../../../../src/slack/blocks/lists/lists.ts';
import { type Audience, withAudience } from '../../../../src/slack/words/reader.ts';
import { accountsOf, manyAccounts, resolvedOf, whoOf } from '../../../followstats/reports/sample-lookups.ts';
import { readerOf } from '../../readers.ts';
import { buildReply } from '../build-reply.ts';
import { hostileId } from '../hostile-text.ts';
import { objectsIn, textsIn, unescaped, valuesIn } from '../read-rendering.ts';
import { longId } from '../reports/sample-reports.ts';

type Shown = Exclude<ListAnswer, { kind: 'fault' }>;
type Changed = Extract<ListAnswer, { kind: 'list-changed' }>;

const VIP = 'vip' as ListName;
const reply = (answer: Shown, audience: Partial<Audience> = { role: 'editor' }): Reply =>
  buildReply(LIST_ANSWERS, answer, audience);
const words = (answer: Shown, audience?: Partial<Audience>): string => unescaped(reply(answer, audience).text);

const changed = (
  change: Changed['change'],
  numbers: Pick<Changed, 'changed' | 'size'>,
  { who = resolvedOf('a', 'b'), notInChat = [] }: Partial<Pick<Changed, 'who' | 'notInChat'>> = {},
): Changed => ({ kind: 'list-changed', change, name: VIP, ...numbers, who, notInChat });

describe('what was done is said', () => {
  test.each([
    ['create', 2, 2, 'list:vip now holds 2 accounts.'],
    ['create', 0, 0, 'list:vip is ready, and still empty.'],
    ['add', 2, 100, 'Added 2 accounts to list:vip. It now holds 100 accounts.'],
    [
      'add',
      2,
      1000,
      'Added 2 accounts to list:vip. It now holds 1,000 accounts. A look-up takes 100 accounts at most. A digest takes them all: /followstats digest new.',
    ],
    ['add', 1, 5, 'Added 1 account to list:vip. 1 was in it already. It now holds 5 accounts.'],
    ['add', 0, 5, 'list:vip holds all of them already. Nothing was added.'],
    ['remove', 2, 1, 'Removed 2 accounts from list:vip. It now holds 1 account.'],
    ['remove', 1, 0, 'Removed 1 account from list:vip. 1 wasn’t in it. It now holds 0 accounts.'],
    ['remove', 0, 4, 'list:vip holds none of them. Nothing was removed.'],
  ] as const)('%s of two: %i changed, %i in it', (change, count, size, sentence) => {
    expect(words(changed(change, { changed: count, size }))).toBe(sentence);
  });

  test('and who couldn’t be added, since they have no link', () => {
    const answer = changed('add', { changed: 0, size: 3 }, { who: { ...resolvedOf(), unlinked: ['U1'] } });
    expect(words(answer)).toMatch(/^Nothing was added to list:vip\.\n<@U1> isn’t linked to an account yet\./);
    expect(valuesIn(reply(answer))).toContain('ask:link-person U1');
  });

  test('and which accounts Chat doesn’t know', () => {
    const numbers = { changed: 2, size: 2 };
    const notInChat = (...ids: readonly string[]) =>
      words(changed('add', numbers, { notInChat: accountsOf(...ids).map((account) => ({ account })) }));
    expect(notInChat('ghost')).toMatch(/\nghost isn’t in Chat \(yet\)\.$/);
    expect(notInChat('ghost', 'a b')).toMatch(/\nghost and a b aren’t in Chat \(yet\)\.$/);
    expect(notInChat(...manyAccounts(12))).toMatch(/, and 2 more accounts aren’t in Chat \(yet\)\.$/);
  });

  test('and which one was probably meant, with a button that puts it in the place of the wrong one', () => {
    const [alcie, alice, ghost] = accountsOf('alcie', 'alice', 'ghost') as [AccountId, AccountId, AccountId];
    const notInChat = [{ account: alcie, meant: alice }, { account: ghost }];
    const answer = changed('create', { changed: 2, size: 2 }, { notInChat });
    expect(words(answer)).toMatch(
      /\nalcie isn’t in Chat \(yet\)\. Did you mean alice\?\nghost isn’t in Chat \(yet\)\.$/,
    );
    expect(valuesIn(reply(answer))).toContain('list remove vip alcie\nlist add vip alice');
    const two = [...notInChat, { account: ghost, meant: alice }];
    expect(valuesIn(reply(changed('create', { changed: 2, size: 2 }, { notInChat: two }))).join()).not.toContain(
      'alcie',
    );
  });

  test('and what was taken out can be put back, as far as a button holds it', () => {
    const answer = (...ids: readonly string[]) => ({
      ...changed('remove', { changed: ids.length, size: 3 }),
      removed: accountsOf(...ids),
    });
    expect(valuesIn(reply(answer('alice', 'with space')))).toContain('list add vip alice "with space"');
    const many = Array.from({ length: 90 }, (_, n) => longId(n));
    expect(valuesIn(reply(answer(...many))).join()).not.toContain('list add vip');
    expect(valuesIn(reply(answer())).join()).not.toContain('list add vip');
  });

  test.each([
    [2, ['lookup list:vip', 'list show vip', 'ask:list-add vip']],
    [0, ['list show vip', 'ask:list-add vip']],
    [101, ['digest new', 'list show vip', 'ask:list-add vip']],
  ])('with buttons for what can be done with a list of %i', (size, values) => {
    expect(valuesIn(reply(changed('create', { changed: size, size })))).toEqual(values);
  });
});

describe('what wasn’t done is said, with the reason', () => {
  test.each<[Shown, string, readonly string[]]>([
    [
      { kind: 'list-unchanged', name: VIP, why: 'exists' },
      'There is a list:vip already, so nothing was changed.',
      ['list show vip', 'ask:list-add vip'],
    ],
    [
      { kind: 'list-unchanged', name: VIP, why: 'too-many-lists' },
      'There are 200 lists already, and that’s the most. Delete one first.',
      ['list show'],
    ],
    [
      { kind: 'list-unchanged', name: VIP, why: 'too-many-accounts', size: 1003 },
      'list:vip would hold 1,003 accounts, and the limit is 1,000. Nothing was changed. Put some on another list, like /followstats list create vip-2 alice.',
      ['list show vip'],
    ],
    [
      {
        kind: 'list-unchanged',
        name: VIP,
        why: 'absent',
        fault: {
          kind: 'unknown-list',
          name: VIP,
          suggestion: 'vips' as ListName,
          corrected: 'list add vips a',
          toMake: whoOf('a'),
        },
      },
      'There is no list:vip. Did you mean list:vips?',
      ['list add vips a', 'ask:list-fill vip a'],
    ],
    [
      {
        kind: 'list-unchanged',
        name: VIP,
        why: 'absent',
        fault: { kind: 'unknown-list', name: VIP, suggestion: undefined },
      },
      'There is no list:vip. See all lists',
      ['list show'],
    ],
  ])('%j', (answer, sentence, values) => {
    expect(words(answer)).toContain(sentence);
    expect(valuesIn(reply(answer))).toEqual(values);
  });

  test('the name it offers for another list is one a list can have', () => {
    const name = 'x'.repeat(40) as ListName;
    const text = words({ kind: 'list-unchanged', name, why: 'too-many-accounts', size: 1001 });
    const offered = /\/followstats (list create \S+ alice)/.exec(text)?.[1] ?? '';
    expect(readCommand(offered, 100)).toMatchObject({ kind: 'list-create' });
  });
});

describe('a list that was deleted', () => {
  const deleted = (...ids: readonly string[]): Shown => ({
    kind: 'list-deleted',
    held: { name: VIP, accounts: accountsOf(...ids) },
  });

  test('is said with how many it held, and a button that makes it again and shows the lists', () => {
    expect(words(deleted('alice', 'with space'))).toBe('Deleted list:vip and the 2 accounts on it.');
    expect(words(deleted())).toBe('Deleted list:vip. It was empty.');
    const [undo = ''] = valuesIn(reply(deleted('alice', 'with space', 'say "hi" & <go>')));
    const { command, shows } = readGivenCommand(undo);
    expect(shows).toBe('list show');
    expect(readCommand(command, 100)).toEqual({
      kind: 'list-create',
      name: VIP,
      who: whoOf('alice', 'with space', 'say "hi" & <go>'),
    });
  });

  test.each([101, 70])('and was too long for a button shows what it held (%i accounts)', (count) => {
    const ids = Array.from({ length: count }, (_, n) => longId(n));
    const { text } = reply(deleted(...ids));
    expect(text).toMatch(/^Deleted list:vip and the \d+ accounts on it\. That’s too many for an Undo/);
    for (const id of ids) expect(text).toContain(id);
    expect(valuesIn(reply(deleted(...ids)))).toEqual([]);
  });

  test('whatever stands on it, *Undo* fits a button and brings all of it back, or isn’t there', () => {
    fc.assert(
      fc.property(fc.uniqueArray(hostileId, { maxLength: 120 }), (ids) => {
        const [undo] = valuesIn(reply(deleted(...ids)));
        if (undo === undefined) return;
        expect(undo.length).toBeLessThanOrEqual(2000);
        const { command } = readGivenCommand(undo);
        expect(readCommand(command, 100)).toEqual({ kind: 'list-create', name: VIP, who: whoOf(...ids) });
      }),
    );
  });
});

describe('a list that is shown', () => {
  const shown = (...ids: readonly string[]): Shown => ({
    kind: 'list',
    list: { name: VIP, accounts: accountsOf(...ids) },
  });

  test('is shown with its accounts as they are typed', () => {
    expect(words(shown('alice', 'with space'))).toBe('list:vip · 2 accounts\nalice "with space"');
    expect(words(shown())).toBe('list:vip · empty');
  });

  test('has what this person may do with it', () => {
    const values = (role: Role) => valuesIn(reply(shown('alice'), { role }));
    expect(values('viewer')).toEqual(['lookup list:vip']);
    expect(values('editor')).toEqual([
      'lookup list:vip',
      'ask:list-add vip',
      'ask:list-remove vip',
      'list delete vip\nlist show',
    ]);
  });

  test('and is too long for a look-up says so, and offers a digest to those who may make one', () => {
    const long = shown(...manyAccounts(101));
    expect(words(long, { role: 'viewer' })).toMatch(/\nA look-up takes 100 accounts at most\.$/);
    expect(valuesIn(reply(long, { role: 'viewer' }))).toEqual([]);
    expect(words(long)).toMatch(/A digest takes them all: \/followstats digest new\.$/);
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
    expect(words(all(2))).toBe('2 lists\nlist:l0 · empty\nlist:l1 · 1 account');
  });

  test('have a menu each, of what this person may do', () => {
    const menus = (role: Role) =>
      objectsIn(reply(all(2), { role }).renderings)
        .filter(({ type }) => type === 'overflow')
        .map((menu) => objectsIn(menu).flatMap(({ value }) => value ?? []));
    expect(menus('viewer')).toEqual([['list show l0'], ['lookup list:l1', 'list show l1']]);
    expect(menus('editor')[1]).toEqual([
      'lookup list:l1',
      'list show l1',
      'ask:list-add l1',
      'ask:list-remove l1',
      'list delete l1\nlist show',
    ]);
  });

  test('are none before the first is made: an editor is offered to, and a viewer learns whom to ask', () => {
    expect(words(all(0))).toBe('There are no lists yet. Make one with /followstats list create creators alice bob.');
    expect(valuesIn(reply(all(0)))).toEqual(['ask:list-create']);
    const viewer = { role: 'viewer', admins: ['U9'] } as const;
    expect(words(all(0), viewer)).toBe('There are no lists yet. Ask <@U9> to make one.');
    expect(valuesIn(reply(all(0), viewer))).toEqual([]);
    expect(words(all(0), { role: 'viewer' })).toBe('There are no lists yet. An editor can make one.');
  });

  test.each([0, 1, 21, 200])('%i make a message Slack takes, with a control for each', (count) => {
    for (const blocks of reply(all(count)).renderings) expect(validateBlocks(blocks, 'message')).toEqual([]);
    const values = valuesIn(reply(all(count)));
    for (let n = 0; n < count; n += 1) expect(values).toContain(`list show l${n}`);
  });
});

test('a name as long as can be fits every menu and button', () => {
  const name = 'x'.repeat(40) as ListName;
  for (const blocks of reply({ kind: 'lists', lists: [{ name, size: 5 }] }).renderings) {
    expect(validateBlocks(blocks, 'message')).toEqual([]);
  }
  expect(valuesIn(reply({ kind: 'lists', lists: [{ name, size: 5 }] }))).toHaveLength(6);
});

test('a word that is no action is answered with every action there is, to those who may use them', () => {
  const fault = { kind: 'unknown-list-action', word: 'x', suggestion: undefined, name: undefined } as const;
  const tell = (role: Role) =>
    toText(LIST_FAULTS['unknown-list-action'](withAudience(readerOf('en-US'), { role, admins: [] }), fault));
  for (const action of LIST_ACTIONS) expect(tell('editor')).toMatch(new RegExp(` takes .*\\b${action}\\b.*, not x\\.`));
  expect(tell('viewer')).toBe(
    '/followstats list takes show and the name of a list, not x. Try /followstats list show creators.',
  );
});
