import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMentions } from '../../../src/slack/lookups/mentions.ts';

const richText = (...elements: readonly object[]) => ({ type: 'rich_text', elements });
const section = (...elements: readonly object[]) => ({ type: 'rich_text_section', elements });
const user = (id: string, style?: object) => ({ type: 'user', user_id: id, ...(style && { style }) });
const group = (id: string) => ({ type: 'usergroup', usergroup_id: id });

/** Whom a message is about, by id, in order. */
const idsOf = (message: unknown): 'too-large' | readonly (string | false)[] => {
  const who = readMentions(message);
  if (who === 'too-large') return who;
  return who.map((one) => (one.kind === 'person' ? one.personId : one.kind === 'group' && one.groupId));
};

describe('a person’s message', () => {
  test('is about whom it mentions, in order, then about its author; each once', () => {
    const blocks = [richText(section(user('U3'), group('S1'), user('U2'), user('U3')))];
    expect(idsOf({ user: 'U1', text: '', blocks })).toEqual(['U3', 'S1', 'U2', 'U1']);
    expect(idsOf({ user: 'U2', text: '', blocks })).toEqual(['U3', 'S1', 'U2']);
  });

  test('is about its author where it mentions no one', () => {
    expect(idsOf({ user: 'W1', text: 'hello', blocks: [richText(section({ type: 'text', text: 'hello' }))] })).toEqual([
      'W1',
    ]);
  });

  test('mentions people in lists and quotes, too', () => {
    const list = { type: 'rich_text_list', style: 'bullet', elements: [section(user('U2')), section(user('U3'))] };
    expect(idsOf({ blocks: [richText(list, { type: 'rich_text_quote', elements: [user('U4')] })] })).toEqual([
      'U2',
      'U3',
      'U4',
    ]);
  });

  test('mentions no one in code', () => {
    const code = { type: 'rich_text_preformatted', elements: [user('U2'), { type: 'text', text: '<@U3>' }] };
    expect(idsOf({ text: '```<@U2>``` <@U4>', blocks: [richText(code, section(user('U5', { code: true })))] })).toEqual(
      [],
    );
    expect(idsOf({ blocks: [richText(section(user('U5', { bold: true })))] })).toEqual(['U5']);
  });

  test('without blocks is read as marked-up text', () => {
    const text =
      'Hi <@U2>, <@U3|bob> and <!subteam^S1|@ops>, not `<@U4>`, ```\n<@U5>\n```, <#C1|x>, <!here>, <http://x>';
    expect(idsOf({ user: 'U1', text })).toEqual(['U2', 'U3', 'S1', 'U1']);
  });
});

describe('a bot’s message', () => {
  test('has no author', () => {
    expect(idsOf({ subtype: 'bot_message', bot_id: 'B1', text: 'nobody' })).toEqual([]);
    expect(idsOf({ user: 'U0BOT', bot_id: 'B1', text: '<@U2>' })).toEqual(['U2']);
  });

  test('mentions people in the marked-up text of blocks, but not in plain text', () => {
    const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
    const blocks = [
      { type: 'header', text: { type: 'plain_text', text: '<@U9>' } },
      { type: 'section', text: mrkdwn('*New*: <@U2>'), fields: [mrkdwn('<@U3> `<@U9>`')] },
      { type: 'context', elements: [mrkdwn('<!subteam^S1>')] },
      { type: 'actions', elements: [{ type: 'button', value: '<@U9>', text: { type: 'plain_text', text: 'x' } }] },
    ];
    expect(idsOf({ bot_id: 'B1', blocks })).toEqual(['U2', 'U3', 'S1']);
  });

  test('mentions people in attachments: their texts, fields, blocks, and the message they quote', () => {
    const attachments = [
      {
        fallback: '<@U2>',
        pretext: '<@U3>',
        text: '<@U4>',
        fields: [{ title: 'who', value: '<@U5>' }],
        title: '<@U9>',
      },
      { blocks: [richText(section(user('U6')))] },
      { message_blocks: [{ message: { blocks: [richText(section(group('S1')))] } }] },
    ];
    expect(idsOf({ bot_id: 'B1', attachments })).toEqual(['U3', 'U4', 'U2', 'U5', 'U6', 'S1']);
  });
});

test.each([undefined, null, 'x', 7, [], {}, { blocks: 'x', attachments: {}, text: 5, user: {} }])(
  'of %j no one is read',
  (message) => {
    expect(readMentions(message)).toEqual([]);
  },
);

test('whatever a message holds, only ids of people and groups come out, each once', () => {
  fc.assert(
    fc.property(
      fc.record(
        {
          user: fc.oneof(fc.string(), fc.constant('U1')),
          bot_id: fc.string(),
          text: fc.string(),
          blocks: fc.oneof(
            fc.jsonValue(),
            fc.array(
              fc.record({
                type: fc.constantFrom('user', 'mrkdwn', 'rich_text'),
                user_id: fc.jsonValue(),
                text: fc.jsonValue(),
              }),
            ),
          ),
          attachments: fc.array(fc.jsonValue()),
        },
        { requiredKeys: [] },
      ),
      (message) => {
        const ids = idsOf(message);
        for (const id of ids) expect(id).toMatch(/^[UWS][A-Z0-9]+$/);
        expect(new Set(ids).size).toBe(ids.length);
      },
    ),
  );
});

describe('a message of any size', () => {
  const nested = (depth: number, inner: unknown) => {
    let value = inner;
    for (let n = 0; n < depth; n += 1) value = { elements: [value] };
    return value;
  };

  test('is read however deep its blocks are', () => {
    expect(idsOf({ user: 'U1', blocks: [nested(100_000, user('U2'))] })).toEqual(['U2', 'U1']);
  });

  test('is read whole when Slack could have sent it', () => {
    const text = '<@U2> '.repeat(6000);
    expect(idsOf({ user: 'U1', text, attachments: [{ text }, { fallback: '<@U3>' }] })).toEqual(['U2', 'U3', 'U1']);
  });

  test.each<[name: string, message: object]>([
    ['blocks', { blocks: [nested(300_000, user('U2'))] }],
    ['elements', { blocks: [{ type: 'section', fields: Array.from({ length: 500_000 }, () => ({})) }] }],
    ['text', { text: '<@U2>'.repeat(100_000) }],
    ['attachments', { attachments: Array.from({ length: 100_000 }, () => ({ text: '<@U2>' })) }],
    ['fields', { attachments: [{ fields: Array.from({ length: 500_000 }, () => ({})) }] }],
  ])('is found too large, rather than read in part, when it has too many %s', (_, message) => {
    expect(idsOf({ user: 'U1', ...message })).toBe('too-large');
  });
});
