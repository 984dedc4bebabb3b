import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../../chromium.ts';
import { ANA, call } from '../slack/open-workspace.ts';
import { CARD, CODE, FORM, HOME_BLOCKS, LINES, openScreens, WIDE_TABLE } from './open-screens.ts';

describe('what the app sends, on the page', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium();
  }, 60_000);
  afterAll(() => chromium?.close());

  const openPhone = () => openScreens(chromium.browser, { width: 390, height: 844, isPhone: true });

  test.each([390, 820, 1280])('at %i px the labels of six lines over fourteen days don’t touch', async (width) => {
    const { page, say, open } = await openScreens(chromium.browser, { width });
    await say(LINES);
    await open();
    const chart = page.getByRole('img', { name: /^line chart\. alice: / });
    await chart.waitFor();
    const labels = await chart.locator('text:not(.axis-label)').evaluateAll((all) =>
      all.map((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        return { left, right, top, bottom, words: one.textContent };
      }),
    );
    expect(labels.map(({ words }) => words)).toContain('14 Nov 09:00');
    const touching = labels.flatMap((one, at) =>
      labels
        .slice(at + 1)
        .filter((two) => one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom)
        .map((two) => `${one.words} and ${two.words}`),
    );
    expect(touching).toEqual([]);
    const box = await chart.boundingBox();
    for (const { left, right } of labels) {
      expect(left).toBeGreaterThanOrEqual((box?.x ?? 0) - 1);
      expect(right).toBeLessThanOrEqual((box?.x ?? 0) + (box?.width ?? 0) + 1);
    }
    expect(await page.getByRole('figure').getByText('frank', { exact: true }).count()).toBe(1);
  });

  test('a table of twenty columns is a place that says that it scrolls', async () => {
    const { page, say, open } = await openPhone();
    await say(WIDE_TABLE);
    await open();
    const region = page.getByRole('region', { name: 'Twenty columns' });
    await region.waitFor();
    await page.getByText('Scroll sideways for all columns').waitFor();
    expect(await region.getByRole('columnheader').count()).toBe(20);
    await region.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => region.evaluate((node) => node.scrollLeft)).toBeGreaterThan(0);
  });

  test('a row of fixed-width text stays one row', async () => {
    const { page, say, open } = await openPhone();
    await say(CODE);
    await open();
    const code = page.locator('pre');
    await code.waitFor();
    const [height, line] = await code.evaluate((node) => {
      const style = getComputedStyle(node);
      const around = Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom);
      return [node.getBoundingClientRect().height - around, Number.parseFloat(style.lineHeight)];
    });
    expect(Math.round((height ?? 0) / (line ?? 1))).toBe(2);
    await page.getByRole('region', { name: 'Code' }).waitFor();
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('on the Home tab Enter sends a field, and its menus tell the app what was chosen', async () => {
    const { page, app, workspace, open } = await openScreens(chromium.browser, { width: 1280 });
    await call(workspace, 'views.publish', { user_id: ANA.id, view: { type: 'home', blocks: HOME_BLOCKS } });
    await open('?channel=home');
    const actions = () => app.received.flatMap(({ form }) => JSON.parse(form.payload ?? '{}').actions ?? []);
    const field = page.getByRole('textbox', { name: 'Look up' });
    await field.fill('alice bob');
    expect(actions()).toEqual([]);
    await field.press('Enter');
    await expect.poll(actions).toMatchObject([{ action_id: 'look_up', value: 'alice bob' }]);
    await page.getByRole('button', { name: 'New digest…' }).click();
    await page.getByRole('combobox', { name: 'Open list' }).selectOption('launch');
    await page.getByRole('button', { name: 'More options', description: 'Creators' }).click();
    await page.getByRole('menuitem', { name: 'LOG' }).click();
    await expect
      .poll(() => actions().slice(1))
      .toMatchObject([
        { action_id: 'new' },
        { action_id: 'list', selected_option: { value: 'launch' } },
        { action_id: 'digest', selected_option: { value: 'log' } },
      ]);
  });

  test('a form opens on its first field; one on top of it leads back, and the last one to where the reader was', async () => {
    const { page, openModal, pushModal, open } = await openScreens(chromium.browser, { width: 1280 });
    await open();
    const box = page.getByRole('textbox', { name: 'Message' });
    await expect.poll(() => box.evaluate((node) => node.matches(':focus'))).toBe(true);
    await openModal('Edit digest', FORM);
    const form = page.getByRole('dialog', { name: 'Edit digest' });
    const title = form.getByRole('textbox', { name: 'Title' });
    await expect.poll(() => title.evaluate((node) => node.matches(':focus'))).toBe(true);
    await title.fill('Creators');
    await expect
      .poll(async () => (await form.getByRole('textbox', { name: 'Title' }).inputValue()) === 'Creators')
      .toBe(true);
    await pushModal('alice', CARD);
    const card = page.getByRole('dialog', { name: 'alice' });
    await expect
      .poll(() =>
        card
          .getByRole('heading', { level: 2, name: 'alice' })
          .first()
          .evaluate((node) => node.matches(':focus')),
      )
      .toBe(true);
    await card.getByRole('button', { name: 'Back' }).click();
    await form.waitFor();
    expect(await title.inputValue()).toBe('Creators');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
    await expect.poll(() => box.evaluate((node) => node.matches(':focus'))).toBe(true);
  });

  test('a long list opens at its beginning, though what can be done with it stands at its end', async () => {
    const { page, openModal, open } = await openScreens(chromium.browser, { width: 1280 });
    await open();
    const lines = Array.from({ length: 80 }, (_, n) => `fan ${n}`).join('\n');
    const options = [{ text: { type: 'plain_text', text: 'alice' }, value: 'alice' }];
    const placeholder = { type: 'plain_text', text: 'Open account' };
    await openModal('Fans', [
      { type: 'section', text: { type: 'plain_text', text: lines } },
      { type: 'actions', elements: [{ type: 'static_select', action_id: 'open', placeholder, options }] },
    ]);
    const list = page.getByRole('dialog', { name: 'Fans' });
    const title = list.getByRole('heading', { level: 2, name: 'Fans' });
    await expect.poll(() => title.evaluate((node) => node.matches(':focus'))).toBe(true);
    const body = list.locator('.modal-body');
    expect(await body.evaluate((node) => node.scrollHeight > node.clientHeight)).toBe(true);
    expect(await body.evaluate((node) => node.scrollTop)).toBe(0);
  });
});
