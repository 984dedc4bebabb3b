import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateBlocks } from '../../../../src/demo/slack/blocks/validate.ts';
import { composeMessage } from '../../../../src/demo/slack/people/compose-message.ts';
import type { Directory } from '../../../../src/demo/slack/people/typed-tokens.ts';
import { ANA } from '../open-workspace.ts';

const directory: Directory = {
  people: [ANA],
  channels: [{ id: 'C1', name: 'growth', isPrivate: false, memberIds: [] }],
  userGroups: [{ id: 'S1', handle: 'ops', name: 'Ops', memberIds: [] }],
};
const compose = (typed: string) => composeMessage(typed, directory);
const section = (...elements: readonly object[]) => ({ type: 'rich_text_section', elements });
const words = (text: string) => ({ type: 'text', text });

test('mentions and links become elements of rich text, and markup without names in the text', () => {
  expect(compose('hi @ana and @ops in #growth: a@b.com, foo.com & https://x.io')).toEqual({
    text: 'hi <@U0ANA> and <!subteam^S1|@ops> in <#C1|growth>: <mailto:a@b.com|a@b.com>, <http://foo.com|foo.com> &amp; <https://x.io>',
    blocks: [
      {
        type: 'rich_text',
        elements: [
          section(
            words('hi '),
            { type: 'user', user_id: 'U0ANA' },
            words(' and '),
            { type: 'usergroup', usergroup_id: 'S1' },
            words(' in '),
            { type: 'channel', channel_id: 'C1' },
            words(': '),
            { type: 'link', url: 'mailto:a@b.com', text: 'a@b.com' },
            words(', '),
            { type: 'link', url: 'http://foo.com', text: 'foo.com' },
            words(' & '),
            { type: 'link', url: 'https://x.io' },
          ),
        ],
      },
    ],
  });
});

test('code and preformatted text mention no one', () => {
  expect(compose('try `@ana <b>`\n```\n@ana foo.com\n```\nthen @ana')).toEqual({
    text: 'try `@ana &lt;b&gt;`\n```@ana foo.com```then <@U0ANA>',
    blocks: [
      {
        type: 'rich_text',
        elements: [
          section(words('try '), { type: 'text', text: '@ana <b>', style: { code: true } }),
          { type: 'rich_text_preformatted', elements: [words('@ana foo.com')] },
          section(words('then '), { type: 'user', user_id: 'U0ANA' }),
        ],
      },
    ],
  });
});

test('lines that begin with > are a quote', () => {
  expect(compose('she said\n> ask @ana\n> soon\nso I do').blocks[0]?.elements).toEqual([
    section(words('she said')),
    { type: 'rich_text_quote', elements: [words('ask '), { type: 'user', user_id: 'U0ANA' }, words('\nsoon')] },
    section(words('so I do')),
  ]);
});

test('whatever is typed makes blocks that Slack takes', () => {
  const typed = fc.string({
    unit: fc.constantFrom('@ana', '`', '```', '\n', '> ', 'a', ' ', '<', 'foo.com'),
    maxLength: 20,
  });
  fc.assert(
    fc.property(typed, (text) => {
      expect(validateBlocks(compose(text).blocks, 'message')).toEqual([]);
    }),
  );
});
