import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block } from '../../../src/demo/slack/types.ts';
import { harmless } from '../../../src/demo/terminal/harmless.ts';
import { renderMessage } from '../../../src/demo/terminal/render-message.ts';
import { renderView } from '../../../src/demo/terminal/render-view.ts';
import { actions, button, dataTable, mrkdwn, pie, plain, raw, rich, section } from '../slack/blocks/samples.ts';

/** Anything but a line break that a terminal might obey. */
const OBEYED = /(?!\n)[\p{Cc}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF\p{Cs}]/u;

const ATTACKS: readonly (readonly [name: string, text: string])[] = [
  ['a cleared screen', '\u001B[2J\u001B[H'],
  ['a renamed window', '\u001B]0;owned\u0007'],
  ['a hidden link', '\u001B]8;;https://evil.example\u001B\\Slack\u001B]8;;\u001B\\'],
  ['a C1 sequence', '\u009B31m'],
  ['an overwritten line', 'failed\rok    '],
  ['a backspace', 'abc\b\b\bxyz'],
  ['a bell', '\u0007'],
  ['a bidi override', '\u202Eecila\u202C'],
  ['a bidi isolate', '\u2066abc\u2069'],
  ['a line separator', 'a\u2028b\u2029c'],
  ['half an emoji', '\uD83D'],
  ['a null', 'a\u0000b'],
];

const everywhere = (text: string): readonly unknown[] => [
  { type: 'header', text: plain(text) },
  section({ text: mrkdwn(text), fields: [mrkdwn(`<@U1|${text}>`), mrkdwn(`<https://a.io/${text}|${text}>`)] }),
  { type: 'context', elements: [mrkdwn(`<!date^1700000000^${text} {date}|${text}>`), mrkdwn(`\`${text}\``)] },
  dataTable([[raw(text)], [rich(text)], [{ type: 'raw_number', value: 1, text }]], { caption: text }),
  { ...pie(1, { label: text }), title: text },
  actions(button({ text: plain(text) })),
  { type: 'image', alt_text: text },
  { type: 'markdown', text },
  { type: text },
];

const show = (text: string, blocks: readonly unknown[]) =>
  renderMessage({ text, blocks: blocks as readonly Block[] }, { width: 40, colour: false, timeZone: 'UTC' });

test.each(ATTACKS)('%s does nothing, wherever it stands', (_, text) => {
  for (const block of everywhere(text)) {
    expect(show('', [block])).not.toMatch(OBEYED);
    expect(show('', [block])).toContain('\uFFFD');
  }
  expect(show(text, [])).not.toMatch(OBEYED);
});

test.each(ATTACKS)('%s does nothing in a modal', (_, text) => {
  const blocks = everywhere(text) as readonly Block[];
  const drawn = renderView({ title: text, submit: text, close: text, blocks }, { width: 40, colour: false });
  expect(drawn).not.toMatch(OBEYED);
});

test('an emoji given by its code point is no way in', () => {
  const emoji = (unicode: string) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'emoji', name: 'wave', unicode }] }],
  });
  expect(show('', [emoji('1f44b')])).toBe('👋');
  expect(show('', [emoji('001b-005b')])).toBe('\uFFFD[');
  expect(show('', [emoji('nonsense')])).toBe(':wave:');
});

test('markup cannot be smuggled in as entities', () => {
  expect(show('&lt;@U1|admin&gt; &amp;lt;b&amp;gt;', [])).toBe('<@U1|admin> &lt;b&gt;');
});

test('a link shows where it leads, whatever its label says', () => {
  expect(show('<https://evil.example|slack.com>', [])).toBe('slack.com (https://evil.example)');
});

test('a new line in a name stays inside its cell', () => {
  const drawn = show('', [dataTable([[raw('UserID')], [raw('alice\n\nowned')]])]);
  expect(
    drawn
      .split('\n')
      .slice(1)
      .every((line) => /^[┌├│└].*[┐┤│┘]$/.test(line)),
  ).toBe(true);
});

test('tabs, line breaks, emoji and joined scripts survive', () => {
  expect(harmless('a\tb\r\nc 👩‍👩‍👧 می‌خواهم')).toBe('a b\nc 👩‍👩‍👧 می‌خواهم');
});

test('any blocks at all are drawn without a control character and without a throw', () => {
  const words = fc.string({ unit: 'binary', maxLength: 30 });
  const types = fc.constantFrom('section', 'table', 'rich_text', 'actions', 'data_visualization', 'plan', 'context');
  const junk = fc.jsonValue({ stringUnit: 'binary', maxDepth: 4 });
  const block = fc
    .tuple(types, junk, fc.constantFrom('text', 'rows', 'elements', 'chart', 'title', 'tasks'))
    .map(([type, value, name]) => ({ type, [name]: value }));
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          block,
          words.map((text) => section({ text: mrkdwn(text) })),
        ),
      ),
      (blocks) => {
        expect(show('', blocks)).not.toMatch(OBEYED);
      },
    ),
    { numRuns: 300 },
  );
});
