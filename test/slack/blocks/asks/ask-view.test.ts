import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import { validateView } from '../../../../src/demo/slack/blocks/validate-view.ts';
import { type CommandFault, readCommand } from '../../../../src/followstats/commands/command.ts';
import type { ListName } from '../../../../src/followstats/typed/list-name.ts';
import { askFault, unchangedFault } from '../../../../src/slack/blocks/asks/ask-fault-text.ts';
import { ASKED, askView, blocksForView, waitingView } from '../../../../src/slack/blocks/asks/ask-view.ts';
import { ASK_ROLES, type Ask, readAsk, writeAsk } from '../../../../src/slack/blocks/kit/ask.ts';
import { sentences } from '../../../../src/slack/blocks/kit/reply.ts';
import { readAskOrigin, writeAsked } from '../../../../src/slack/controls/ask-form-state.ts';
import { LOCALES, readerOf } from '../../readers.ts';
import { objectsIn, textsIn } from '../read-rendering.ts';

const NAME = 'x'.repeat(40) as ListName;
const ASKS: readonly Ask[] = [
  { asks: 'lookup' },
  { asks: 'link' },
  { asks: 'list-create' },
  { asks: 'link-person', personId: 'U0PRIYA0001' },
  { asks: 'list-add', name: NAME },
  { asks: 'list-remove', name: NAME },
  { asks: 'list-fill', name: NAME },
  { asks: 'allow', personId: 'U0PRIYA0001', role: 'editor' },
];
const reader = readerOf();

test('every form there is is looked at here', () => {
  expect(ASKS.map(({ asks }) => asks).toSorted()).toEqual(Object.keys(ASK_ROLES).toSorted());
});

test.each<Ask>([{ asks: 'allow' }, { asks: 'allow', personId: 'U1' }, { asks: 'allow', role: 'admin' }])(
  '%j is filled in with what is known',
  (ask) => {
    expect(readAsk(writeAsk(ask))).toEqual(ask);
    const { personId, role = 'viewer' } = ask as Extract<Ask, { asks: 'allow' }>;
    const [person, roles] = objectsIn(askView(reader, ask, { channelId: 'C1' }).blocks).filter(
      ({ type }) => type === 'users_select' || type === 'static_select',
    );
    expect(person?.initial_user).toBe(personId);
    expect(roles?.initial_option).toMatchObject({ value: role });
  },
);

describe.each(ASKS)('the form $asks', (ask) => {
  test('is one that Slack takes, and names no command', () => {
    const readers = LOCALES.map((locale) => readerOf(locale));
    for (const view of readers.flatMap((one) => [askView(one, ask, { channelId: 'C1' }), waitingView(one, ask)])) {
      expect(validateView(view, 'modal')).toEqual([]);
      expect(JSON.stringify(textsIn(view.blocks))).not.toContain('/followstats');
    }
  });

  test('is written into a control, and known again from what the form carries', () => {
    expect(writeAsk(ask).length).toBeLessThanOrEqual(75);
    expect(readAsk(writeAsk(ask))).toEqual(ask);
    expect(readAskOrigin(askView(reader, ask, { channelId: 'C1' }).private_metadata ?? '')).toEqual({
      ask,
      channelId: 'C1',
    });
  });
});

test('what a list is to be made with stands in the form already, as it is typed, and nowhere else', () => {
  const accounts = 'alice "with space" r&amp;d <@U1> list:vip';
  const ask: Ask = { asks: 'list-fill', name: NAME, accounts };
  expect(readAsk(writeAsk(ask))).toEqual(ask);
  const { blocks, private_metadata: carried = '' } = askView(reader, ask, { channelId: 'C1' });
  expect(JSON.stringify(blocks)).toContain(JSON.stringify('alice "with space" r&d list:vip'));
  expect(readAskOrigin(carried)).toEqual({ ask: { asks: 'list-fill', name: NAME }, channelId: 'C1' });
  expect(JSON.stringify(askView(reader, { ...ask, accounts: '"oops' }, { channelId: 'C1' }))).not.toContain(
    'initial_value',
  );
});

test.each([
  'lookup',
  'ask:',
  'ask:nothing',
  'ask:list-add',
  'ask:list-add a b',
  'ask:list-add v!p',
  'ask:link-person x',
  'ask:link U1',
])('%j opens no form', (value) => {
  expect(readAsk(value)).toBeUndefined();
});

test.each(['', '{}', 'null', '{"ask":"x","channelId":"C1"}', '{"ask":"ask:link"}'])(
  '%j is of another version',
  (metadata) => {
    expect(readAskOrigin(metadata)).toBeUndefined();
  },
);

/** The command of a form with this in its fields. */
function asked(ask: Ask, values: Readonly<Record<string, string>>, maxAccounts = 100) {
  const state = {
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        `ask_${name}`,
        { [`ask_${name}`]: name === 'person' ? { selected_user: value } : { value } },
      ]),
    ),
  };
  return readCommand(writeAsked(ask, { private_metadata: '', state }), maxAccounts);
}

