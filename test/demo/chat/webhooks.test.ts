import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { ChatServer } from '../../../src/demo/chat/server.ts';
import { signWebhook } from '../../../src/demo/chat/webhook-request.ts';
import { APP, askCommand, NOON, withChat } from './chat-client.ts';

interface Came {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly type: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

const OK = '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}';

/** A customer's server that takes webhooks, beside a stand-in that sends them there. */
async function withReceiver(
  use: (server: ChatServer, came: readonly Came[], url: string) => Promise<void>,
  answer: (response: ServerResponse, count: number) => void = (response) => response.end(OK),
): Promise<void> {
  const came: Came[] = [];
  const receiver = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    const body = JSON.parse(await text(request));
    came.push({ path: pathname, query: searchParams, type: request.headers['content-type'], body });
    answer(response, came.length);
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/tencent/webhook`;
  try {
    await withChat({ accounts: ['alice', 'bob', 'carol', 'dave'] }, (server) => {
      server.sendWebhooksTo({ url, token: 'sesame' });
      return use(server, came, url);
    });
  } finally {
    receiver.closeAllConnections();
    receiver.close();
  }
}

const whom = (came: readonly Came[]) => came.map(({ body }) => body.From_Account);

test('whoever follows or leaves in a client is told of with a signed webhook, and one that changes nothing is not', () =>
  withReceiver(async (server, came) => {
    server.follow('dave', 'alice');
    server.follow('dave', 'alice');
    await server.settleWebhooks();
    server.unfollow('dave', 'alice');
    server.unfollow('dave', 'bob');
    await server.settleWebhooks();

    expect(came.map(({ path, type, body }) => ({ path, type, body }))).toEqual([
      {
        path: '/tencent/webhook',
        type: 'application/json',
        body: {
          CallbackCommand: 'Follow.CallbackAfterFollowAdd',
          From_Account: 'dave',
          FollowList: [{ To_Account: 'alice' }],
          EventTime: NOON,
        },
      },
      {
        path: '/tencent/webhook',
        type: 'application/json',
        body: {
          CallbackCommand: 'Follow.CallbackAfterFollowDelete',
          From_Account: 'dave',
          To_Account: ['alice'],
          EventTime: NOON,
        },
      },
    ]);
    expect(Object.fromEntries(came[0]?.query ?? [])).toEqual({
      SdkAppid: String(APP),
      CallbackCommand: 'Follow.CallbackAfterFollowAdd',
      contenttype: 'json',
      ClientIP: '127.0.0.1',
      OptPlatform: 'Web',
      RequestTime: String(NOON / 1000),
      Sign: signWebhook('sesame', String(NOON / 1000)),
    });
    expect(server.webhooks).toMatchObject([
      { command: 'Follow.CallbackAfterFollowAdd', status: 200, isAcknowledged: true },
      { command: 'Follow.CallbackAfterFollowDelete', status: 200, isAcknowledged: true },
    ]);
  }));

test('a call that changed something is one webhook, about those that succeeded and were new', () =>
  withReceiver(async (server, came) => {
    const FollowItem = ['carol', 'ghost', 'bob', 'dave'].map((To_Account) => ({ To_Account }));
    await askCommand(server, 'follow_add', { From_Account: 'alice', FollowItem });
    await askCommand(server, 'follow_add', { From_Account: 'alice', FollowItem });
    await server.settleWebhooks();
    await askCommand(server, 'follow_delete', { From_Account: 'alice', To_Account: ['bob', 'ghost', 'dave'] });
    await server.settleWebhooks();

    expect(came.map(({ query, body }) => [query.get('OptPlatform'), body.FollowList ?? body.To_Account])).toEqual([
      ['RESTAPI', [{ To_Account: 'carol' }, { To_Account: 'dave' }]],
      ['RESTAPI', ['bob', 'dave']],
    ]);
  }));

test('none is sent to nowhere, nor signed without a token', () =>
  withReceiver(async (server, came, url) => {
    server.sendWebhooksTo(undefined);
    server.follow('dave', 'alice');
    server.sendWebhooksTo({ url });
    server.follow('dave', 'bob');
    await server.settleWebhooks();
    expect(whom(came)).toEqual(['dave']);
    expect([came[0]?.query.has('Sign'), came[0]?.query.has('RequestTime')]).toEqual([false, false]);
  }));

test('on their way they can be lost, doubled, held back and sent in another order', () =>
  withReceiver(async (server, came) => {
    const held: (() => Promise<void>)[] = [];
    server.setWebhookRoute(async ({ follower }, send) => {
      if (follower === 'alice') return;
      if (follower === 'bob') await Promise.all([send(), send()]);
      if (follower === 'carol' || follower === 'dave') held.push(send);
    });
    for (const follower of ['alice', 'bob', 'carol']) server.follow(follower, 'dave');
    server.follow('dave', 'carol');
    await server.settleWebhooks();
    expect(whom(came)).toEqual(['bob', 'bob']);

    for (const send of held.toReversed()) await send();
    expect(whom(came)).toEqual(['bob', 'bob', 'dave', 'carol']);

    server.setWebhookRoute(undefined);
    server.unfollow('carol', 'dave');
    await server.settleWebhooks();
    expect(came).toHaveLength(5);
  }));

test.each<[name: string, status: number, answer: (response: ServerResponse) => void]>([
  ['HTTP 500', 500, (response) => response.writeHead(500).end(OK)],
  ['HTML', 200, (response) => response.end('<h1>hello</h1>')],
  ['another JSON', 200, (response) => response.end('{}')],
  ['FAIL', 200, (response) => response.end('{"ActionStatus":"FAIL","ErrorCode":1,"ErrorInfo":""}')],
])('an answer of %s acknowledges nothing, and nothing is sent again', (_, status, answer) =>
  withReceiver(async (server, came) => {
    server.follow('dave', 'alice');
    await server.settleWebhooks();
    expect(server.webhooks).toMatchObject([{ status, isAcknowledged: false }]);
    expect(came).toHaveLength(1);
  }, answer),
);

test('a server that doesn’t answer within two seconds, or isn’t there, is given up', () =>
  withReceiver(
    async (server) => {
      const started = performance.now();
      server.follow('dave', 'alice');
      await server.settleWebhooks();
      expect(performance.now() - started).toBeGreaterThan(1900);
      server.sendWebhooksTo({ url: 'http://127.0.0.1:1/' });
      server.follow('dave', 'bob');
      await server.settleWebhooks();
      expect(server.webhooks.map(({ status }) => status)).toEqual(['timeout', 'unreachable']);
    },
    () => {},
  ));

test('three hundred at once all arrive, on no more than 16 connections', async () => {
  let under = 0;
  let most = 0;
  await withReceiver(
    async (server, came) => {
      for (let index = 0; index < 300; index += 1) {
        server.addAccount(`user_${index}`);
        server.follow(`user_${index}`, 'alice');
      }
      await server.settleWebhooks();
      expect(new Set(whom(came)).size).toBe(300);
      expect(server.webhooks.every((webhook) => webhook.isAcknowledged)).toBe(true);
      expect(most).toBeLessThanOrEqual(16);
      expect(most).toBeGreaterThan(1);
    },
    (response) => {
      under += 1;
      most = Math.max(most, under);
      setImmediate(() => {
        under -= 1;
        response.end(OK);
      });
    },
  );
});

test('closing gives up what is under way', () =>
  withReceiver(
    async (server, came) => {
      server.follow('dave', 'alice');
      while (came.length === 0) await new Promise(setImmediate);
      await server.close();
      await server.settleWebhooks();
      expect(server.webhooks).toMatchObject([{ isAcknowledged: false }]);
    },
    () => {},
  ));
