import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Chromium, launchChromium } from '../chromium.ts';
import { type NodeProcess, runNode } from './node-process.ts';

const DEMO = 'src/demo/main.ts';

describe('npm run demo -- "/followstats alice bob ghost"', () => {
  test.each([[[]], [['--socket']]])(
    'prints a row for each that was read in that order, a line for the other, and exits 0 (%j)',
    async (args) => {
      const demo = runNode(DEMO, [...args, '/followstats alice bob ghost']);
      expect(await demo.ended).toBe(0);
      const rows = demo
        .stdout()
        .split('\n')
        .filter((line) => /^│ (alice|bob|ghost)/.test(line));
      expect(
        rows.map((row) =>
          row
            .split('│')
            .map((cell) => cell.trim())
            .slice(1, -1),
        ),
      ).toEqual([
        ['alice', expect.stringMatching(/^\d+$/), expect.stringMatching(/^\d+$/), expect.stringMatching(/^\d+$/)],
        ['bob', expect.stringMatching(/^\d+$/), expect.stringMatching(/^\d+$/), expect.stringMatching(/^\d+$/)],
      ]);
      expect(demo.stdout()).toContain('⚠ ghost: Chat doesn’t know this account.');
    },
  );

  test.each([
    [['/unknown'], 1, /"\/unknown" is not a valid command/, /^$/],
    [['--as', 'nemo', '/followstats alice'], 2, /^$/, /There is no nemo here/],
    [['--bogus'], 2, /^$/, /npm run demo/],
    [['alice bob'], 2, /^$/, /a command begins with \//],
    [['--port', 'abc'], 2, /^$/, /--port takes a port number/],
    [
      ['--as', 'anders', '/followstats allow @creators-team #growth'],
      0,
      /member in @creators-team is now a viewer\..*types in #growth is a viewer already, so nothing changes/s,
      /^$/,
    ],
    [['--as', 'tom', '/followstats alice'], 0, /Guests can use followstats only when/, /^$/],
  ])('%j exits %i', async (args, code, stdout, stderr) => {
    const demo = runNode(DEMO, args);
    expect(await demo.ended).toBe(code);
    expect(demo.stdout()).toMatch(stdout);
    expect(demo.stderr()).toMatch(stderr);
  });
});

describe('the demo page', () => {
  let demo: NodeProcess;
  let chromium: Chromium;
  let page: Page;
  beforeAll(async () => {
    demo = runNode(DEMO, ['--port', '0']);
    const [, url = ''] = await demo.says(/demo: (http:\S+)/);
    chromium = await launchChromium();
    page = await chromium.browser.newPage();
    await page.goto(url);
  }, 60_000);
  afterAll(async () => {
    await chromium?.close();
    demo?.kill('SIGTERM');
    expect(await demo?.ended).toBe(0);
  });

  const send = async (text: string) => {
    const composer = page.getByRole('textbox', { name: 'Message' });
    await composer.fill(text);
    await composer.press('Enter');
  };
  const last = () => page.getByRole('article').last();
  const sidebar = () => page.getByRole('navigation', { name: 'Workspace' });
  const actAs = async (name: string) => {
    await sidebar().getByRole('button', { name }).click();
    await page.getByText(`as ${name}`).waitFor();
  };

  test('a typed command is answered with a row for each account that was read, for its asker only', async () => {
    await send('/followstats alice bob ghost');
    const table = page.getByTestId('data-table').last();
    await table.waitFor();
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual(['alice', 'bob']);
    expect(await last().textContent()).toContain('ghost: Chat doesn’t know this account.');
    expect(await last().textContent()).toContain('Only visible to you');
    await actAs('Anders Lund');
    expect(await page.getByTestId('data-table').count()).toBe(0);
    await actAs('Maya Okafor');
  });

  test('typing a slash offers the command', async () => {
    await page.getByRole('textbox', { name: 'Message' }).fill('/fo');
    expect(
      await page
        .getByRole('option', { name: /followstats/ })
        .first()
        .textContent(),
    ).toContain('/followstats');
  });

  test('columns of numbers sort, and the buttons work', async () => {
    await send('/followstats bob newcomer alice');
    const table = last().getByTestId('data-table');
    await table.getByRole('rowheader', { name: 'newcomer' }).waitFor();
    await table.getByRole('button', { name: /Followers/ }).click();
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual(['alice', 'bob', 'newcomer']);
    await last().getByRole('button', { name: 'Share: show these counts to everyone' }).click();
    await last().getByText('Shared by').waitFor();
    expect(await last().textContent()).not.toContain('Only visible to you');
    await page.getByText('Shared to').waitFor();
  });

  test('the shortcut in a message’s menu looks up whom it mentions and who wrote it', async () => {
    const lookUp = async () => {
      const question = page.getByRole('article').filter({ hasText: 'how did last week go' });
      await question.hover();
      await question.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: /Look up follow stats/ }).click();
    };
    await actAs('Anders Lund');
    for (const typed of ['link @maya alice', 'link @anders bob']) {
      await send(`/followstats ${typed}`);
      await last().getByText('is now linked to').waitFor();
    }
    await actAs('Maya Okafor');
    await lookUp();
    await last().getByText('aren’t linked to accounts yet').waitFor();
    expect(await last().getByRole('rowheader').allInnerTexts()).toEqual(['alice', 'bob']);
    const answer = (await last().textContent()) ?? '';
    for (const words of ['Only visible to you', '@maya is alice.', '@anders is bob.', '@priya', '@chenli']) {
      expect(answer).toContain(words);
    }
    await actAs('Tom Becker');
    await lookUp();
    await last().getByText('Guests can use followstats only when').waitFor();
    await actAs('Maya Okafor');
  });

  test('trouble switched on is answered with what to do about it', async () => {
    await page.getByText('Break it').click();
    await page.getByRole('switch', { name: 'Follow is not enabled (30005)' }).click();
    await send('/followstats carol');
    await last().getByText('Follow isn’t switched on').waitFor();
    expect(await last().textContent()).not.toContain('console');
    await page.getByRole('switch', { name: 'Follow is not enabled (30005)' }).click();
    await last()
      .getByRole('button', { name: /^Try again/ })
      .click();
    await last()
      .getByText(/^carol · [\d,]+ followers/)
      .waitFor();
  });

  test('a digest is made in the form, previewed, and comes when the clock is moved', async () => {
    await actAs('Anders Lund');
    await send('/followstats digest new');
    const form = page.getByRole('dialog', { name: 'New digest' });
    await form.getByRole('textbox', { name: 'Title' }).fill('Creators');
    await form.getByRole('textbox', { name: 'Other accounts' }).fill('alice bob ghost');
    await form.getByRole('combobox', { name: 'When' }).selectOption('every-day');
    const zone = form.getByRole('combobox', { name: 'Time zone' });
    await zone.fill('denmark');
    await form.getByRole('option', { name: 'Europe/Copenhagen (UTC+1)' }).click();
    await form.getByText('Next runs, Europe/Copenhagen').waitFor();

    await form.getByRole('button', { name: /Preview/ }).click();
    await form.getByText('It begins like this.').waitFor();
    await form.getByRole('button', { name: 'Save' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('This channel gets the digest Creators: every day at 09:00, Europe/Copenhagen').waitFor();

    await sidebar()
      .getByRole('button', { name: /^followstats, \d+ unread/ })
      .click();
    await last().getByText('only you see it').waitFor();
    expect(await last().getByRole('rowheader').allInnerTexts()).toEqual(['alice', 'bob']);
    await sidebar().getByRole('button', { name: 'community' }).click();

    const clock = page.getByRole('region', { name: 'Clock' });
    const before = await clock.getByRole('time').textContent();
    for (const posts of [1, 2]) {
      await clock.getByRole('button', { name: '+1 day' }).click();
      await expect.poll(() => page.getByRole('heading', { name: 'Creators' }).count(), { timeout: 10_000 }).toBe(posts);
    }
    expect(await clock.getByRole('time').textContent()).not.toBe(before);
    expect((await last().getByRole('rowheader').allInnerTexts()).toSorted()).toEqual(['alice', 'bob']);
    expect(await last().textContent()).toContain('Followers over time');
    expect(await last().textContent()).toMatch(/[▲▼] \d+ followers? since /);
  });
});
