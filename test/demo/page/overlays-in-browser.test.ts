import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../../chromium.ts';
import { openScreens } from './open-screens.ts';

describe('what lies over the page on a phone', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium();
  }, 60_000);
  afterAll(() => chromium?.close());

  async function openPhone() {
    const screens = await openScreens(chromium.browser, { width: 390, height: 844, isPhone: true });
    await screens.open();
    await screens.page.getByRole('textbox', { name: 'Message' }).waitFor();
    return screens;
  }
  const menuButton = (page: Page) => page.getByRole('button', { name: 'Channels and people' });
  const panelButton = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Demo controls' });
  const drawer = (page: Page) => page.getByRole('navigation', { name: 'Workspace' });
  const panel = (page: Page) => page.getByRole('complementary', { name: 'Demo controls' });
  const openDrawer = async (page: Page) => {
    await menuButton(page).tap();
    await drawer(page).waitFor();
  };
  const openPanel = async (page: Page) => {
    await panelButton(page).tap();
    await panel(page).waitFor();
  };
  const focusOn = (button: ReturnType<typeof menuButton>) =>
    expect.poll(() => button.evaluate((node) => node.matches(':focus'))).toBe(true);
  const OUTSIDE = { drawer: { x: 380, y: 600 }, panel: { x: 10, y: 600 } };

  test.each([
    ['Escape', (page: Page) => page.keyboard.press('Escape')],
    ['a tap beside it', (page: Page) => page.touchscreen.tap(OUTSIDE.drawer.x, OUTSIDE.drawer.y)],
    ['its cross', (page: Page) => page.getByRole('button', { name: 'Close the menu' }).tap()],
    ['a channel', (page: Page) => drawer(page).getByRole('button', { name: 'closed' }).tap()],
    ['a person', (page: Page) => drawer(page).getByRole('button', { name: 'Bo Anders' }).tap()],
  ])('the drawer is closed by %s, and its button has the focus again', async (_, close) => {
    const { page } = await openPhone();
    await openDrawer(page);
    await close(page);
    await drawer(page).waitFor({ state: 'hidden' });
    await focusOn(menuButton(page));
  });

  test.each([
    ['Escape', (page: Page) => page.keyboard.press('Escape')],
    ['a tap beside it', (page: Page) => page.touchscreen.tap(OUTSIDE.panel.x, OUTSIDE.panel.y)],
    ['its cross', (page: Page) => page.getByRole('button', { name: 'Close the demo controls' }).tap()],
    [
      'an example',
      (page: Page) =>
        panel(page)
          .getByRole('button', { name: /^\/followstats help/ })
          .tap(),
    ],
    ['a step of the tour', (page: Page) => panel(page).getByRole('button', { name: 'Look up three accounts' }).tap()],
  ])('the demo controls are closed by %s, and their button has the focus again', async (_, close) => {
    const { page } = await openPhone();
    await openPanel(page);
    await close(page);
    await panel(page).waitFor({ state: 'detached' });
    await focusOn(panelButton(page));
  });

  test('the demo controls are opened from the drawer, and close it', async () => {
    const { page } = await openPhone();
    await openDrawer(page);
    await drawer(page).getByRole('button', { name: 'Demo controls' }).tap();
    await panel(page).waitFor();
    await drawer(page).waitFor({ state: 'hidden' });
  });

  test.each([
    ['the drawer', openDrawer, drawer],
    ['the demo controls', openPanel, panel],
  ])('with %s open, Tab comes to nothing behind', async (_, open, box) => {
    const { page } = await openPhone();
    await open(page);
    for (let tabs = 0; tabs < 40; tabs += 1) {
      await page.keyboard.press('Tab');
      // At its end the focus leaves the page, never for what is behind.
      const isBehind = await page.evaluate(
        `document.activeElement !== document.body && document.activeElement.closest('main, .skip-link') !== null`,
      );
      expect(isBehind).toBe(false);
    }
    expect(await box(page).isVisible()).toBe(true);
  });
});
