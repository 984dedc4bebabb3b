import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../../chromium.ts';
import { ANA, BO, CLOSED, call, OPEN } from '../slack/open-workspace.ts';
import { openScreens } from './open-screens.ts';

describe('what is new on the page', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium();
  }, 60_000);
  afterAll(() => chromium?.close());

  /** A channel with more messages than fit, opened in the browser. */
  async function openLong() {
    const screens = await openScreens(chromium.browser, { width: 1280 });
    for (let at = 1; at <= 30; at += 1) {
      await screens.workspace.type({ personId: BO.id, channelId: OPEN, text: `line ${at}` });
    }
    await screens.open();
    await screens.page.getByText('line 30').waitFor();
    return screens;
  }
  const log = (page: Page) => page.getByRole('log', { name: 'Messages' });
  const fromEnd = (page: Page) =>
    log(page).evaluate((node) => Math.round(node.scrollHeight - node.scrollTop - node.clientHeight));
  const scrollUp = async (page: Page) => {
    await log(page).evaluate((node) => {
      node.scrollTop = 0;
    });
    await page.getByText('line 1', { exact: true }).waitFor();
  };

  test('it opens at the newest message with the caret in the message box, and a link leads there', async () => {
    const { page } = await openLong();
    const box = page.getByRole('textbox', { name: 'Message' });
    const hasFocus = () => box.evaluate((node) => node.matches(':focus'));
    await expect.poll(hasFocus).toBe(true);
    expect(await fromEnd(page)).toBeLessThanOrEqual(1);
    await log(page).focus();
    expect(await hasFocus()).toBe(false);
    await page.getByRole('link', { name: 'Skip to the message box' }).focus();
    await page.keyboard.press('Enter');
    expect(await hasFocus()).toBe(true);
  });

  test('every menu says whose message it is of', async () => {
    const { page } = await openLong();
    expect(await page.getByRole('button', { name: /^More actions: Bo Anders, \d+:\d\d/ }).count()).toBe(30);
  });

  test('on a phone nothing brings up its keyboard', async () => {
    const { page, open, workspace } = await openScreens(chromium.browser, { width: 390, isPhone: true });
    await workspace.type({ personId: BO.id, channelId: OPEN, text: 'hello' });
    await open();
    await page.getByText('hello').waitFor();
    expect(await page.locator(':focus').count()).toBe(0);
  });

  test('what comes while the reader has scrolled up is counted, and a press leads there', async () => {
    const { page, workspace } = await openLong();
    await scrollUp(page);
    const pill = page.getByRole('button', { name: /new message/ });
    expect(await pill.count()).toBe(0);
    await workspace.type({ personId: BO.id, channelId: OPEN, text: 'one more' });
    await page.getByRole('button', { name: '1 new message', exact: true }).waitFor();
    await call(workspace, 'chat.postEphemeral', { channel: OPEN, user: ANA.id, text: 'Only for you' });
    await workspace.type({ personId: ANA.id, channelId: OPEN, text: 'my own' });
    await page.getByRole('button', { name: '2 new messages', exact: true }).click();
    await pill.waitFor({ state: 'detached' });
    await expect.poll(() => fromEnd(page)).toBeLessThanOrEqual(1);
    expect(await log(page).evaluate((node) => node.matches(':focus'))).toBe(true);
  });

  test('the answer of a shortcut that was used high up is counted, too, and gone once the end is reached', async () => {
    const { page, workspace } = await openLong();
    await scrollUp(page);
    await page.getByRole('article').first().hover();
    await page
      .getByRole('button', { name: /^More actions/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: /Look up follow stats/ }).click();
    await call(workspace, 'chat.postEphemeral', { channel: OPEN, user: ANA.id, text: 'alice · 43 followers' });
    await page.getByRole('button', { name: '1 new message', exact: true }).waitFor();
    await log(page).evaluate((node) => {
      node.scrollTop = node.scrollHeight;
    });
    await page.getByRole('button', { name: /new message/ }).waitFor({ state: 'detached' });
  });

  test('a channel with something new is named so until it is opened, and shows where that begins', async () => {
    const { page, workspace } = await openLong();
    await call(workspace, 'chat.postMessage', { channel: CLOSED, text: 'first news' });
    await call(workspace, 'chat.postMessage', { channel: CLOSED, text: 'second news' });
    const sidebar = page.getByRole('navigation', { name: 'Workspace' });
    await sidebar.getByRole('button', { name: '#closed, 2 unread' }).click();
    await page.getByText('second news').waitFor();
    const order = await log(page).locator('.new-line, article').allInnerTexts();
    expect(order[0]).toBe('New');
    expect(order).toHaveLength(3);
    await sidebar.getByRole('button', { name: 'closed', exact: true }).waitFor();
    await sidebar.getByRole('button', { name: 'open', exact: true }).click();
    await sidebar.getByRole('button', { name: 'closed', exact: true }).click();
    await page.getByText('second news').waitFor();
    expect(await page.locator('.new-line').count()).toBe(0);
  });

  test('each person has their own unread messages, which a reload remembers', async () => {
    const { page, workspace } = await openLong();
    await call(workspace, 'chat.postMessage', { channel: BO.id, text: 'For Bo' });
    await page.reload();
    const sidebar = page.getByRole('navigation', { name: 'Workspace' });
    await sidebar.getByRole('button', { name: 'followstats', exact: true }).waitFor();
    await sidebar.getByRole('button', { name: 'Bo Anders' }).click();
    await sidebar.getByRole('button', { name: 'followstats, 1 unread' }).click();
    await page.getByText('For Bo', { exact: true }).waitFor();
    await sidebar.getByRole('button', { name: 'followstats', exact: true }).waitFor();
    await page.reload();
    await sidebar.getByRole('button', { name: 'followstats', exact: true }).waitFor();
  });

  test('Slackbot speaks by the demo’s clock, and what comes later stands below', async () => {
    const { page, workspace, time } = await openLong();
    const clock = page.getByRole('region', { name: 'Clock' });
    await clock.getByRole('button', { name: '+1 week' }).click();
    await clock.getByRole('button', { name: '2 posts in #closed' }).waitFor();
    const box = page.getByRole('textbox', { name: 'Message' });
    await box.fill('/nothing');
    await box.press('Enter');
    const notice = page.getByTestId('notice');
    await notice.getByText('is not a valid command').waitFor();
    const said = Date.parse((await notice.getByRole('time').getAttribute('datetime')) ?? '');
    const before = Number(workspace.messagesFor(ANA.id, OPEN).at(-1)?.ts) * 1000;
    await workspace.type({ personId: BO.id, channelId: OPEN, text: 'and later' });
    const after = Number(workspace.messagesFor(ANA.id, OPEN).at(-1)?.ts) * 1000;
    expect(said).toBeGreaterThan(before);
    expect(said).toBeLessThanOrEqual(after);
    expect(after).toBeLessThanOrEqual(time.clock.now());
    await page.getByText('and later').waitFor();
    const texts = await log(page).locator('article, .notice').allInnerTexts();
    expect(texts.at(-2)).toContain('is not a valid command');
    expect(texts.at(-1)).toContain('and later');
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    await notice.waitFor({ state: 'detached' });
  });

  test('a demo that has ended is told of once, and one that was started anew keeps nothing of the one before', async () => {
    const { page, open, stop, start } = await openScreens(chromium.browser, { width: 1280 });
    await open();
    const clock = page.getByRole('region', { name: 'Clock' });
    await clock.getByRole('button', { name: /Next digest: / }).click();
    await clock.getByRole('button', { name: 'Posted in #closed' }).waitFor();
    const box = page.getByRole('textbox', { name: 'Message' });
    const send = async (text: string) => {
      await box.fill(text);
      await box.press('Enter');
    };
    await send('/nothing');
    await page.getByTestId('notice').waitFor();

    await stop();
    await page.getByRole('alert').getByText('The demo can’t be reached.').waitFor();
    const failed = (path: string) =>
      page.waitForEvent('requestfailed', (request) => new URL(request.url()).pathname === path);
    await Promise.all([failed('/demo/type'), send('/followstats alice')]);
    const forward = clock.getByRole('button', { name: '+1 hour' });
    await Promise.all([failed('/demo/clock'), forward.click()]);
    expect(await page.getByText(/can’t be reached|Failed to fetch/).count()).toBe(1);
    expect(await page.getByTestId('notice').count()).toBe(1);

    await start();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.getByTestId('notice').waitFor({ state: 'detached' });
    expect(await clock.getByRole('button', { name: 'Posted in #closed' }).count()).toBe(0);
  });

  test('the next digest is a press away, and a link opens it', async () => {
    const { page, open } = await openScreens(chromium.browser, { width: 1280 });
    await open();
    const clock = page.getByRole('region', { name: 'Clock' });
    await clock.getByRole('button', { name: /Next digest: / }).click();
    await clock.getByRole('button', { name: 'Posted in #closed' }).click();
    await page.getByText('Morning digest').waitFor();
    await page.getByRole('heading', { name: 'closed', level: 1 }).waitFor();
    await clock.getByRole('button', { name: '+1 week' }).click();
    await clock.getByRole('button', { name: 'Posted in #closed' }).waitFor();
    await clock.getByRole('button', { name: 'No digest is running' }).waitFor();
    await clock.getByRole('button', { name: '+1 hour' }).click();
    await clock.getByText('Nothing was posted.').waitFor();
    const box = await clock.boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(800);
  });

  test('what people of Chat do is let happen by a button, which then says what it does next', async () => {
    const { page, open } = await openScreens(chromium.browser, { width: 1280 });
    await open();
    const chat = page.getByRole('region', { name: 'In Tencent Chat' });
    await chat.getByRole('button', { name: 'Do carol-alice, the 1. time' }).click();
    await chat.getByText('It has happened 1 times.').waitFor();
    await chat.getByRole('button', { name: 'Do carol-alice, the 2. time' }).click();
    await chat.getByText('It has happened 2 times.').waitFor();
  });
});
