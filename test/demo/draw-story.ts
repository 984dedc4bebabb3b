import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { createPageServer } from '../../src/demo/page-server/page-server.ts';
import { liveWeek, weekBeganAgo } from '../../src/demo/past/live-week.ts';
import { openStage } from '../../src/demo/stage.ts';
import { launchChromium } from '../chromium.ts';

/*
 * `npm run picture` draws the picture of the README from the demo's own page: what is asked, shared, and read every morning. It takes
 * the machine's own fonts, so one for emoji should be among them.
 */

const FILE = fileURLToPath(new URL('../../src/demo/story.png', import.meta.url));

/** What stands above each part, and how the demo's page gets there; the last message is taken. */
const PARTS: readonly { readonly title: string; readonly show: (page: Page, url: string) => Promise<void> }[] = [
  { title: '1 · Type /followstats alice bob ghost', show: ask },
  { title: '2 · Press Share, for the channel', show: share },
  { title: '3 · And read what is new every morning', show: readDigest },
];

async function ask(page: Page, url: string): Promise<void> {
  await page.goto(`${url}?as=U0MAYA00001&channel=C0COMMUNITY`);
  await page.getByRole('textbox', { name: 'Message' }).fill('/followstats alice bob ghost');
  await page.keyboard.press('Enter');
  await lastMessage(page)
    .getByRole('button', { name: /^Share/ })
    .waitFor();
}

async function share(page: Page): Promise<void> {
  await lastMessage(page)
    .getByRole('button', { name: /^Share/ })
    .click();
  await lastMessage(page).getByText('Shared by').waitFor();
}

async function readDigest(page: Page, url: string): Promise<void> {
  await page.goto(`${url}?as=U0ANDERS001&channel=C0GROWTH001`);
  await page.getByText('Creators').first().waitFor();
}

/** The last one, but for what people say. */
function lastMessage(page: Page): Locator {
  return page.getByRole('article').filter({ hasText: 'APP' }).last();
}

async function drawParts(browser: Browser, url: string): Promise<readonly string[]> {
  const page = await browser.newPage({ viewport: { width: 1024, height: 1400 }, deviceScaleFactor: 2 });
  const drawn: string[] = [];
  for (const { show } of PARTS) {
    await show(page, url);
    await page.mouse.move(0, 0);
    drawn.push((await lastMessage(page).screenshot()).toString('base64'));
  }
  return drawn;
}

/** Side by side: the first two below each other, since together they are as high as the third. */
async function join(browser: Browser, drawn: readonly string[]): Promise<Buffer> {
  const parts = PARTS.map(
    ({ title }, n) => `<figure><h2>${title}</h2><img src="data:image/png;base64,${drawn[n]}"></figure>`,
  );
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1.5 });
  await page.setContent(`<style>
    body { margin: 0; font-family: 'Open Sans', system-ui, sans-serif }
    main { display: flex; gap: 24px; padding: 24px; align-items: flex-start; background: #eef2f3; width: fit-content }
    main > div { display: grid; gap: 24px; width: 560px }
    figure { margin: 0; background: #fff; border: 1px solid #d5dde0; border-radius: 12px; padding: 14px; overflow: hidden }
    h2 { margin: 0 0 8px; font-size: 17px; color: #0b6b60 }
    img { width: 100%; display: block }
  </style><main><div>${parts.slice(0, 2).join('')}</div><div>${parts.slice(2).join('')}</div></main>`);
  return page.locator('main').screenshot();
}

const stage = await openStage({ mode: 'http', onLog: () => {}, hasHistory: true, behindMs: weekBeganAgo(Date.now()) });
const { workspace, time } = stage;
const server = await createPageServer({ workspace, faultSwitches: [], time });
const chromium = await launchChromium();
try {
  await liveWeek(stage);
  await writeFile(FILE, await join(chromium.browser, await drawParts(chromium.browser, server.url)));
} finally {
  await chromium.close();
  await server.close();
  await stage.close();
}
