import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { readWords, type Word } from '../../../src/followstats/typed/words.ts';

const plain = (text: string): Word => ({ kind: 'text', text, quoted: false });
const quoted = (text: string): Word => ({ kind: 'text', text, quoted: true });
const person = (personId: string): Word => ({ kind: 'person', personId });
const group = (groupId: string): Word => ({ kind: 'group', groupId });
const channel = (channelId: string, text: string): Word => ({ kind: 'channel', channelId, text });
const other = (text: string): Word => ({ kind: 'other-mention', text });

test.each([
  'alice bob',
  'alice,bob',
  'alice, bob',
  ' alice  bob ',
  'alice\nbob',
  'alice\r\nbob',
  'alice\tbob',
  ',alice,,bob,',
])('%j is two words', (text) => {
  expect(readWords(text)).toEqual([plain('alice'), plain('bob')]);
});

test.each(['alice，bob', 'alice、bob', 'alice\u3000bob', 'alice\u00a0bob'])(
  'the commas and spaces of other keyboards separate, too: %j',
  (text) => {
    expect(readWords(text)).toEqual([plain('alice'), plain('bob')]);
  },
);

test.each<[text: string, words: readonly Word[]]>([
  ['alice;', [plain('alice')]],
  ['alice; bob', [plain('alice'), plain('bob')]],
  ['alice ; bob;;', [plain('alice'), plain('bob')]],
  ['alice;,bob', [plain('alice'), plain('bob')]],
  ['a;b', [plain('a;b')]],
  ['a;b; ;c', [plain('a;b'), plain(';c')]],
  ['"a b";c', [quoted('a b'), plain('c')]],
  ['"a b;";; c', [quoted('a b;'), plain('c')]],
  ['<@U1>;<@U2>; alice;<@U3>', [person('U1'), person('U2'), plain('alice'), person('U3')]],
  ['r&amp;d r&amp; r&amp;;', [plain('r&d'), plain('r&'), plain('r&')]],
  ['<http://foo.com|foo.com>; bob', [plain('foo.com'), plain('bob')]],
  ['alice；bob', [plain('alice'), plain('bob')]],
])('a semicolon separates at a word’s end only: %j', (text, words) => {
  expect(readWords(text)).toEqual(words);
});

test.each<[text: string, words: readonly Word[]]>([
  ['\u200balice', [plain('alice')]],
  ['al\u200bi\u200cc\u200de\u2060', [plain('alice')]],
  ['\ufeffalice bob\ufeff', [plain('alice'), plain('bob')]],
  ['al\u00adice\ufe0f', [plain('alice')]],
  ['\u2066alice\u2069 \u202abob\u202c \u200ecarol\u200f', [plain('alice'), plain('bob'), plain('carol')]],
  ['al\u0000ice', [plain('alice')]],
  ['"with\u200b space"\u200b', [quoted('with space')]],
  ['list\u200b:vip', [plain('list:vip')]],
  ['<@U1|ma\u200bya>\u200b', [person('U1')]],
  ['\u200b \u2060', []],
])('what can’t be seen is left out: %j', (text, words) => {
  expect(readWords(text)).toEqual(words);
});

test.each(['', '   ', ',', ' ,\n， ', ';', ' ;; ,;'])('%j has no words', (text) => {
  expect(readWords(text)).toEqual([]);
});

test.each<[text: string, words: readonly Word[]]>([
  ['"with space"', [quoted('with space')]],
  ['"a, b",c', [quoted('a, b'), plain('c')]],
  ['“with space” x', [quoted('with space'), plain('x')]],
  ['„with space“', [quoted('with space')]],
  ['”with space”', [quoted('with space')]],
  ['"with space”', [quoted('with space')]],
  ['""', [quoted('')]],
  [String.raw`"say \"hi\""`, [quoted('say "hi"')]],
  [String.raw`"back\\slash"`, [quoted(String.raw`back\slash`)]],
  [String.raw`"ends\\"`, [quoted('ends\\')]],
  [String.raw`"other\n"`, [quoted(String.raw`other\n`)]],
  [String.raw`plain\"slash`, [plain(String.raw`plain\"slash`)]],
  ['‟with space‟', [quoted('with space')]],
  ['«with space» »x«', [quoted('with space'), quoted('x')]],
  ['＂with space＂', [quoted('with space')]],
  [String.raw`“say \“hi\””`, [quoted('say "hi"')]],
  ["o'hara 6'2\"", [plain("o'hara"), plain('6\'2"')]],
])('quotes keep separators, and a backslash keeps quotes: %s', (text, words) => {
  expect(readWords(text)).toEqual(words);
});

