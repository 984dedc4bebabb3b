import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createPageServer } from '../../../src/demo/page-server/page-server.ts';
import type { Workspace } from '../../../src/demo/slack/workspace-types.ts';
import { type Chromium, launchChromium } from '../../chromium.ts';
import { ANA, BO, call, manifestWith, OPEN, openWorkspace } from '../slack/open-workspace.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(value), value });
const days = ['Mon', 'Tue', 'Wed'].map(option);

/** A form like the app's own: a field of each sort that it needs, and a line that follows what is chosen. */
const form = (note: string) => ({
  type: 'modal' as const,
  callback_id: 'digest',
  title: plain('New digest'),
  submit: plain('Save'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'where',
      label: plain('Post to'),
      element: { type: 'conversations_select' as const, action_id: 'where', default_to_current_conversation: true },
    },
    {
      type: 'input' as const,
      block_id: 'who',
      label: plain('Accounts'),
      element: { type: 'plain_text_input' as const, action_id: 'who' },
    },
    {
      type: 'input' as const,
      block_id: 'days',
      dispatch_action: true,
      label: plain('Days'),
      element: { type: 'checkboxes' as const, action_id: 'days', options: days },
    },
    {
      type: 'input' as const,
      block_id: 'time',
      label: plain('Time'),
      element: { type: 'timepicker' as const, action_id: 'time', initial_time: '09:00' },
    },
    {
      type: 'input' as const,
      block_id: 'zone',
      label: plain('Zone'),
      element: { type: 'static_select' as const, action_id: 'zone', options: ['UTC', 'Asia/Shanghai'].map(option) },
    },
    { type: 'section' as const, block_id: 'note', text: plain(note) },
  ],
});

const MANIFEST = `${manifestWith({ events: ['app_home_opened'] })}
`.replace('features:', 'features:\n  app_home: { home_tab_enabled: true }');

/** A real Bolt app: shortcut → loading → form; a form whose accounts are all but alice comes back with an error. */
async function startApp(workspace: Workspace, saved: unknown[]): Promise<void> {
  const { signingSecret, botToken } = workspace.credentials;
  const receiver = new HTTPReceiver({ signingSecret, port: 0, logLevel: LogLevel.ERROR });
  const clientOptions = { slackApiUrl: workspace.apiUrl };
  const app = new App({ token: botToken, receiver, logLevel: LogLevel.ERROR, clientOptions });
  app.shortcut('look_up', async ({ ack, body, client }) => {
    await ack();
    const loading = { ...form(''), blocks: [{ type: 'section' as const, text: plain('Loading…') }] };
    const { view } = await client.views.open({ trigger_id: body.trigger_id, view: loading });
    await client.views.update({ view_id: view?.id ?? '', view: form('no day yet') });
  });
  app.action('days', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.view) return;
    const chosen = body.view.state.values.days?.days?.selected_options ?? [];
    await client.views.update({ view_id: body.view.id, view: form(`on ${chosen.length} days`) });
  });
  app.view('digest', async ({ ack, view }) => {
    if (view.state.values.who?.who?.value !== 'alice') {
      await ack({ response_action: 'errors', errors: { who: 'There is no such account.' } });
      return;
    }
    saved.push(view.state.values);
    await ack();
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({
      user_id: event.user,
      view: { type: 'home', blocks: [{ type: 'header', text: plain('Your digests') }] },
    });
  });
  const server = await receiver.start(0);
  workspace.setRequestUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  onTestFinished(async () => {
    await receiver.stop();
  });
}

