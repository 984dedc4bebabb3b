import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import type { View } from '../../../src/demo/slack/types.ts';
import type { Workspace } from '../../../src/demo/slack/workspace-types.ts';
import { ANA, BO, beside, buttons, call, OPEN, openWorkspace, options } from './open-workspace.ts';

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
  app.shortcut('look_up', async ({ ack, body, client }) => {
    await ack();
    const { view } = await client.views.open({ trigger_id: body.trigger_id, view: form([loading]) });
    await client.views.update({ view_id: view?.id ?? '', hash: view?.hash ?? '', view: form([accounts]) });
  });
  app.options('account', async ({ ack, payload }) => {
    const found = ['alice', 'alina', 'bob'].filter((account) => account.startsWith(payload.value));
    await ack({ options: options(...found) });
  });
  app.action('account', async ({ ack, action, respond }) => {
    await ack();
    const chosen = action.type === 'external_select' ? action.selected_option?.value : undefined;
    await respond({ text: `You chose ${chosen}`, replace_original: false });
  });
  app.view('digest', async ({ ack, view }) => {
    const typed = view.state.values.accounts?.typed?.value;
    if (typed === 'alice') await ack({ response_action: 'clear' });
    else await ack({ response_action: 'errors', errors: { accounts: `There is no ${typed}` } });
  });
  return dealtWith.promise;
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const loading = { type: 'section' as const, text: plain('Loading…') };
const accounts = {
  type: 'input' as const,
  block_id: 'accounts',
  label: plain('Accounts'),
  element: { type: 'plain_text_input' as const, action_id: 'typed' },
};

function form(blocks: readonly (typeof loading | typeof accounts)[]) {
  return {
    type: 'modal' as const,
    callback_id: 'digest',
    title: plain('Digest'),
    submit: plain('Save'),
    blocks: [...blocks],
  };
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

  const clicked = await workspace.press({ personId: ANA.id, ts: answer.ts, actionId: 'share' });
  expect(clicked).toMatchObject({ status: 200, error: undefined });
  await dealtWith;
  expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([{ text: 'Shared in zh-CN', visibleTo: undefined }]);

  const file = await workspace.waitForMessage({ personId: ANA.id, matches: ({ files }) => files.length > 0 });
  expect(file.files).toMatchObject([{ name: 'a.csv', content: 'a,1' }]);
});

test.each([
  ['signed requests', startWithHttp],
  ['a socket', startWithSocket],
])('a real Bolt app is asked for the options of a select over %s', async (_how, start) => {
  const workspace = await openWorkspace();
  await start(workspace);
  const select = { type: 'external_select', action_id: 'account', min_query_length: 1 };
  const { ts } = await call(workspace, 'chat.postMessage', {
    channel: OPEN,
    text: 'one',
    blocks: [beside('row', select)],
  });
  const menu = { personId: ANA.id, ts: String(ts), actionId: 'account' };

  const suggestions = await workspace.suggest({ ...menu, text: 'al' });
  expect(suggestions).toMatchObject({
    delivery: { status: 200, error: undefined },
    options: options('alice', 'alina'),
  });
  const since = workspace.mark();
  await workspace.choose({ ...menu, value: 'alina' });
  const answer = await workspace.waitForMessage({ personId: ANA.id, since });
  expect(answer.text).toBe('You chose alina');
});

test.each([
  ['signed requests', startWithHttp],
  ['a socket', startWithSocket],
])('a shortcut opens a modal of a real Bolt app over %s', async (_how, start) => {
  const workspace = await openWorkspace();
  await start(workspace);
  await workspace.type({ personId: BO.id, channelId: OPEN, text: 'ask @ana' });
  const ts = workspace.messagesFor(ANA.id, OPEN)[0]?.ts ?? '';
  const used = await workspace.useShortcut({ personId: ANA.id, ts, channelId: OPEN, callbackId: 'look_up' });
  expect(used).toMatchObject({ status: 200, error: undefined });

  const isForm = ({ blocks }: View) => blocks[0]?.block_id === 'accounts';
  await workspace.waitForModal({ personId: ANA.id, matches: isForm });
  await workspace.fillIn({ personId: ANA.id, values: { typed: 'ghost' } });
  expect(await workspace.submitModal(ANA.id)).toMatchObject({ status: 200, error: undefined });
  expect(workspace.modalOf(ANA.id)?.errors).toEqual({ accounts: 'There is no ghost' });

  await workspace.fillIn({ personId: ANA.id, values: { typed: 'alice' } });
  await workspace.submitModal(ANA.id);
  expect(workspace.modalOf(ANA.id)).toBeUndefined();
});
