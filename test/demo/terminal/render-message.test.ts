import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/demo/slack/types.ts';
import { renderMessage } from '../../../src/demo/terminal/render-message.ts';
import {
  ACCEPTED,
  actions,
  button,
  card,
  container,
  dataTable,
  mrkdwn,
  options,
  plain,
  raw,
  section,
  task,
} from '../slack/blocks/samples.ts';

const show = (blocks: readonly unknown[], width = 60) =>
  renderMessage({ text: '', blocks: blocks as readonly Block[] }, { width, colour: false, timeZone: 'UTC' });

const number = (value: number, text: string) => ({ type: 'raw_number', value, text });

test('an answer reads from the top: title, totals, table, buttons', () => {
  const answer = [
    { type: 'header', text: plain('Follow stats') },
    { type: 'context', elements: [mrkdwn('*2 of 3* read'), mrkdwn('_1 failed_')] },
    dataTable([
      ['UserID', 'Followers', 'Following'].map(raw),
      [raw('alice'), number(1234, '1,234'), number(5, '5')],
      [raw('bob'), number(7, '7'), number(12, '12')],
      [raw('ghost'), raw('–'), raw('–')],
    ]),
    { type: 'divider' },
    actions(button(), button({ text: plain('Share'), action_id: 'share' })),
  ];
  expect(show(answer, 40)).toMatchInlineSnapshot(`
    "Follow stats
    2 of 3 read  1 failed
    Followers
    ┌────────┬───────────┬───────────┐
    │ UserID │ Followers │ Following │
    ├────────┼───────────┼───────────┤
    │ alice  │     1,234 │         5 │
    │ bob    │         7 │        12 │
    │ ghost  │         – │         – │
    └────────┴───────────┴───────────┘
    ────────────────────────────────────────
    [ Refresh ] [ Share ]"
  `);
});

test('without blocks the text is shown, decoded and wrapped', () => {
  const message = { text: '*alice* &amp; <@U1|bob>: 7 followers', blocks: [] };
  expect(renderMessage(message, { width: 14, colour: false })).toBe('alice & @bob:\n7 followers');
});

test.each(ACCEPTED)('%s is drawn within the page', (_, __, block) => {
  const drawn = show([block], 60);
  expect(drawn).not.toBe('');
  for (const line of drawn.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
});

test('a section shows its fields and what stands beside it', () => {
  const block = section({ fields: [mrkdwn('*Followers*'), plain('12')], accessory: button() });
  expect(show([block])).toBe('Hello\nFollowers\n12\n[ Refresh ]');
});

test('blocks inside blocks are moved in', () => {
  expect(show([container(section()), { type: 'carousel', elements: [card] }])).toBe(
    'More\n  Hello\nAlice\n12 followers\n[ Refresh ]',
  );
  expect(show([{ type: 'plan', title: 'Look-ups', tasks: [task('pending')] }])).toBe('Look-ups\n  [pending] Look up');
});

test('buttons that do not fit side by side go under each other', () => {
  const block = actions(...['Refresh', 'Share', 'Export'].map((text) => button({ text: plain(text) })));
  expect(show([block], 24)).toBe('[ Refresh ] [ Share ]\n[ Export ]');
});

test.each([
  ['an overflow menu by its options', { type: 'overflow', options: options(2) }, '[ More: Option 0, Option 1 ]'],
  [
    'a select by its placeholder and its options',
    { type: 'static_select', placeholder: plain('Choose a day'), options: options(2) },
    '[ Choose a day: Option 0, Option 1 ]',
  ],
  [
    'a select by what is chosen first',
    { type: 'static_select', options: options(3), initial_option: options(3)[1] },
    '[ Option 1 (or Option 0, Option 2) ]',
  ],
  [
    'many options by the first few',
    { type: 'multi_static_select', option_groups: [{ label: plain('A'), options: options(100) }] },
    '[ Choose: Option 0, Option 1, Option 2, Option 3, Option 4 and 95 more ]',
  ],
  ['a select that searches', { type: 'external_select', placeholder: plain('Account') }, '[ Type to search: Account ]'],
  [
    'a select that searches and holds something',
    { type: 'multi_external_select', initial_options: options(2) },
    '[ Option 0, Option 1 (or type to search) ]',
  ],
  ['a picker by what is done with it', { type: 'users_select' }, '[ Choose a person ]'],
  ['an element of no known kind by its name', { type: 'wheel' }, '[ wheel ]'],
])('%s, in words', (_what, element, words) => {
  expect(show([section({ accessory: element })], 100)).toBe(`Hello\n${words}`);
});

test('a context line is one line, dim where there is colour', () => {
  const line = { type: 'context', elements: [mrkdwn('Next: *Monday*'), plain('3 accounts')] };
  expect(show([line])).toBe('Next: Monday  3 accounts');
  const dim = renderMessage({ text: '', blocks: [line as Block] }, { width: 60, colour: true });
  expect(dim).toBe('\u001B[2mNext: Monday  3 accounts\u001B[22m');
});

test('an unknown block shows by its name', () => {
  expect(show([{ type: 'hologram' }, { type: 'constructor' }])).toBe('[hologram]\n[constructor]');
});

describe('with colour', () => {
  const colourful = (blocks: readonly unknown[]) =>
    renderMessage({ text: '', blocks: blocks as readonly Block[] }, { width: 30, colour: true });

  test('each line is styled by itself, so that nothing bleeds into the next', () => {
    const drawn = colourful([{ type: 'header', text: plain('A title that takes two lines or more') }]);
    expect(drawn.split('\n')).toEqual([
      '\u001B[1mA title that takes two lines\u001B[22m',
      '\u001B[1mor more\u001B[22m',
    ]);
  });

  test('colour adds nothing but colour', () => {
    const blocks = ACCEPTED.map(([, , block]) => block);
    const bare = stripVTControlCharacters(colourful(blocks));
    expect(bare).toBe(show(blocks, 30));
  });
});
