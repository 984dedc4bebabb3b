import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { ChatServer } from '../../src/demo/chat/server.ts';
import { createChatActs } from '../../src/demo/chat-acts.ts';
import { ask, asking, withChat } from './chat/chat-client.ts';

/** The acts over a stand-in in which bob has an audience of 9,312, beside an app that takes webhooks. */
async function withActs(
  use: (run: (id: string) => Promise<string>, server: ChatServer) => Promise<void>,
  status = 200,
) {
  const app = createServer((request, response) => {
    request.resume();
    response.writeHead(status).end('{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}');
  }).listen(0, '127.0.0.1');
  await once(app, 'listening');
  onTestFinished(() => {
    app.closeAllConnections();
    app.close();
  });
  await withChat({ audience: (id) => (id === 'bob' ? 9311 : 0), follows: [['alice', 'bob']] }, async (server) => {
    server.sendWebhooksTo({ url: `http://127.0.0.1:${(app.address() as AddressInfo).port}/` });
    const acts = createChatActs(server);
    const run = async (id: string) => {
      const act = acts.find((one) => one.id === id) ?? expect.unreachable();
      return `${act.label()}: ${await act.run()}`;
    };
    await use(run, server);
  });
}

const followers = async (server: ChatServer, id: string) =>
  (await ask(server, { body: asking(id) })).FollowInfo?.[0]?.FollowerCount;

test('carol follows alice, and leaves her again', () =>
  withActs(async (run, server) => {
    const taken = 'Chat’s webhook was taken by the app.';
    expect(await run('carol-alice')).toBe(`Make carol follow alice: carol follows alice now. ${taken}`);
    expect(await followers(server, 'alice')).toBe(1);
    expect(await run('carol-alice')).toBe(`Let carol leave alice again: carol doesn’t follow alice any more. ${taken}`);
    expect(await followers(server, 'alice')).toBe(0);
  }));

test('two hundred people follow bob, as often as wanted, and leave again', () =>
  withActs(async (run, server) => {
    expect(await run('bob-leave')).toContain('Nobody has come to bob yet');
    expect(await run('bob-200')).toBe(
      '200 people follow bob: 200 more people follow bob now. Chat’s 200 webhooks were taken by the app.',
    );
    await run('bob-200');
    expect(await followers(server, 'bob')).toBe(9712);
    expect(await run('bob-leave')).toContain('The last 200 have left bob again.');
    expect(await followers(server, 'bob')).toBe(9512);
    expect(server.webhooks).toHaveLength(600);
  }));

test('webhooks that are lost, or that the app doesn’t take, are said to be', () =>
  withActs(async (run, server) => {
    expect(await run('bob-200')).toContain('Of 200 webhooks the app took 0.');
    server.setWebhookRoute(() => {});
    expect(await run('carol-alice')).toContain('No webhook reached the app.');
  }, 500));
