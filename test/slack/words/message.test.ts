import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toText } from '../../../src/slack/blocks/kit/inline.ts';
import { compile } from '../../../src/slack/words/catalogue.ts';
import { createMessage, createMessageOptions } from '../../../src/slack/words/message.ts';
import { hostileText } from '../blocks/hostile-text.ts';

const english = createMessageOptions('en', 'en-US');

test('a message without arguments is one piece of text', () => {
  expect(compile({ greeting: 'Hello there.' }, english).greeting()).toEqual(['Hello there.']);
});

test('messages may stand in groups', () => {
  expect(compile({ lists: { faults: { empty: 'It is empty.' } } }, english).lists.faults.empty()).toEqual([
    'It is empty.',
  ]);
});

describe('pieces', () => {
  const { met } = compile({ met: '{person} met {other} at {when} over {what}.' }, english);

  test('pass through as they are, and text around them is one piece', () => {
    const what = [{ code: 'list:vip' }, ' and ', 'tea'] as const;
    expect(met({ person: { personId: 'U1' }, other: 'Bob', when: { time: 5 }, what })).toEqual([
      { personId: 'U1' },
      ' met Bob at ',
      { time: 5 },
      ' over ',
      { code: 'list:vip' },
      ' and tea.',
    ]);
  });

  test('that are empty leave nothing behind', () => {
    expect(compile({ two: '{a}{b}' }, english).two({ a: '', b: [] })).toEqual([]);
  });

  test('that are numbers are written without grouping, even 0', () => {
    const { count } = compile({ count: '{n} of {all}' }, english);
    expect(count({ n: 0, all: 12_345 })).toEqual(['0 of 12345']);
  });
});

describe('plurals', () => {
  const text = '{n, plural, =0 {none} one {# account} few {# accounts, a few} other {# accounts}}';

  test.each([
    ['en', 'en-US', 0, 'none'],
    ['en', 'en-US', 1, '1 account'],
    ['en', 'de-DE', 12_345, '12.345 accounts'],
    ['pl', 'pl-PL', 3, '3 accounts, a few'],
    ['ja', 'ja-JP', 1, '1 accounts'],
  ])('go by the language (%s), numbers by the reader’s locale (%s)', (language, locale, n, expected) => {
    const { accounts } = compile({ accounts: text }, createMessageOptions(language, locale));
    expect(accounts({ n })).toEqual([expected]);
  });

  test('may hold arguments of their own', () => {
    const { more } = compile({ more: '{names}{left, plural, =0 {} other { and {left, number} more}}.' }, english);
    expect(more({ names: [{ code: 'alice' }], left: 0 })).toEqual([{ code: 'alice' }, '.']);
    expect(more({ names: [{ code: 'alice' }], left: 1000 })).toEqual([{ code: 'alice' }, ' and 1,000 more.']);
  });
});

describe('marks', () => {
  test('make a part of the message bold or code', () => {
    const { title } = compile({ title: '<b>{n, number} lists</b> by <code>list show</code>.' }, english);
    expect(title({ n: 1200 })).toEqual([{ bold: '1,200 lists' }, ' by ', { code: 'list show' }, '.']);
  });

  test('leave pieces within them what they are', () => {
    const { title } = compile({ title: '<b>To {channel}: {words}</b>' }, english);
    expect(title({ channel: { channelId: 'C1' }, words: ['a', 'b'] })).toEqual([
      { bold: 'To ' },
      { channelId: 'C1' },
      { bold: ': ab' },
    ]);
  });
});

test.each(['{x}', '<b>', '</b>', "'", "'{'", '{n, plural, other {}}', '<code>x</code>', '#'])(
  'an argument is never read as syntax: %s',
  (hostile) => {
    const { said } = compile({ said: '{who} said <b>{what}</b>' }, english);
    expect(said({ who: hostile, what: hostile })).toEqual([`${hostile} said `, { bold: hostile }]);
    expect(said({ who: { code: hostile }, what: '!' })).toEqual([{ code: hostile }, ' said ', { bold: '!' }]);
  },
);

test('whatever an argument holds, it stands in the text as it is', () => {
  const { said } = compile({ said: 'They said “{what}”.' }, english);
  fc.assert(
    fc.property(hostileText, (what) => {
      expect(said({ what })).toEqual([`They said “${what}”.`]);
    }),
  );
  expect(toText(said({ what: '<!channel>' }))).toBe('They said “&lt;!channel&gt;”.');
});

test('a missing argument is an error, and so is a message that isn’t valid', () => {
  expect(() => createMessage('{gone}', english)()).toThrow();
  expect(() => createMessage('{open', english)).toThrow(SyntaxError);
});
