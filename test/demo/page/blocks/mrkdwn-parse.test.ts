import { expect, test } from 'vitest';
import type { Inline } from '../../../../src/demo/page/blocks/mrkdwn-inline.ts';
import { parseMrkdwn } from '../../../../src/demo/page/blocks/mrkdwn-parse.ts';

/** The parsed text written down in a small notation: `b(…)` for bold, and so on. */
function read(text: string, verbatim = false): string {
  return parseMrkdwn(text, { verbatim })
    .map((piece) =>
      piece.kind === 'pre' ? `pre(${piece.text})` : `${piece.kind}(${piece.children.map(write).join('')})`,
    )
    .join(' ');
}

function write(part: Inline): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'code':
      return `code(${part.text})`;
    case 'link':
      return `link(${part.url} ${part.label})`;
    case 'mention':
      return `mention(${part.id} ${part.label})`;
    case 'broadcast':
      return `broadcast(${part.range})`;
    case 'date':
      return `date(${part.timestamp} ${part.format} ${part.fallback})`;
    default:
      return `${part.kind}(${part.children.map(write).join('')})`;
  }
}

test.each([
  ['*bold* _it_ ~no~ `co*de*`', 'bold(bold) italic(it) strike(no) code(co*de*)'],
  ['*bold _both_*', 'bold(bold italic(both))'],
  ['(*x*), *y*.', '(bold(x)), bold(y).'],
  ['snake_case_name 2 * 3 * 4 a*b*c', 'snake_case_name 2 * 3 * 4 a*b*c'],
  ['*not closed', '*not closed'],
  ['** and * x *', '** and * x *'],
  ['*a `*` b*', 'bold(a code(*) b)'],
])('styles: %s', (text, expected) => {
  expect(read(text)).toBe(`lines(${expected})`);
});

test.each([
  ['<@U1>', 'mention(U1 @unknown)'],
  ['<@U1|ana>', 'mention(U1 ana)'],
  ['<#C1|news>', 'mention(C1 #news)'],
  ['<#C1|>', 'mention(C1 #private channel)'],
  ['<!subteam^S1|@ops>', 'mention(S1 @ops)'],
  ['<!here>', 'broadcast(here)'],
  ['<!date^1764000000^{date} at {time}|then>', 'date(1764000000 {date} at {time} then)'],
  ['<https://a.example/?x=1&amp;y=2|A &amp; B>', 'link(https://a.example/?x=1&y=2 A & B)'],
  ['<mailto:a@b.example>', 'link(mailto:a@b.example a@b.example)'],
  ['<img src=x>', '<img src=x>'],
])('angle brackets: %s', (text, expected) => {
  expect(read(text)).toBe(`lines(${expected})`);
});

test('what an app has escaped stays text', () => {
  expect(read('&lt;!channel&gt; &amp;lt; &lt;@U1&gt;')).toBe('lines(<!channel> &lt; <@U1>)');
});

test('a bare address is linked, unless the text is verbatim', () => {
  expect(read('see https://a.example/x.')).toBe('lines(see link(https://a.example/x https://a.example/x).)');
  expect(read('see https://a.example/x.', true)).toBe('lines(see https://a.example/x.)');
});

test('quotes, preformatted blocks and lines stand one under another', () => {
  expect(read('first\n&gt; one\n> *two*\nlast ```a *b*\n c &lt;```end')).toBe(
    'lines(first) quote(one\nbold(two)) lines(last ) pre(a *b*\n c <) lines(end)',
  );
});
