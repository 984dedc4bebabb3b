import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import type { Authorization } from '../../../src/followstats/access/authorize.ts';
import { askView } from '../../../src/slack/blocks/asks/ask-view.ts';
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
/** What Slack says of a view that was closed. */
const NOT_FOUND = new webApi.WebAPIPlatformError({ ok: false, error: 'not_found' });
const allowed: Authorization = { decision, admins: [], denial: undefined, keep: () => {} };

interface Scene {
  readonly answer?: () => Promise<unknown>;
  /** What Slack says when a view is shown anew. */
  readonly update?: () => Promise<unknown>;
}

/** A person sends a form that asks which accounts go on a list. */
function open({ answer = async () => {}, update = async () => ({}) }: Scene = {}) {
  const acks: unknown[] = [];
  const shown: unknown[] = [];
  const sent: string[] = [];
  const ends: unknown[] = [];
  const { sink, log } = openLog();
  const submit = createOnAskSubmit({
    converse: async () => {
      await answer();
      return {
        reader,
        answer: { kind: 'links', links: [] },
        end: (why: unknown) => ends.push(why),
      } as unknown as Answered;
    },
    prepareReply: async () => ({ reply: sentences(reader, ['It is done.']), why: undefined }),
    authorizeInForm: async (asker) => ({ asker, authorization: allowed }),
    recipientOf: () => async (reply) => void sent.push(reply.text),
    web: {
      views: {
        update: async (given: unknown) => {
          await update();
          shown.push(given);
        },
      },
    } as never,
    directory: { reader: async () => reader },
    maxAccounts: 100,
    log,
    answerMs: 5,
  });
  const view = { ...askView(reader, { asks: 'lookup' }, 'C1'), id: 'V1', state: { values: {} } };
  const send = () =>
    submit({ ack: async (given: unknown) => void acks.push(given), body: { user: { id: 'U1' } }, view } as never);
  return { send, acks, shown, sent, ends, sink };
}

test('an answer that is there at once is the acknowledgement itself', async () => {
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
