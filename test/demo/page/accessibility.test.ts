import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../../chromium.ts';
import { ANA, CLOSED, call, section } from '../slack/open-workspace.ts';
import { CARD, FORM, HOME_BLOCKS, openScreens, SAMPLES } from './open-screens.ts';
import { keepScreenshot } from './screenshots.ts';

/** Run by the browser itself: the page takes no script of others. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** What axe finds that keeps a person out, a line each. */
async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  // The browser's `axe`, which Node doesn't know.
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}

const VIEWS = [1280, 390].flatMap((width) => (['light', 'dark'] as const).map((scheme) => [width, scheme] as const));

let chromium: Chromium;
beforeAll(async () => {
  chromium = await launchChromium();
}, 60_000);
afterAll(() => chromium?.close());

describe.each(VIEWS)('at %i px, %s, axe finds nothing serious', (width, colorScheme) => {
  const open = () => openScreens(chromium.browser, { width, colorScheme, isPhone: width < 500 });
  const check = async (page: Page, name: string): Promise<void> => {
    await keepScreenshot(page, `${name}-${width}-${colorScheme}`);
    expect(await findBarriers(page)).toEqual([]);
  };

  test('in a channel, an empty one, and a direct message', async () => {
    const { workspace, page, say, open: visit } = await open();
    await workspace.type({ personId: 'U0BO', channelId: 'C0OPEN', text: 'hello @ana' });
    await say(...SAMPLES);
    await call(workspace, 'chat.postEphemeral', { channel: 'C0OPEN', user: ANA.id, text: 'Only for you' });
    await visit();
    await page.getByText('Only for you').waitFor();
    await check(page, 'channel');
    await page.getByRole('log').evaluate((log) => (log.scrollTop = 0));
    await check(page, 'channel-top');
    await page.getByText('As of 09:00').waitFor();
    await visit(`?channel=${CLOSED}`);
    await page.getByText('Nothing here yet').waitFor();
    await check(page, 'empty');
    await visit('?channel=messages');
    await page.getByText('Nothing here yet').waitFor();
    await call(workspace, 'chat.postMessage', { channel: ANA.id, text: 'A note', blocks: [section('*A note*')] });
    await page.getByText('A note').waitFor();
    await check(page, 'direct-message');
  });

  test('on the Home tab', async () => {
    const { workspace, page, open: visit } = await open();
    await visit('?channel=home');
    await page.getByText('has not filled its Home tab').waitFor();
    await check(page, 'home-empty');
    await call(workspace, 'views.publish', { user_id: ANA.id, view: { type: 'home', blocks: HOME_BLOCKS } });
    await page.getByRole('textbox', { name: 'Look up' }).waitFor();
    await check(page, 'home');
  });

  test('in a form, with its errors, and in one on top of it', async () => {
    const { page, openModal, pushModal, open: visit } = await open();
    await openModal('New digest', FORM);
    await visit();
    const dialog = page.getByRole('dialog', { name: 'New digest' });
    await dialog.waitFor();
    await check(page, 'form');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Please complete this required field.').waitFor();
    await check(page, 'form-errors');
    await pushModal('alice', CARD);
    await page.getByRole('dialog', { name: 'alice' }).getByRole('button', { name: 'Back' }).waitFor();
    await check(page, 'card');
  });

  test('in the demo controls, the drawer, and with something unread', async () => {
    const { workspace, page, open: visit } = await open();
    await visit();
    if (width < 500) await page.getByRole('button', { name: 'Demo controls' }).click();
    await page.getByRole('complementary', { name: 'Demo controls' }).waitFor();
    await check(page, 'controls');
    await page.getByText('Break it').click();
    await page.getByRole('switch', { name: 'Fault bad-gateway' }).click();
    await page.getByText('1 fault on').first().waitFor();
    await check(page, 'break-it');
    await call(workspace, 'chat.postMessage', { channel: ANA.id, text: 'A note' });
    await call(workspace, 'chat.postMessage', { channel: CLOSED, text: 'News' });
    if (width > 500) {
      await page.getByRole('button', { name: '#closed, 1 unread' }).waitFor();
    } else {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Channels and people, some unread' }).click();
      await page.getByRole('button', { name: 'Close the menu' }).waitFor();
    }
    await check(page, 'unread');
  });
});
