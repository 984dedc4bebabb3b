import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { SlackFault } from '../../../src/demo/slack/types.ts';
import type { WorkspaceOptions } from '../../../src/demo/slack/workspace-types.ts';
import { createRecipients } from '../../../src/slack/sending/recipient.ts';
import { readOrigin } from '../../../src/slack/sending/reply-to.ts';
import { createPostingClient, createWebClient } from '../../../src/slack/web-api/web-api.ts';
import { systemTimers } from '../../../src/timers.ts';
import { ANA, BO, OPEN, openApp, openWorkspace, UNINVITED } from '../../demo/slack/open-workspace.ts';
import { counts, reportOf, show } from '../blocks/reports/sample-reports.ts';
import { openLog } from '../open-log.ts';
import { readerOf } from '../readers.ts';
import { openPostJson } from './open-post-json.ts';

const reply = show(
  reportOf([
    ['alice', counts(1)],
    ['bob', counts(2)],
  ]),
);
const always = 99;

/** Ana has typed a command and waits for its answer. */
async function open(channelId = OPEN, options: Partial<WorkspaceOptions> = {}, threadTs?: string) {
  const workspace = await openWorkspace(options);
  const app = await openApp(workspace);
  await workspace.type({ personId: ANA.id, channelId, text: '/followstats alice' });
  const responseUrl = app.last().form.response_url ?? '';
  const { sink, log, logger } = openLog();
  const { apiUrl, credentials } = workspace;
  const web = createWebClient({ botToken: credentials.botToken, apiUrl, logger, fetch, now: Date.now });
  const posting = createPostingClient({ botToken: credentials.botToken, apiUrl, logger, fetch, now: Date.now });
  const readerOfAna = async () => readerOf();
  const recipientOf = createRecipients({
    ...{ web, posting, postJson: openPostJson(), log },
    readerOf: readerOfAna,
    now: Date.now,
    timers: systemTimers,
    tellInHome: async () => {
      throw new Error('no Home is open here');
    },
  });
  const origin = readOrigin({ responseUrl, channelId, personId: ANA.id, threadTs });
  const send = recipientOf(origin);
  const secret = new URL(responseUrl).pathname.split('/').at(-1) as string;
  return {
    workspace,
    recipientOf,
    origin,
    send,
    secret,
    sink,
    methods: () => workspace.apiCalls.map(({ method }) => method),
    seen: () => workspace.messagesFor(ANA.id, channelId),
  };
}

test('an answer is seen by the asker alone, also where the bot is no member', async () => {
  const { workspace, send, seen } = await open(UNINVITED);
  await send(reply);
  expect(seen()).toMatchObject([{ text: reply.text, visibleTo: ANA.id }]);
  expect(workspace.messagesFor(BO.id, UNINVITED)).toEqual([]);
});

test('to a person in a thread the answer goes there, also when the response URL is out of order', async () => {
  const { workspace, send, seen } = await open(OPEN, {}, '1700000000.000100');
  await send(reply);
  workspace.setFaults([{ kind: 'refuse', method: 'response_url', error: 'used_url', times: always }]);
  await send(reply);
  expect(seen()).toMatchObject([{ threadTs: '1700000000.000100' }, { threadTs: '1700000000.000100' }]);
});

test('a public answer is seen by everyone', async () => {
  const { workspace, send } = await open();
  await send(reply, { response_type: 'in_channel' });
  expect(workspace.messagesFor(BO.id, OPEN)).toMatchObject([{ text: reply.text, visibleTo: undefined }]);
});

describe('a workspace that refuses data blocks', () => {
  const refuse = (...types: readonly string[]): SlackFault => ({ kind: 'refuse-blocks', types });

  test.each([
    [['data_table'], ['table', 'actions', 'context']],
    [
      ['data_table', 'table'],
      ['rich_text', 'actions', 'context'],
    ],
    [['data_table', 'table', 'rich_text'], []],
  ])('without %j gets %j, with the same text', async (types, kinds) => {
    const { workspace, send, seen } = await open();
    workspace.setFaults([refuse(...types)]);
    await send(reply);
    expect(seen().map(({ blocks }) => blocks.map(({ type }) => type))).toEqual([kinds]);
    expect(seen()[0]?.text).toBe(reply.text);
  });

  test('gets the plainer blocks by chat.postEphemeral too', async () => {
    const { workspace, send, seen, methods } = await open();
    workspace.setFaults([
      refuse('data_table'),
      { kind: 'refuse', method: 'response_url', error: 'used_url', times: always },
    ]);
    await send(reply);
    expect(methods()).toEqual(['response_url', 'chat.postEphemeral', 'chat.postEphemeral']);
    expect(seen()[0]?.blocks.map(({ type }) => type)).toContain('table');
  });
});

