import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import type { Authorization } from '../../../src/followstats/access/authorize.ts';
import { askView } from '../../../src/slack/blocks/asks/ask-view.ts';
import type { Ask } from '../../../src/slack/blocks/kit/ask.ts';
import { sentences } from '../../../src/slack/blocks/kit/reply.ts';
import { createOnAskSubmit } from '../../../src/slack/controls/on-ask-submit.ts';
import type { Answered } from '../../../src/slack/conversation/conversation.ts';
import { openLog } from '../open-log.ts';
import { readerOf } from '../readers.ts';

const reader = readerOf();
const decision = {
  role: 'editor',
  rule: { role: 'editor', subject: { kind: 'person', id: 'U1' } },
  isPartial: false,
} as const;
/** What Slack says of a channel that the app isn't in. */
const NOT_THERE = new webApi.WebAPIPlatformError({ ok: false, error: 'not_in_channel' });
/** What Slack says of a view that was closed. */
const NOT_FOUND = new webApi.WebAPIPlatformError({ ok: false, error: 'not_found' });
const allowed: Authorization = { decision, admins: [], denial: undefined, keep: () => {} };

interface Scene {
  readonly answer?: () => Promise<unknown>;
  /** What Slack says when a view is shown anew. */
  readonly update?: () => Promise<unknown>;
  /** Before it is known how the person reads. */
  readonly reading?: Promise<void>;
  readonly fields?: Readonly<Record<string, string>>;
  readonly ask?: Ask;
  /** '' in a Home. */
  readonly channelId?: string;
  readonly lines?: readonly string[];
  /** What Slack says of a message in the channel; by default that the app isn't in it. */
  readonly post?: (message: unknown) => Promise<unknown>;
}

/** A person sends a form that asks which accounts go on a list. */
function open({
  answer = async () => {},
  update = async () => ({}),
  reading,
  fields = {},
  ask,
  channelId = 'C1',
  lines = ['It is done.'],
  post = () => Promise.reject(NOT_THERE),
}: Scene = {}) {
  const acks: unknown[] = [];
  const shown: unknown[] = [];
  const sent: string[] = [];
  const messages: unknown[] = [];
  const ends: unknown[] = [];
  const given: unknown[] = [];
  const lookUps: unknown[] = [];
  const { sink, log } = openLog();
  const submit = createOnAskSubmit({
    converse: async ({ command }) => {
      given.push(command);
      await answer();
      return {
        invocation: { command },
        reader,
        answer: { kind: 'links', links: [] },
        end: (why: unknown) => ends.push(why),
      } as unknown as Answered;
    },
    prepareReply: async () => ({ reply: sentences(reader, ...lines.map((line) => [line])), why: undefined }),
    lookUpFromHome: async (asker, command) => void lookUps.push([asker, command]),
    authorizeInForm: async (asker) => ({ asker, authorization: allowed }),
    recipientOf: () => async (reply) => void sent.push(reply.text),
    web: {
      chat: {
        postEphemeral: async (message: unknown) => {
          await post(message);
          messages.push(message);
        },
      },
      views: {
        update: async (view: unknown) => {
          await update();
          shown.push(view);
        },
      },
    } as never,
    directory: {
      reader: async () => {
        await reading;
        return reader;
      },
    },
    maxAccounts: 100,
    log,
    answerMs: 5,
    sendMs: 5,
  });
  const values = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { [name]: { value } }]));
  const view = {
    ...askView(reader, ask ?? { asks: 'lookup' }, { channelId, threadTs: '1.2' }),
    id: 'V1',
    state: { values },
  };
  const send = () =>
    submit({ ack: async (answered: unknown) => void acks.push(answered), body: { user: { id: 'U1' } }, view } as never);
  return { send, acks, shown, sent, messages, ends, given, lookUps, sink };
}

test('an answer closes the form and is a message where the form was asked for, in its thread', async () => {
  const { send, acks, shown, messages, ends } = open({ post: async () => {} });
  await send();
  expect(acks).toEqual([undefined]);
  expect(shown).toEqual([]);
  expect(messages).toMatchObject([{ channel: 'C1', user: 'U1', thread_ts: '1.2', text: 'It is done.' }]);
  expect(ends).toEqual([undefined]);
});

test('one that takes longer is a message, too, and the form says where it is', async () => {
  const later = Promise.withResolvers<void>();
  const { send, acks, shown, messages } = open({ answer: () => later.promise, post: async () => {} });
  const sending = send();
  await expect.poll(() => JSON.stringify(acks)).toContain('One moment');
  later.resolve();
  await sending;
  expect(messages).toMatchObject([{ text: 'It is done.' }]);
  expect(JSON.stringify(shown)).toContain('The answer is in the conversation.');
  expect(JSON.stringify(shown)).not.toContain('It is done.');
});

