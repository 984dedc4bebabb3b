import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Chromium, launchChromium } from '../chromium.ts';
import { type NodeProcess, runNode } from './node-process.ts';

const DEMO = 'src/demo/main.ts';

const [ALICE, BOB] = ['alice (Alice Liddell)', 'bob (Bob 🚀)'];

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
      const cells = rows.map((row) =>
        row
          .split('│')
          .map((cell) => cell.trim())
          .slice(1, -1),
      );
      const [change, count] = [expect.stringMatching(/^\+\d+$/), expect.stringMatching(/^\d+$/)];
      expect(cells).toEqual([
        ['alice (Alice Liddell)', expect.stringMatching(/^12,4\d\d$/), change, count, count],
        // Hardly changes, and on some days not at all.
        ['bob (Bob 🚀)', expect.stringMatching(/^9,3\d\d$/), expect.any(String), count, count],
      ]);
      expect(demo.stdout()).toContain('⚠ ghost: Chat doesn’t know this account.');
      expect(demo.stdout()).toMatch(/^maya: \/followstats alice bob ghost\n/);
      expect(demo.stdout()).toMatch(/What these commands made is forgotten now\.[\s\S]*npm run demo\n$/);
    },
  );

  test.each([
    [['/unknown'], 1, /"\/unknown" is not a valid command/, /^$/],
    [['--as', 'nemo', '/followstats alice'], 2, /^$/, /There is no nemo here[\s\S]*anders \(admin\)[\s\S]*alice/],
    [['nemo: /followstats alice'], 2, /^$/, /There is no nemo here/],
    [['--help'], 0, /accounts {2}alice/, /^$/],
    [['--bogus'], 2, /^$/, /^demo: there is no option --bogus\n\nnpm run demo/],
    [['--bogus=1', '/followstats alice'], 2, /^$/, /^demo: there is no option --bogus\n/],
    [['-x'], 2, /^$/, /^demo: there is no option -x\n/],
    [['alice bob'], 2, /^$/, /a command begins with \//],
    [['--port', 'abc'], 2, /^$/, /--port takes a port number/],
    [
      ['--as', 'anders', '/followstats allow @creators-team #growth'],
      0,
      /member in @creators-team is now a viewer\..*types in #growth is a viewer already, so nothing changes/s,
      /^$/,
    ],
    [['--as', 'tom', '/followstats alice'], 0, /Guests can use followstats only when/, /^$/],
    [['/followstats', 'alice'], 0, /^maya: \/followstats alice\n\nalice \(Alice Liddell\) · 12,4\d\d followers/, /^$/],
    [
      ['anders: /followstats list create vip alice dave', '/followstats list:vip', 'priya: /followstats alice'],
      0,
      /^anders: .*list:vip now holds 2 accounts[\s\S]*\nmaya: .*│ dave[\s\S]*\npriya: [\s\S]*@anders/s,
      /^$/,
    ],
    [
      ['/followstats alice', '/unknown', '/followstats bob'],
      1,
      /alice \(.*\) ·[\s\S]*not a valid command[\s\S]*bob \(.*\) ·/,
      /^$/,
    ],
    [['/followstats digest new', 'anders: /followstats digest new'], 0, /Only editors[\s\S]*New digest\n/, /^$/],
  ])('%j exits %i', async (args, code, stdout, stderr) => {
    const demo = runNode(DEMO, args);
    expect(await demo.ended).toBe(code);
    expect(demo.stdout()).toMatch(stdout);
    expect(demo.stderr()).toMatch(stderr);
  });
});

