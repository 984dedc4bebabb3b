import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Chromium, launchChromium } from '../../chromium.ts';
import { openLiveDemo } from './live-demo.ts';
import { keepScreenshot } from './screenshots.ts';

describe('the tour in a browser, with the real app', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium();
  }, 60_000);
  afterAll(() => chromium?.close());

  async function openTour(colorScheme: 'light' | 'dark') {
    const { url } = await openLiveDemo();
    const page = await chromium.browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme });
    onTestFinished(() => page.close());
    await page.goto(url);
    const tour = page.getByRole('region', { name: 'Guided tour' });
    await tour.getByText('0 of 5 done').waitFor();
    return { page, tour };
  }

  const hasFocus = (place: Locator) => place.evaluate((node) => node.matches(':focus'));

  /** Walks the tour from its first step to its last. @param use presses the tour's present button */
  async function walk(page: Page, name: string, use: Use): Promise<void> {
    const progress = page.getByRole('region', { name: 'Guided tour' }).getByRole('status');
    const isDone = (count: number) =>
      expect.poll(() => progress.textContent(), { timeout: 20_000 }).toBe(`${count} of 5 done`);
    const picture = (what: string) => keepScreenshot(page, `tour-${name}-${what}`);
    const present = page.locator('[aria-current="step"]');
    await picture('0');
    await use(/^Look up three accounts/);
    await isDone(1);
    await use(/^Look up one/);
    await isDone(2);
    await picture('2');
    await use(/^Share the answer/);
    await isDone(3);

    await use(/^Add dave to list:creators/);
    await page.getByText('You’re Anders (admin) now.').waitFor();
    await present.getByText('Add dave to list:creators, done').waitFor();
    await present.getByRole('button', { name: /Next digest: / }).waitFor();
    await picture('next-digest');
    await use(/Next digest: /);
    await isDone(4);
    const clock = page.getByRole('region', { name: 'Clock' });
    await clock.getByRole('button', { name: 'Posted in #growth' }).waitFor();
    // The post itself is shown, with what is new to the list.
    await page.getByText('New in this digest: dave').waitFor();
    await picture('posted');

    await use(/^Switch on/);
    await page.getByText('1 fault on').first().waitFor();
    await use(/^Look up again/);
    await page
      .getByText(/Last known/)
      .first()
      .waitFor();
    await picture('last-known');
    await use(/^Switch off/);
    await use(/^Look up once more/);
    await isDone(5);
    await page.getByText('That was all of it.').waitFor();
    await picture('5');
  }

  test('by mouse', async () => {
    const { page, tour } = await openTour('light');
    await walk(page, 'mouse', (name) => tour.getByRole('button', { name }).click());
    await tour.getByRole('button', { name: 'Take the tour again' }).click();
    await tour.getByText('0 of 5 done').waitFor();
  });

  test('by keyboard alone: the focus goes on from step to step', async () => {
    const { page, tour } = await openTour('dark');
    await expect.poll(() => hasFocus(page.getByRole('textbox', { name: 'Message' }))).toBe(true);
    const reach = async (place: Locator): Promise<void> => {
      for (let tabs = 0; tabs < 60 && !(await hasFocus(place)); tabs += 1) await page.keyboard.press('Tab');
      expect(await hasFocus(place)).toBe(true);
    };
    await reach(tour.getByRole('button', { name: 'Look up three accounts' }));
    await walk(page, 'keyboard', async (name) => {
      await expect.poll(() => hasFocus(tour.getByRole('button', { name }))).toBe(true);
      await page.keyboard.press('Enter');
    });
  });
});

type Use = (label: RegExp) => Promise<void>;
