import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import type { Workspace } from '../../../src/demo/slack/workspace-types.ts';
import { ANA, buttons, OPEN, openWorkspace } from './open-workspace.ts';

/**
 * An app as small as can be: answers a command with a button, and the button by uploading a file and sharing.
 * Gives the promise that the press is dealt with.
 */
function addListeners(app: App): Promise<void> {
  const dealtWith = Promise.withResolvers<void>();
  app.command('/followstats', async ({ ack, command, respond }) => {
    await ack();
    await respond({ text: `You asked for ${command.text}`, blocks: [buttons('share')] });
  });
  app.action('share', async ({ ack, body, client, respond }) => {
    await ack();
    const { user } = await client.users.info({ user: body.user.id, include_locale: true });
    const dm = await client.conversations.open({ users: body.user.id });
    await client.filesUploadV2({ channel_id: String(dm.channel?.id), filename: 'a.csv', file: Buffer.from('a,1') });
    await client.chat.postMessage({ channel: OPEN, text: `Shared in ${user?.locale}` });
    await respond({ delete_original: true });
    dealtWith.resolve();
  });
  return dealtWith.promise;
}

async function startWithHttp(workspace: Workspace) {
  const receiver = new HTTPReceiver({
    signingSecret: workspace.credentials.signingSecret,
    port: 0,
    logLevel: LogLevel.ERROR,
  });
  const dealtWith = addListeners(createApp(workspace, receiver));
  const server = await receiver.start(0);
  workspace.setRequestUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  onTestFinished(async () => {
    await receiver.stop();
  });
  return { dealtWith };
}

async function startWithSocket(workspace: Workspace) {
  const receiver = new SocketModeReceiver({
    appToken: workspace.credentials.appToken,
    logLevel: LogLevel.ERROR,
    installerOptions: { clientOptions: { slackApiUrl: workspace.apiUrl } },
  });
  const dealtWith = addListeners(createApp(workspace, receiver));
  await receiver.start();
  await workspace.socketConnected();
  onTestFinished(async () => {
    await receiver.stop();
  });
  return { dealtWith };
}

function createApp(workspace: Workspace, receiver: HTTPReceiver | SocketModeReceiver): App {
  return new App({
    token: workspace.credentials.botToken,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: workspace.apiUrl },
  });
}

test.each([
  ['signed requests', startWithHttp],
  ['a socket', startWithSocket],
])('a real Bolt app works over %s', async (_how, start) => {
  const workspace = await openWorkspace();
  const { dealtWith } = await start(workspace);

  const typed = await workspace.type({ personId: ANA.id, channelId: OPEN, text: '/followstats alice @bo' });
  expect(typed).toMatchObject({ status: 200, body: '', error: undefined });
  const answer = await workspace.waitForMessage({ personId: ANA.id });
  expect(answer).toMatchObject({ text: 'You asked for alice <@U0BO|bo>', visibleTo: ANA.id });

  const pressed = await workspace.press({ personId: ANA.id, ts: answer.ts, actionId: 'share' });
  expect(pressed).toMatchObject({ status: 200, error: undefined });
  await dealtWith;
  expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([{ text: 'Shared in zh-CN', visibleTo: undefined }]);

  const file = await workspace.waitForMessage({ personId: ANA.id, matches: ({ files }) => files.length > 0 });
  expect(file.files).toMatchObject([{ name: 'a.csv', content: 'a,1' }]);
});
