import { expect, test } from 'vitest';
import { readWords, type Word } from '../../src/followstats/words.ts';

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

test.each(['', '   ', ',', ' ,\n， '])('%j has no words', (text) => {
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
  ['&amp;lt;', [plain('&lt;')]],
  ['&quot; &nbsp; &AMP;', [plain('&quot;'), plain('&nbsp;'), plain('&AMP;')]],
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