describe('the response URL', () => {
  test('that Slack says is used up is left for chat.postEphemeral', async () => {
    const { workspace, send, seen, methods, sink, secret } = await open();
    workspace.setFaults([{ kind: 'refuse', method: 'response_url', error: 'used_url', times: always }]);
    await send(reply);
    expect(methods()).toEqual(['response_url', 'chat.postEphemeral']);
    expect(seen()).toMatchObject([{ text: reply.text, visibleTo: ANA.id }]);
    expect(sink.named('answering by chat.postEphemeral instead')).toMatchObject([{ reason: 'response_url: used_url' }]);
    expect(sink.lines.join()).not.toContain(secret);
  });

  test('that is 31 minutes old is left, too', async () => {
    let minutes = 0;
    const { send, seen, methods } = await open(OPEN, { now: () => minutes * 60_000 });
    minutes = 31;
    await send(reply);
    expect(methods()).toEqual(['response_url', 'chat.postEphemeral']);
    expect(seen()).toHaveLength(1);
  });

  test('used five times is left without a sixth request', async () => {
    const { send, seen, methods } = await open();
    for (let n = 0; n < 6; n += 1) await send(reply);
    expect(methods()).toEqual([...Array(5).fill('response_url'), 'chat.postEphemeral']);
    expect(seen()).toHaveLength(6);
  });
});

test.each<[string, SlackFault]>([
  ['is used up', { kind: 'refuse', method: 'response_url', error: 'used_url', times: always }],
  ['is out of order', { kind: 'status', method: 'response_url', status: 500, times: always }],
])(
  'a public answer is not sent another way when the response URL %s, and the error doesn’t hold it',
  async (_, fault) => {
    const { workspace, send, methods, seen, secret } = await open();
    workspace.setFaults([fault]);
    const error: unknown = await send(reply, { response_type: 'in_channel' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ResponseUrlFailed' });
    expect(inspect(error, { depth: 9 })).not.toContain(secret);
    expect(methods()).toEqual(['response_url']);
    expect(seen()).toEqual([]);
  },
);

test('an answer that can be sent in no way is an error that says why, without the URL or the token', async () => {
  const { workspace, send, secret } = await open();
  workspace.setFaults([
    { kind: 'refuse', method: 'response_url', error: 'expired_url', times: always },
    { kind: 'refuse', method: 'chat.postEphemeral', error: 'not_in_channel', times: always },
    { kind: 'refuse', method: 'chat.postMessage', error: 'messages_tab_disabled', times: always },
  ]);
  const error: unknown = await send(reply).catch((thrown: unknown) => thrown);
  const shown = inspect(error, { depth: 9, showHidden: true });
  expect(shown).toContain('messages_tab_disabled');
  expect(shown).not.toContain(secret);
  expect(shown).not.toContain(workspace.credentials.botToken);
});

describe('an answer without a response URL', () => {
  test('is shown to the person alone where they asked', async () => {
    const { recipientOf, origin, methods, seen } = await open();
    const { asker } = origin;
    await recipientOf({ asker, replyTo: { kind: 'channel', channelId: OPEN } })(reply);
    expect(methods()).toEqual(['chat.postEphemeral']);
    expect(seen()).toMatchObject([{ text: reply.text, visibleTo: ANA.id }]);
  });

  test('and without a channel goes to the person’s direct messages', async () => {
    const { workspace, recipientOf, methods, seen } = await open();
    await recipientOf(readOrigin({ personId: ANA.id, responseUrl: '', channelId: '' }))(reply);
    expect(methods()).toEqual(['chat.postMessage']);
    expect(seen()).toEqual([]);
    const direct = workspace.channels.find(({ id }) => id.startsWith('D'));
    expect(workspace.messagesFor(ANA.id, direct?.id ?? '')).toMatchObject([{ text: reply.text }]);
  });

  test.each([{ channelId: OPEN }, {}])('is never public: %j', async (place) => {
    const { recipientOf, methods } = await open();
    const send = recipientOf(readOrigin({ personId: ANA.id, ...place }));
    await expect(send(reply, { response_type: 'in_channel' })).rejects.toMatchObject({
      name: 'ResponseUrlFailed',
      mayBeShown: false,
    });
    expect(methods()).toEqual([]);
  });
});

test('an answer whose view is gone comes as a message', async () => {
  const { recipientOf, origin, methods, seen } = await open();
  const { asker, replyTo: otherwise } = origin;
  await recipientOf({ asker, replyTo: { kind: 'view', viewId: 'V0GONE', otherwise } })(reply);
  expect(methods().at(-1)).toBe('response_url');
  expect(seen()).toMatchObject([{ text: reply.text, visibleTo: ANA.id }]);
});
