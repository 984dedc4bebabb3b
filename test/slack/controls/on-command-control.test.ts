import { expect, test } from 'vitest';
import type { Command } from '../../../src/followstats/commands/command.ts';
import { type Reply, sentences } from '../../../src/slack/blocks/kit/reply.ts';
import { createOnCommandControl } from '../../../src/slack/controls/on-command-control.ts';
import type { Answered } from '../../../src/slack/conversation/conversation.ts';
import { ContentRejected } from '../../../src/slack/sending/content-rejected.ts';
import { deliver, type Message } from '../../../src/slack/sending/deliver.ts';
import { openLog } from '../open-log.ts';
import { readerOf } from '../readers.ts';

const reader = readerOf();
const reply = (...lines: string[]): Reply => sentences(reader, ...lines.map((line) => [line]));

interface Scene {
  /** The kind of every answer. */
  readonly kind?: Answered['answer']['kind'];
  /** Whether it takes long, and a line says so. */
  readonly isSlow?: boolean;
  /** Whether other people see the message, too. */
  readonly isForAll?: boolean;
  /** What each command is answered with, by its kind. */
  readonly replies?: Readonly<Partial<Record<Command['kind'], Reply>>>;
  /** What Slack says of a message. */
  readonly take?: (message: Message) => void;
}

/** A person presses a control of a message that only they see. */
function open({ replies = {}, take = () => {}, kind = 'links', isSlow = false, isForAll = false }: Scene = {}) {
  const given: string[] = [];
  const ends: unknown[] = [];
  const taken: Message[] = [];
  const places: (boolean | undefined)[] = [];
  const { log } = openLog();
  const press = createOnCommandControl({
    converse: async ({ command }, sayProgress, words) => {
      given.push(command.kind);
      if (isSlow) await sayProgress?.(reply(String(words)));
      const end = (why: unknown) => ends.push([command.kind, why]);
      return { reader, invocation: { command }, answer: { kind, links: [] }, end } as unknown as Answered;
    },
    prepareReply: async ({ invocation: { command } }) => ({
      reply: replies[command.kind] ?? reply(command.kind),
      why: undefined,
    }),
    recipientOf: () => (sent, options) => {
      places.push(options?.replace_original);
      return deliver(
        sent,
        async (message) => {
          take(message);
          taken.push(message);
        },
        { log, reader: async () => reader },
      );
    },
    forms: { 'digest-new': async () => void given.push('a form') },
    openAsk: async () => void given.push('an ask'),
    maxAccounts: 100,
  });
  const body = { user: { id: 'U1' }, channel: { id: 'C1' }, container: { is_ephemeral: !isForAll }, trigger_id: 'T1' };
  const choose = (value: string) => press({ ack: async () => {}, body, action: { value } } as never);
  return { choose, given, ends, taken, places };
}

test.each([
  ['takes the message’s place, as the answer does', { kind: 'links' }, ['here', 'lookup'], [true, true]],
  [
    'is in its place, and so an answer that would have left the message',
    { kind: 'failed' },
    ['here', 'lookup'],
    [true, true],
  ],
  [
    'stands above the answer where others see the message',
    { kind: 'links', isForAll: true },
    ['below', 'lookup'],
    [undefined, false],
  ],
] as const)('a line that says that it takes long %s', async (_, scene, said, placed) => {
  const { choose, taken, places } = open({ ...scene, isSlow: true });
  await choose('alice');
  expect(taken.map(({ text }) => text)).toEqual(said);
  expect(places).toEqual(placed);
});

test('an answer that leaves things as they are leaves the message', async () => {
  const { choose, places } = open({ kind: 'failed' });
  await choose('alice');
  expect(places).toEqual([false]);
});

test('what a control shows below its answer is audited with it, once each', async () => {
  const { choose, ends, taken } = open();
  await choose('list delete vip\nlist show');
  expect(taken.map(({ text }) => text)).toEqual(['list-delete\nlist-show']);
  expect(ends).toEqual([
    ['list-show', undefined],
    ['list-delete', undefined],
  ]);
});

test('neither is lost from the audit when the answer can be sent in no way', async () => {
  const fail = () => {
    throw new Error('no way');
  };
  const { choose, ends } = open({ take: fail });
  await expect(choose('list delete vip\nlist show')).rejects.toThrow('no way');
  expect(ends).toEqual([
    ['list-show', 'not-sent'],
    ['list-delete', 'not-sent'],
  ]);
});

test.each(['list delete vip', 'digest delete 3', 'digest new', 'unlink <@U2>', 'allow <@U1> admin'])(
  'a value that a client made up changes nothing by what it says to show (%s)',
  async (shows) => {
    const { choose, given } = open();
    await choose(`links\n${shows}`);
    expect(given).toEqual(['links']);
  },
);

test('what is taken from a list and put there instead is one press; each is said and audited', async () => {
  const { choose, given, ends, taken } = open();
  await choose('list remove vip alcie\nlist add vip alice');
  expect(given).toEqual(['list-remove', 'list-add']);
  expect(taken.map(({ text }) => text)).toEqual(['list-remove\nlist-add']);
  expect(ends.map((end) => (end as readonly unknown[])[0])).toEqual(['list-add', 'list-remove']);
});

test.each(['list add other x', 'list delete vip'])('nothing else is put in its place (%s)', async (further) => {
  const { choose, given } = open();
  await choose(`list remove vip alcie\n${further}`);
  expect(given).toEqual(['list-remove']);
});

test('where both answers together are too much for Slack, what was done stands alone', async () => {
  const { choose, taken } = open({
    replies: { 'list-show': { ...reply('1 list'), renderings: [Array(50).fill({ type: 'divider' })] } },
    take: ({ blocks }) => {
      if (blocks.length > 50) throw new ContentRejected('invalid_blocks');
    },
  });
  await choose('list delete vip\nlist show');
  expect(taken).toMatchObject([{ text: 'list-delete\n1 list', blocks: reply('list-delete').renderings[0] }]);
});

test('however long what was done is, the text alone is cut to what Slack takes', async () => {
  const long = Array.from({ length: 1000 }, (_, n) => `account-${n}`);
  const { choose, taken } = open({
    replies: { 'list-delete': reply(...long) },
    take: ({ blocks, text }) => {
      if (blocks.length > 0 || text.length > 4000) throw new ContentRejected('msg_too_long');
    },
  });
  await choose('list delete vip\nlist show');
  expect(taken.map(({ text }) => text.split('\n')[0])).toEqual(['account-0']);
});
