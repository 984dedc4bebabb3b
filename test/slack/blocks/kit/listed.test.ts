import { expect, test } from 'vitest';
import { toText } from '../../../../src/slack/blocks/kit/inline.ts';
import { listed } from '../../../../src/slack/blocks/kit/listed.ts';
import { mentionAdmins, mentionPeople } from '../../../../src/slack/blocks/kit/mention-people.ts';
import { withAudience } from '../../../../src/slack/words/reader.ts';
import { ONE_A_LANGUAGE, readerOf } from '../../readers.ts';

/** Where `Intl` has Latin letters touch those of Chinese and Japanese the app puts a space. */
const dense = (text: string) => text.replaceAll(' ', '');

test.each(ONE_A_LANGUAGE)('people are listed as Intl does it in %s, and admins to turn to with “or”', (locale) => {
  const people = ['U1', 'U2', 'U3'];
  const reader = withAudience(readerOf(locale), { role: 'viewer', admins: people });
  const mentions = people.map((id) => `<@${id}>`);
  for (const count of [1, 2, 3]) {
    expect(dense(toText(mentionPeople(reader, people.slice(0, count))))).toBe(
      dense(new Intl.ListFormat(reader.language).format(mentions.slice(0, count))),
    );
  }
  expect(dense(toText(mentionAdmins(reader)))).toBe(
    dense(new Intl.ListFormat(reader.language, { type: 'disjunction' }).format(mentions)),
  );
});

test('a mention, like any Latin letters, has a space beside the characters of Chinese and Japanese', () => {
  const people = ['U1', 'U2'];
  const say = (locale: string) => toText(mentionPeople(readerOf(locale), people, 'or'));
  expect(say('zh-CN')).toBe('<@U1> 或 <@U2>');
  expect(say('ja-JP')).toBe('<@U1> または <@U2>');
  expect(say('ko-KR')).toBe('<@U1> 또는 <@U2>');
});

test('clauses of several pieces stay whole, and where characters meet there is no space', () => {
  const chinese = readerOf('zh-CN');
  expect(listed(chinese, [{ bold: 'a' }, [{ code: 'b' }, ' x'], '另外'])).toEqual([
    { bold: 'a' },
    '、',
    { code: 'b' },
    ' x',
    ' 和',
    '另外',
  ]);
});