test('a message that Slack takes late is said to be there once it is', async () => {
  const taken = Promise.withResolvers<void>();
  const { send, acks, shown, messages } = open({ post: () => taken.promise });
  const sending = send();
  await expect.poll(() => JSON.stringify(acks)).toContain('One moment');
  taken.resolve();
  await sending;
  expect(messages).toHaveLength(1);
  expect(JSON.stringify(shown)).toContain('The answer is in the conversation.');
});

test('where the app isn’t in the channel an answer that is there at once is the acknowledgement itself', async () => {
  const { send, acks, shown, ends } = open();
  await send();
  expect(JSON.stringify(acks)).toContain('It is done.');
  expect(acks).toMatchObject([{ response_action: 'update' }]);
  expect(shown).toEqual([]);
  expect(ends).toEqual([undefined]);
});

test('one that takes longer takes the place of a sign that it is worked on', async () => {
  const later = Promise.withResolvers<void>();
  const { send, acks, shown, ends } = open({ answer: () => later.promise });
  const sending = send();
  await expect.poll(() => JSON.stringify(acks)).toContain('One moment');
  expect(ends).toEqual([]);
  later.resolve();
  await sending;
  expect(acks).toHaveLength(1);
  expect(JSON.stringify(shown)).toContain('It is done.');
  expect(ends).toEqual([undefined]);
});

test('one whose form is closed by then goes to the person', async () => {
  const later = Promise.withResolvers<void>();
  const { send, acks, sent, ends } = open({ answer: () => later.promise, update: () => Promise.reject(NOT_FOUND) });
  const sending = send();
  await expect.poll(() => acks.length).toBe(1);
  later.resolve();
  await sending;
  expect(sent).toEqual(['It is done.']);
  expect(ends).toEqual([undefined]);
});

test('a fault of the app is said on the form, with its reference in the log', async () => {
  const { send, acks, sink } = open({ answer: () => Promise.reject(new TypeError('a bug')) });
  await send();
  expect(acks).toMatchObject([
    { response_action: 'errors', errors: { ask_accounts: expect.stringContaining('reference') } },
  ]);
  expect(sink.lines.join('')).toContain('a form ended in a fault of the app');
});

test('the command is given while it is still being found out how the person reads', async () => {
  const known = Promise.withResolvers<void>();
  const { send, given, acks } = open({ reading: known.promise });
  const sending = send();
  await expect.poll(() => given.length).toBe(1);
  known.resolve();
  await sending;
  expect(acks).toHaveLength(1);
});

test('a look-up that was asked for in a Home is answered as one of its field', async () => {
  const { send, acks, given, lookUps } = open({ channelId: '', fields: { ask_accounts: 'alice' } });
  await send();
  expect([acks, given]).toEqual([[undefined], []]);
  expect(lookUps).toMatchObject([[{ personId: 'U1', channelId: undefined }, { kind: 'lookup' }]]);
});

test.each(['  ', '\u200b', ';', ' , '])(
  'a name of which nothing can be seen (%j) is not the first account',
  async (name) => {
    const { send, given } = open({
      ask: { asks: 'list-create' },
      fields: { ask_name: name, ask_accounts: 'alice bob' },
    });
    await send();
    expect(given).toMatchObject([{ kind: 'fault', fault: { kind: 'bad-list-name' }, meant: 'list-create' }]);
  },
);

test('an account of which nothing can be seen is none', async () => {
  const { send, given } = open({ ask: { asks: 'link-person', personId: 'U2' }, fields: { ask_account: '\u200b' } });
  await send();
  expect(given).toMatchObject([{ kind: 'fault', fault: { kind: 'missing-account' } }]);
});

test('a long answer isn’t risked in the acknowledgement: it takes the place of the form, or goes to the person', async () => {
  const lines = Array.from({ length: 200 }, (_, n) => `account-${n} has so many followers`);
  const taken = open({ lines });
  await taken.send();
  expect(JSON.stringify(taken.acks)).toContain('One moment');
  expect(JSON.stringify(taken.shown)).toContain('account-199');
  const refused = open({
    lines,
    update: () => Promise.reject(new webApi.WebAPIPlatformError({ ok: false, error: 'invalid_arguments' })),
  });
  await refused.send();
  expect(refused.sent).toEqual([lines.join('\n')]);
});