test.each<[text: string, word: string]>([
  ['alice "bob', '"bob'],
  ['"', '"'],
  ['“bob and more', '“bob and more'],
  [String.raw`"bob\"`, String.raw`"bob\"`],
  ['"r&amp;d', '"r&d'],
])('an unclosed quote is named from where it opens: %s', (text, word) => {
  expect(readWords(text)).toEqual({ kind: 'unclosed-quote', word });
});

test.each<[text: string, word: string]>([
  ['"alice"bob carol', '"alice"bob'],
  ['x "alice"&amp;', '"alice"&'],
])('text right behind a quote is a fault: %s', (text, word) => {
  expect(readWords(text)).toEqual({ kind: 'text-after-quote', word });
});

test.each<[text: string, words: readonly Word[]]>([
  ['<mailto:a@b.com|a@b.com>', [plain('a@b.com')]],
  ['<http://foo.com|foo.com>', [plain('foo.com')]],
  ['<https://foo.com/x>', [plain('https://foo.com/x')]],
  ['x-<http://foo.com|foo.com>-y', [plain('x-foo.com-y')]],
  ['"my <http://foo.com|foo.com> fan"', [quoted('my foo.com fan')]],
  ['<http://foo.com/?a=1&amp;b=2>', [plain('http://foo.com/?a=1&b=2')]],
])('a link is what was typed: %s', (text, words) => {
  expect(readWords(text)).toEqual(words);
});

test.each<[text: string, words: readonly Word[]]>([
  ['r&amp;d', [plain('r&d')]],
  ['&lt;labs&gt;', [plain('<labs>')]],
  ['&amp;lt;x', [plain('&lt;x')]],
  ['&quot;a &nbsp;b &AMP;c', [plain('&quot;a'), plain('&nbsp;b'), plain('&AMP;c')]],
  ['&lt;@U123&gt;', [plain('<@U123>')]],
])('the three entities are decoded, once, and are never a mention: %s', (text, words) => {
  expect(readWords(text)).toEqual(words);
});

test.each<[text: string, words: readonly Word[]]>([
  ['<@U123>', [person('U123')]],
  ['<@U123|bob>', [person('U123')]],
  ['<@W123|alice>,<@U456>', [person('W123'), person('U456')]],
  ['<@U123><@U456>', [person('U123'), person('U456')]],
  ['alice<@U123>bob', [plain('alice'), person('U123'), plain('bob')]],
  ['<!subteam^S123|@ops>', [group('S123')]],
  ['<!subteam^S123>', [group('S123')]],
  ['<#C123|growth>', [channel('C123', '#growth')]],
  ['<#C123|>', [channel('C123', '#C123')]],
  ['<#G123|r&amp;d>,<#C123>', [channel('G123', '#r&d'), channel('C123', '#C123')]],
  ['<#x|y>', [other('#y')]],
  ['<!here>', [other('@here')]],
  ['<!channel|@channel>', [other('@channel')]],
  ['<!everyone>', [other('@everyone')]],
  ['<@B123|helper>', [other('@helper')]],
])('a mention is read by its id, never by its label: %s', (text, words) => {
  expect(readWords(text)).toEqual(words);
});

test.each<[text: string, words: readonly Word[]]>([
  ['"<@U123|bob>"', [quoted('@bob')]],
  ['"<@U123>"', [quoted('@U123')]],
  ['"<!subteam^S123|@ops>"', [quoted('@ops')]],
  ['"<#C123|growth>"', [quoted('#growth')]],
  ['"<!here>"', [quoted('@here')]],
])('in quotes a mention is the text that was typed, since a UserID may begin with @: %s', (text, words) => {
  expect(readWords(text)).toEqual(words);
});

test('each character is looked at a few times at most, whatever stands around it', () => {
  const pieces = [
    'a',
    ' ',
    ',',
    ';',
    '"',
    '“',
    '\\',
    '<',
    '>',
    '|',
    '&amp;',
    '<@U1|x>',
    '<http://x|x>',
    '<@',
    '\u200b',
    '小',
  ];
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 400 }).map((parts) => parts.join(''));
  const looks = vi.spyOn(RegExp.prototype, 'test');
  try {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 20 }), (typed, times) => {
        const whole = typed.repeat(times);
        looks.mockClear();
        readWords(whole);
        const count = looks.mock.calls.length;
        if (count > 4 * whole.length) throw new Error(`${count} looks at ${whole.length} characters`);
      }),
    );
  } finally {
    looks.mockRestore();
  }
});