test.each([['before it is open'], ['once it is']])('ended %s, it leaves no files behind', async (when) => {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-ended-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const demo = runNode(DEMO, ['--port', '0', '--log'], { TMPDIR: folder });
  if (when === 'once it is') await demo.says(/demo: (http:\S+)/);
  else await expect.poll(() => readdirSync(folder).length, { timeout: 30_000 }).toBe(1);
  demo.kill('SIGTERM');
  expect(await demo.ended).toBe(0);
  expect(readdirSync(folder)).toEqual([]);
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

  test('it opens on an answer that was shared and on what one can do, and a channel on a week of digests', async () => {
    await last().getByText('Only visible to you').waitFor();
    expect(await last().getByRole('button').allInnerTexts()).toEqual(
      expect.arrayContaining(['Look up accounts…', 'More commands']),
    );
    expect(await page.getByText('Shared by').count()).toBe(1);
    await page.getByRole('button', { name: /^#?growth/ }).click();
    await expect.poll(() => page.getByRole('heading', { name: 'Creators' }).count()).toBe(8);
    expect(await last().textContent()).toContain('Followers over time');
    await page.getByRole('button', { name: 'community' }).click();
    await page.getByText('how did last week go').waitFor();
  });

  test('a typed command is answered with a row for each account that was read, for its asker only', async () => {
    await send('/followstats alice bob ghost');
    await last().getByText('ghost: Chat').waitFor();
    const table = last().getByTestId('data-table');
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual([ALICE, BOB]);
    expect(await last().textContent()).toContain('ghost: Chat doesn’t know this account.');
    expect(await last().textContent()).toContain('Only visible to you');
    await actAs('Anders Lund');
    // Only what Maya shared before.
    expect(await page.getByTestId('data-table').count()).toBe(1);
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
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual([ALICE, BOB, 'newcomer']);
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
    await send('/followstats link @anders bob');
    await last().getByText('is now linked to').waitFor();
    await actAs('Maya Okafor');
    await lookUp();
    await last().getByText('aren’t linked to accounts yet').waitFor();
    expect(await last().getByRole('rowheader').allInnerTexts()).toEqual([ALICE, BOB]);
    const answer = (await last().textContent()) ?? '';
    for (const words of ['Only visible to you', `@maya is ${ALICE}.`, `@anders is ${BOB}.`, '@priya', '@chenli']) {
      expect(answer).toContain(words);
    }
    await actAs('Tom Becker');
    await lookUp();
    await last().getByText('Guests can use followstats only when').waitFor();
    await actAs('Maya Okafor');
  });

  test('trouble switched on is answered with what to do about it', async () => {
    await page.getByText('Break it').click();
    await page.getByRole('switch', { name: 'Follow isn’t switched on in Chat (30005)' }).click();
    await send('/followstats carol');
    await last().getByText('Follow isn’t switched on').waitFor();
    expect(await last().textContent()).not.toContain('console');
    await page.getByRole('switch', { name: 'Follow isn’t switched on in Chat (30005)' }).click();
    await last()
      .getByRole('button', { name: /^Try again/ })
      .click();
    await last()
      .getByText(/^carol(?: \(Carol\))? · [\d,]+ followers/)
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
    expect(await last().getByRole('rowheader').allInnerTexts()).toEqual([ALICE, BOB]);
    await sidebar().getByRole('button', { name: 'community' }).click();

    const clock = page.getByRole('region', { name: 'Clock' });
    const before = await clock.getByRole('time').textContent();
    for (const posts of [1, 2]) {
      const nextDay = clock.getByRole('button', { name: '+1 day' });
      // Further clicks do nothing while the clock moves.
      await expect.poll(() => nextDay.getAttribute('aria-busy'), { timeout: 10_000 }).toBe('false');
      await nextDay.click();
      await expect.poll(() => page.getByRole('heading', { name: 'Creators' }).count(), { timeout: 10_000 }).toBe(posts);
    }
    expect(await clock.getByRole('time').textContent()).not.toBe(before);
    expect((await last().getByRole('rowheader').allInnerTexts()).toSorted()).toEqual([ALICE, BOB]);
    expect(await last().textContent()).toContain('Followers over time');
    expect(await last().textContent()).toMatch(/[▲▼] [\d,]+ followers? since /);
  });
});