describe('the page in a browser', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium();
  }, 60_000);
  afterAll(() => chromium?.close());

  async function openInBrowser() {
    const workspace = await openWorkspace({ manifest: MANIFEST });
    const saved: unknown[] = [];
    await startApp(workspace, saved);
    const server = await createPageServer({ workspace, faultSwitches: [] });
    const page = await chromium.browser.newPage();
    onTestFinished(async () => {
      await page.close();
      await server.close();
    });
    await workspace.type({ personId: BO.id, channelId: OPEN, text: 'ask @ana' });
    await page.goto(server.url);
    await page.getByRole('article').first().waitFor();
    return { workspace, page, saved };
  }

  const openForm = async (page: Page) => {
    await page.getByRole('article').first().getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: /Look up follow stats/ }).click();
    const dialog = page.getByRole('dialog', { name: 'New digest' });
    await dialog.getByText('no day yet').waitFor();
    return dialog;
  };

  test('a shortcut opens a form that is filled in, corrected and saved', async () => {
    const { page, saved } = await openInBrowser();
    const dialog = await openForm(page);
    await dialog.getByRole('textbox', { name: 'Accounts' }).fill('ghost');
    await dialog.getByRole('checkbox', { name: 'Mon' }).check();
    await dialog.getByText('on 1 days').waitFor();
    await dialog.getByRole('checkbox', { name: 'Wed' }).check();
    await dialog.getByText('on 2 days').waitFor();
    await dialog.getByRole('combobox', { name: 'Zone' }).selectOption('Asia/Shanghai');
    await dialog.getByLabel('Time').fill('07:30');

    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('There is no such account.').waitFor();
    const accounts = dialog.getByRole('textbox', { name: 'Accounts' });
    expect([await accounts.inputValue(), await accounts.getAttribute('aria-invalid')]).toEqual(['ghost', 'true']);
    await accounts.fill('alice');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(saved).toMatchObject([
      {
        where: { where: { selected_conversation: OPEN } },
        who: { who: { value: 'alice' } },
        days: { days: { selected_options: [option('Mon'), option('Wed')] } },
        time: { time: { selected_time: '07:30' } },
        zone: { zone: { selected_option: option('Asia/Shanghai') } },
      },
    ]);
  });

  test('all of it goes by keyboard, and Escape leaves menu and modal', async () => {
    const { page, workspace } = await openInBrowser();
    await page.getByRole('article').first().getByRole('button', { name: 'More actions' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Reply in thread' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('no day yet').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(workspace.modalOf(ANA.id)).toBeUndefined();
  });

  test('a reply goes into the thread', async () => {
    const { page, workspace } = await openInBrowser();
    await page.getByRole('article').first().getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Reply in thread' }).click();
    await page.getByText('In the thread below what BO said').waitFor();
    const composer = page.getByRole('textbox', { name: 'Message' });
    await composer.fill('here I am');
    await composer.press('Enter');
    await page.getByText('in a thread', { exact: true }).waitFor();
    const [parent, reply] = workspace.messagesFor(ANA.id, OPEN);
    expect(reply).toMatchObject({ text: 'here I am', threadTs: parent?.ts });
  });

  test('the Home tab is filled when it is opened, and direct messages of the app stand beside it', async () => {
    const { page, workspace } = await openInBrowser();
    await call(workspace, 'chat.postMessage', { channel: ANA.id, text: 'Your digest was paused' });
    const sidebar = page.getByRole('navigation', { name: 'Workspace' });
    await sidebar.getByRole('button', { name: 'followstats, 1 unread' }).click();
    await page.getByText('Your digest was paused').waitFor();
    await sidebar.getByRole('button', { name: 'followstats', exact: true }).click();
    await page.getByRole('heading', { name: 'Your digests' }).waitFor();
    await page.getByRole('navigation', { name: 'followstats' }).getByRole('button', { name: 'Messages' }).click();
    await page.getByText('Your digest was paused').waitFor();
  });

  test('the app is taken out of the channel by a switch', async () => {
    const { page, workspace } = await openInBrowser();
    await page.getByText('Break it').click();
    await page.getByRole('switch', { name: 'followstats is a member' }).click();
    const post = () => call(workspace, 'chat.postEphemeral', { channel: OPEN, user: ANA.id, text: 'x' });
    await expect.poll(async () => (await post()).error).toBe('not_in_channel');
    expect(await page.getByRole('switch', { name: 'followstats is a member' }).isChecked()).toBe(false);
  });
});
