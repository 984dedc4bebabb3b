import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createPageServer } from '../../../src/demo/page-server/page-server.ts';
import type { Block } from '../../../src/demo/slack/types.ts';
import { type Chromium, launchChromium } from '../../chromium.ts';
import { ANA, beside, call, OPEN, openApp, openWorkspace, options } from '../slack/open-workspace.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const confirm = {
  title: plain('Delete it?'),
  text: plain('It is gone then.'),
  confirm: plain('Delete'),
  deny: plain('Keep'),
};
const ACCOUNTS = ['alice', 'alina', 'bob'];

describe('menus on the page', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium();
  }, 60_000);
  afterAll(() => chromium?.close());

  /** The page beside an app that remembers what it is told, and offers accounts that begin with what is typed. */
  async function openInBrowser({ width = 1000 } = {}) {
    const workspace = await openWorkspace();
    const told: { type: string; value?: string; trigger_id: string; actions: Record<string, unknown>[] }[] = [];
    const app = await openApp(workspace, () => {
      const payload = JSON.parse(app.last().form.payload ?? '{}');
      if (payload.type === 'block_suggestion') {
        return { json: { options: options(...ACCOUNTS.filter((account) => account.startsWith(payload.value))) } };
      }
      if (payload.type) told.push(payload);
      return {};
    });
    const server = await createPageServer({ workspace, faultSwitches: [] });
    const page = await chromium.browser.newPage({ viewport: { width, height: 700 } });
    onTestFinished(async () => {
      await page.close();
      await server.close();
    });
    const say = (...blocks: readonly object[]) =>
      call(workspace, 'chat.postMessage', { channel: OPEN, text: 'x', blocks });
    const actions = () => told.filter(({ type }) => type === 'block_actions').flatMap((payload) => payload.actions);
    return { workspace, app, page, say, told, actions, url: server.url };
  }

  const tellsOf = async (actions: () => readonly object[], count = 1) => {
    await expect.poll(() => actions().length).toBe(count);
    return actions().at(-1);
  };

  /** Opens a modal with these blocks for Ana. */
  async function openModal(
    { workspace, app, page, url }: Awaited<ReturnType<typeof openInBrowser>>,
    blocks: readonly object[],
  ) {
    await workspace.type({ personId: ANA.id, channelId: OPEN, text: '/followstats' });
    const view = { type: 'modal', title: plain('Digest'), submit: plain('Save'), blocks };
    const opened = await call(workspace, 'views.open', { trigger_id: app.last().form.trigger_id, view });
    expect(opened).toMatchObject({ ok: true });
    await page.goto(url);
    return page.getByRole('dialog', { name: 'Digest' });
  }

  const overflow = beside('Weekly growth', {
    type: 'overflow',
    action_id: 'more',
    options: options('edit', 'delete'),
    confirm,
  });

  test('an overflow menu opens by mouse, asks first, and tells the app only after a yes', async () => {
    const { page, say, actions, url } = await openInBrowser();
    await say(overflow);
    await page.goto(url);
    const button = page.getByRole('button', { name: 'More options', description: 'Weekly growth' });
    const choose = async (answer: string) => {
      await button.click();
      await page.getByRole('menuitem', { name: 'DELETE' }).click();
      const dialog = page.getByRole('dialog', { name: 'Delete it?', description: 'It is gone then.' });
      await dialog.getByRole('button', { name: answer }).click();
      await dialog.waitFor({ state: 'hidden' });
    };
    await choose('Keep');
    await choose('Delete');
    expect(await tellsOf(actions)).toMatchObject({ action_id: 'more', selected_option: { value: 'delete' } });
  });

  test('an overflow menu goes by keyboard, in a modal, too', async () => {
    const open = await openInBrowser();
    const { page, actions, workspace } = open;
    const dialog = await openModal(open, [
      beside('Weekly', { type: 'overflow', action_id: 'more', options: options('edit', 'run') }),
    ]);
    await dialog.getByRole('button', { name: 'More options' }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByRole('menu', { name: 'More options' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.getByRole('menu').waitFor({ state: 'detached' });
    expect(workspace.modalOf(ANA.id)).toBeDefined();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await tellsOf(actions)).toMatchObject({ type: 'overflow', selected_option: { value: 'run' } });
  });

  test('an overflow menu among buttons stays on a narrow page', async () => {
    const { page, say, url } = await openInBrowser({ width: 390 });
    const button = { type: 'button', action_id: 'run', text: plain('Send the digest once more now') };
    await say({
      type: 'actions',
      elements: [button, { type: 'overflow', action_id: 'more', options: options('edit') }],
    });
    await page.goto(url);
    await page.getByRole('button', { name: 'More options' }).click();
    const box = await page.getByRole('menu').boundingBox();
    expect(box && box.x + box.width).toBeLessThanOrEqual(390);
    expect(await page.getByRole('log').evaluate((log) => log.scrollLeft)).toBe(0);
  });

  test('selects of a message tell the app what was chosen, several at once when they are left', async () => {
    const { page, say, actions, url } = await openInBrowser();
    await say({
      type: 'actions',
      elements: [
        { type: 'static_select', action_id: 'day', placeholder: plain('Day'), options: options('mon', 'tue') },
        { type: 'multi_static_select', action_id: 'days', placeholder: plain('Days'), options: options('mon', 'tue') },
      ],
    });
    await page.goto(url);
    await page.getByRole('combobox', { name: 'Day' }).selectOption('tue');
    expect(await tellsOf(actions)).toMatchObject({ action_id: 'day', selected_option: { value: 'tue' } });
    await page.getByRole('checkbox', { name: 'MON' }).check();
    await page.getByRole('checkbox', { name: 'TUE' }).check();
    await page.getByRole('textbox', { name: 'Message' }).focus();
    expect(await tellsOf(actions, 2)).toMatchObject({ selected_options: options('mon', 'tue') });
    await page.reload();
    expect(await page.getByRole('combobox', { name: 'Day' }).inputValue()).toBe('tue');
    expect(await page.getByRole('checkbox', { name: 'TUE' }).isChecked()).toBe(true);
  });

  test('a select of a message that asks first is as it was after a no', async () => {
    const { page, say, actions, url } = await openInBrowser();
    await say(
      beside('Zone', {
        type: 'static_select',
        action_id: 'zone',
        options: options('utc', 'cet'),
        confirm,
      }),
    );
    await page.goto(url);
    const select = page.getByRole('combobox', { name: 'Zone' });
    await select.focus();
    await select.selectOption('cet');
    await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).click();
    await expect.poll(() => select.inputValue()).toBe('');
    await expect.poll(() => select.evaluate((node) => node.matches(':focus'))).toBe(true);
    await select.selectOption('utc');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    expect(await tellsOf(actions)).toMatchObject({ selected_option: { value: 'utc' } });
  });

  const accounts = (element: object): Block => ({
    type: 'input',
    block_id: 'who',
    label: plain('Accounts'),
    element: { action_id: 'who', min_query_length: 1, ...element },
  });

  test('accounts are searched and chosen with the keyboard, taken away, and saved', async () => {
    const open = await openInBrowser();
    const { page, told } = open;
    const dialog = await openModal(open, [accounts({ type: 'multi_external_select', max_selected_items: 2 })]);
    const box = dialog.getByRole('combobox', { name: 'Accounts' });
    await expect.poll(() => box.evaluate((node) => node.matches(':focus'))).toBe(true);
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    await box.click();
    await dialog.getByText('Type at least 1 character.').waitFor();
    await box.pressSequentially('al');
    await dialog.getByRole('option', { name: 'ALINA' }).waitFor();
    await page.keyboard.press('ArrowDown');
    const current = await box.getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${current}"]`).textContent()).toBe('ALINA');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Remove ALINA' }).waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('false');

    await box.fill('b');
    await dialog.getByRole('option', { name: 'BOB' }).click();
    await box.fill('alic');
    await dialog.getByText('No more than 2 can be chosen.').waitFor();
    expect(await dialog.getByRole('option', { name: 'ALICE' }).getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Escape');
    await dialog.getByRole('listbox').waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Remove ALINA' }).click();
    await box.fill('zzz');
    await dialog.getByText('No results').waitFor();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(told.at(-1)).toMatchObject({
      type: 'view_submission',
      view: { state: { values: { who: { who: { selected_options: options('bob') } } } } },
    });
  });

  test('of one account the text is what was chosen, also after a search that came to nothing', async () => {
    const open = await openInBrowser();
    const { workspace } = open;
    const dialog = await openModal(open, [accounts({ type: 'external_select', initial_option: options('carol')[0] })]);
    const box = dialog.getByRole('combobox', { name: 'Accounts' });
    expect(await box.inputValue()).toBe('CAROL');
    await box.fill('bob');
    await dialog.getByRole('option', { name: 'BOB' }).click();
    expect(await box.inputValue()).toBe('BOB');
    await box.fill('b');
    await dialog.getByRole('option', { name: 'BOB' }).waitFor();
    await dialog.getByRole('button', { name: 'Save' }).focus();
    await expect.poll(() => box.inputValue()).toBe('BOB');
    const held = () => workspace.modalOf(ANA.id)?.values.who?.who?.selected_option;
    expect(held()).toEqual(options('bob')[0]);
    await dialog.getByRole('button', { name: 'Remove BOB' }).click();
    await expect.poll(held).toBeNull();
  });

  test('in a message an account is searched and chosen, and an app that fails is said', async () => {
    const { page, say, actions, url, workspace } = await openInBrowser();
    await say(
      beside('Look up', {
        type: 'external_select',
        action_id: 'who',
        placeholder: plain('Account'),
        min_query_length: 1,
      }),
    );
    await page.goto(url);
    const box = page.getByRole('combobox', { name: 'Account' });
    await box.fill('alic');
    await page.getByRole('option', { name: 'ALICE' }).click();
    expect(await tellsOf(actions)).toMatchObject({ type: 'external_select', selected_option: options('alice')[0] });
    await openApp(workspace, () => ({ status: 500 }));
    await box.fill('b');
    await page.getByText('The options could not be loaded (dispatch_failed).').waitFor();
  });

  const wide = (numbers: boolean) => ({
    type: 'data_table',
    caption: 'Followers',
    rows: [0, 1, 2].map((row) =>
      Array.from({ length: 9 }, (_, column) =>
        row > 0 && column > 0 && numbers
          ? { type: 'raw_number', value: row, text: `${row},000,000` }
          : { type: 'raw_text', text: `column ${column}` },
      ),
    ),
  });

  test.each([true, false])(
    'a wide table says that it goes on, and scrolls by keyboard (sortable: %s)',
    async (numbers) => {
      const { page, say, url } = await openInBrowser({ width: 390 });
      await say(wide(numbers));
      await page.goto(url);
      await page.getByText('Scroll sideways for all columns').waitFor();
      const region = page.getByRole('region', { name: 'Followers' });
      await tabTo(page, 'Followers');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => region.evaluate((node) => node.scrollLeft)).toBeGreaterThan(0);
      expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(390);
      await page.setViewportSize({ width: 1600, height: 700 });
      await page.getByText('Scroll sideways').waitFor({ state: 'detached' });
    },
  );

  /** Presses Tab until what has this label has the focus. */
  async function tabTo(page: Page, label: string): Promise<void> {
    for (let pressed = 0; pressed < 60; pressed += 1) {
      await page.keyboard.press('Tab');
      if ((await page.locator(':focus').getAttribute('aria-label')) === label) return;
    }
    throw new Error(`Tab never comes to ${label}`);
  }
});