test.each([
  [
    { asks: 'lookup' },
    { accounts: ' alice\n"with space" list:vip r&d ' },
    'lookup alice "with space" list:vip r&amp;d',
  ],
  [{ asks: 'link' }, { person: 'U1', account: 'alice' }, 'link <@U1> alice'],
  [{ asks: 'link-person', personId: 'U1' }, { account: 'with space' }, 'link <@U1> "with space"'],
  [{ asks: 'link-person', personId: 'U1' }, { account: '"with space"' }, 'link <@U1> "with space"'],
  [{ asks: 'list-create' }, { name: 'Vip', accounts: '' }, 'list create vip'],
  [{ asks: 'list-add', name: 'vip' as ListName }, { accounts: 'a, b' }, 'list add vip a b'],
  [{ asks: 'list-remove', name: 'vip' as ListName }, { accounts: 'a, b' }, 'list remove vip a b'],
  [{ asks: 'list-fill', name: 'vip' as ListName }, { accounts: 'a' }, 'list create vip a'],
] satisfies readonly (readonly [Ask, Readonly<Record<string, string>>, string])[])(
  '%j with %j is the command %j',
  (ask, values, command) => {
    expect(asked(ask, values)).toEqual(readCommand(command, 100));
  },
);

test('whatever is typed into a field stays in it: no other command comes of it, and no mention', () => {
  const text = fc.oneof(
    fc.constantFrom('<@U9>', 'x" "y', '"', 'alice; delete vip', '<!subteam^S1>', '&lt;@U9&gt;'),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const command = asked({ asks: 'link-person', personId: 'U1' }, { account: typed });
      if (command.kind === 'fault') return;
      expect(command).toMatchObject({ kind: 'link', personId: 'U1' });
    }),
    { numRuns: 500 },
  );
});

describe('what is wrong stands on a field, in words for it', () => {
  const FAULTS: readonly (readonly [
    ask: Ask,
    values: Readonly<Record<string, string>>,
    field: string,
    text: string,
  ])[] = [
    [{ asks: 'lookup' }, { accounts: '"oops' }, 'accounts', 'Close the quote: "oops'],
    [{ asks: 'lookup' }, { accounts: '"a"b' }, 'accounts', 'Put a space after the closing quote: "a"b'],
    [{ asks: 'lookup' }, { accounts: ';' }, 'accounts', 'Type at least one UserID.'],
    [{ asks: 'lookup' }, { accounts: 'zoë' }, 'accounts', 'zoë can’t be a UserID.'],
    [{ asks: 'lookup' }, { accounts: 'a b c d' }, 'accounts', 'That’s 4 accounts, and the limit is 3.'],
    [{ asks: 'link' }, { person: 'U1', account: 'list:vip' }, 'account', 'list:vip is a list'],
    [{ asks: 'link' }, { person: 'U1', account: '' }, 'account', 'Type one UserID.'],
    [{ asks: 'list-create' }, { name: 'my list' }, 'name', 'my list can’t be the name of a list.'],
    [
      { asks: 'list-create' },
      { name: 'vip', accounts: 'list:v!p' },
      'accounts',
      'list:v!p can’t be the name of a list.',
    ],
    [
      { asks: 'list-create' },
      { name: '', accounts: 'alice' },
      'name',
      '– can’t be the name of a list. Use up to 40 letters, digits, - and _.',
    ],
  ];

  test.each(FAULTS)('%j with %j', (ask, values, field, text) => {
    const command = asked(ask, values, 3);
    if (command.kind !== 'fault') throw new Error('nothing is wrong');
    const fault = askFault(reader, command.fault, ASKED[ask.asks]);
    expect(fault.field).toBe(field);
    expect(fault.text).toContain(text);
    expect(fault.text).not.toContain('/followstats');
  });

  test.each<[CommandFault, string]>([
    [{ kind: 'unknown-list', name: 'nope' as ListName, suggestion: undefined }, 'There is no list:nope.'],
    [{ kind: 'unknown-list', name: 'vpi' as ListName, suggestion: 'vip' as ListName }, 'Did you mean list:vip?'],
    [{ kind: 'too-many-groups', count: 21, max: 20 }, 'That can’t be read.'],
  ])('%j', (fault, text) => {
    expect(askFault(reader, fault, ['accounts']).text).toContain(text);
  });

  test.each([
    [{ why: 'exists' }, 'name', 'There is a list:vip already.'],
    [{ why: 'too-many-lists' }, 'name', '200 lists already'],
    [{ why: 'too-many-accounts', size: 1200 }, 'accounts', 'would hold 1,200 accounts, and the limit is 1,000'],
  ] as const)('a list that stays as it is: %j', (why, field, text) => {
    const answer = { kind: 'list-unchanged', name: 'vip' as ListName, ...why } as const;
    const fault = unchangedFault(reader, answer, ['name', 'accounts']);
    expect(fault).toEqual({ field, text: expect.stringContaining(text) });
  });
});

test('an answer in a form’s place is the richest rendering that a view takes, without what can be pressed', () => {
  const { renderings, text } = sentences(reader, ['plain']);
  const [plain = []] = renderings;
  const actions = { type: 'actions' as const, elements: [] };
  const table = { type: 'data_table', caption: 'x', rows: [] } as never;
  const section = {
    type: 'section',
    text: { type: 'plain_text', text: 'x' },
    accessory: { type: 'overflow' },
  } as never;
  const shown = blocksForView(reader, { text, renderings: [[table], [...plain, section, actions]] });
  expect(shown.map(({ type }) => type)).toEqual(['rich_text', 'section']);
  expect(JSON.stringify(shown)).not.toContain('accessory');
  expect(validateBlocks(blocksForView(reader, { text: 'words', renderings: [[table]] }), 'modal')).toEqual([]);
});
