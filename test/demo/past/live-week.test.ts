import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createFaultSwitches } from '../../../src/demo/fault-switches.ts';
import { CREATORS } from '../../../src/demo/past/lists-and-links.ts';
import { liveWeek, weekBeganAgo } from '../../../src/demo/past/live-week.ts';
import type { Message } from '../../../src/demo/slack/types.ts';
import { openStage, type Stage } from '../../../src/demo/stage.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MAYA = 'U0MAYA00001';
const ANDERS = 'U0ANDERS001';
const COMMUNITY = 'C0COMMUNITY';
const GROWTH = 'C0GROWTH001';

const copenhagen = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', timeStyle: 'short' });
const momentOf = ({ ts }: Pick<Message, 'ts'>) => Number(ts) * 1000;

test('the week begins before nine in Copenhagen, so long ago that eight mornings follow', () => {
  const present = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2034-01-01') });
  fc.assert(
    fc.property(present, (at) => {
      const began = at - weekBeganAgo(at);
      const [hour = 0] = copenhagen.format(began).split(':').map(Number);
      expect(hour).toBeGreaterThanOrEqual(6);
      expect(hour).toBeLessThan(9);
      expect(at - began).toBeGreaterThan(7 * DAY);
      expect(at - began).toBeLessThan(8.1 * DAY);
    }),
    { examples: [[Date.parse('2026-11-01T08:30:00Z')], [Date.parse('2026-04-01T06:59:59Z')], [1_795_334_400_000]] },
  );
});

describe('the workspace when the page opens', () => {
  const log: string[] = [];
  let stage: Stage;
  let folder: string;
  let openedAt: number;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'followstats-stage-'));
    vi.stubEnv('TMPDIR', folder);
    stage = await openStage({
      mode: 'http',
      onLog: (line) => log.push(line),
      hasHistory: true,
      behindMs: weekBeganAgo(Date.now()),
    });
    await liveWeek(stage);
    openedAt = Date.now();
  });
  afterAll(async () => {
    await stage?.close();
    vi.unstubAllEnvs();
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });

  const posts = () => stage.workspace.postsWith('followstats_digest');
  const read = (personId: string, channelId: string) => stage.workspace.messagesFor(personId, channelId);
  const ask = async (text: string, personId = MAYA) => {
    const since = stage.workspace.mark();
    await stage.workspace.type({ personId, channelId: COMMUNITY, text: `/followstats ${text}` });
    return stage.workspace.waitForMessage({
      personId,
      channelId: COMMUNITY,
      since,
      matches: ({ authorId }) => authorId === stage.workspace.botUserId,
    });
  };

  test('the clock is the machine’s, and the next slot is to come', async () => {
    expect(stage.time.clock.aheadMs()).toBe(0);
    expect(await stage.time.nextSlotAt()).toBeGreaterThan(openedAt);
  });

  test('a digest stands in #growth for each morning, on time, with its chart and its changes', () => {
    expect(posts().map(({ channelId }) => channelId)).toEqual(Array(8).fill(GROWTH));
    for (const post of posts()) expect(copenhagen.format(momentOf(post))).toBe('09:00');
    const days = posts().map((post) => Math.floor(momentOf(post) / DAY));
    expect(days.map((day) => day - (days[0] ?? 0))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const last = posts().at(-1);
    expect(last?.blocks.map(({ type }) => type)).toEqual(expect.arrayContaining(['data_visualization', 'data_table']));
    for (const id of CREATORS) expect(last?.text).toContain(id);
    expect(last?.text).toMatch(/Last 7 days|7 days/);
    expect(last?.text).toContain('Europe/Copenhagen');
  });

  test('the week has a trend, highlights and a milestone', () => {
    const said = posts().map(({ text }) => text);
    expect(said.filter((text) => /heidi\b.* passed \+500/.test(text)).length).toBeGreaterThan(1);
    expect(said.filter((text) => /grace\b.* passed −500/.test(text)).length).toBeGreaterThan(0);
    expect(said.filter((text) => /carol\b.* reached 5,000/.test(text))).toHaveLength(1);
  });

  test('nothing is late, missed or failed', () => {
    const all = [COMMUNITY, GROWTH].flatMap((id) => [...read(ANDERS, id), ...read(MAYA, id)]);
    for (const { text, blocks } of all) expect(`${text} ${JSON.stringify(blocks)}`).not.toMatch(/\blate\b|\bmissed\b/i);
    const lines = log.map((line) => JSON.parse(line));
    expect(lines.filter(({ msg }) => msg === 'digest run').map(({ state }) => state)).toEqual(Array(8).fill('posted'));
    expect(lines.filter(({ level }) => level > 30)).toEqual([]);
  });

  test('no private answer is left but the invitation to Maya, the last thing in #community, with buttons that work', async () => {
    const { workspace } = stage;
    const everything = workspace.people.flatMap(({ id }) => workspace.channels.flatMap((one) => read(id, one.id)));
    expect(everything.filter(({ visibleTo }) => visibleTo !== undefined)).toHaveLength(1);
    const invitation = read(MAYA, COMMUNITY).at(-1) as Message;
    expect(invitation).toMatchObject({ visibleTo: MAYA, authorId: workspace.botUserId });
    expect(Math.abs(momentOf(invitation) - openedAt)).toBeLessThan(MINUTE);
    const actions = invitation.blocks.find(({ type }) => type === 'actions') as unknown as {
      readonly elements: readonly { readonly action_id: string }[];
    };
    const since = workspace.mark();
    await workspace.press({ personId: MAYA, ts: invitation.ts, actionId: actions.elements[0]?.action_id ?? '' });
    await workspace.waitForModal({ personId: MAYA, since, matches: ({ submit }) => submit !== undefined });
    await workspace.closeModal({ personId: MAYA, all: true });
  });

  test('Maya’s look-up was shared to all, and what people say is in its order', () => {
    const priya = read('U0PRIYA0001', COMMUNITY);
    const shared = priya.filter(({ authorId }) => authorId === stage.workspace.botUserId);
    expect(shared).toHaveLength(1);
    for (const id of CREATORS) expect(shared[0]?.text).toContain(id);
    expect(openedAt - momentOf(shared[0] as Message)).toBeLessThan(2 * DAY);
    const moments = [...priya, ...read(MAYA, GROWTH)].map(momentOf);
    expect(moments.filter((moment) => moment > openedAt + MINUTE)).toEqual([]);
    expect(priya.some(({ text }) => text.includes('how did last week go'))).toBe(true);
  });

  test('counts are those of a real product, with what changed; lists, links and typing errors are known', async () => {
    expect((await ask('alice')).text).toMatch(/alice\b[^·]* · 12,4\d\d followers \(\+\d+ since/);
    expect((await ask('newcomer')).text).toMatch(/newcomer\b[^·]* · 0 followers/);
    expect((await ask('aiko')).text).toMatch(/3,204,1\d\d followers/);
    expect((await ask('@maya')).text).toContain('alice');
    expect((await ask('list show')).text).toMatch(/creators[\s\S]*press/);
    expect((await ask('alcie')).text).toMatch(/alice/);
  });

  test('who came and left in the week is known by name, and the sum of alice is right', async () => {
    await expect.poll(async () => (await ask('changes alice 7d')).text).not.toMatch(/unexplained/);
    const { text } = await ask('changes alice 7d');
    const [, opening = '', came = '', left = '', closing = ''] =
      /^([\d,]+) \+ ([\d,]+) came − ([\d,]+) left = ([\d,]+)\.$/m.exec(text) ?? [];
    const [from, plus, minus, to] = [opening, came, left, closing].map((words) => Number(words.replaceAll(',', '')));
    expect((from ?? 0) + (plus ?? 0) - (minus ?? 0)).toBe(to);
    expect(plus).toBeGreaterThan(80);
    expect(text).toMatch(/Left \(1\):\s+carol\b/);
    expect((await ask('changes alice 24h')).text).not.toMatch(/unexplained/);
  });

  test('a switch of Chat’s is seen by the next look-up, which shows the last known counts; so is its end', async () => {
    const switches = createFaultSwitches(stage.chat, stage.workspace, stage.outdateCounts);
    const notEnabled = switches.find(({ id }) => id === 'not-enabled');
    await ask('alice');
    await notEnabled?.set(true);
    const failed = await ask('alice');
    expect(failed.text).toContain('30005');
    expect(failed.text).toMatch(/12,4\d\d/);
    await notEnabled?.set(false);
    expect((await ask('alice')).text).toMatch(/^alice\b[^·]* · 12,4\d\d followers/);
  });

  test('later the clock goes from slot to slot, and a week more is seven posts on time', async () => {
    const posted = posts().length;
    const slot = (await stage.time.nextSlotAt()) as number;
    await stage.time.moveToNextSlot();
    expect(posts()).toHaveLength(posted + 1);
    expect(momentOf(posts().at(-1) as Message) - slot).toBeLessThan(MINUTE);
    await stage.time.move(7 * DAY);
    expect(posts()).toHaveLength(posted + 8);
    for (const { text } of posts()) expect(text).not.toMatch(/\blate\b/i);
    await stage.time.beDown(DAY);
    expect(posts().at(-1)?.text).toMatch(/\blate\b/i);
  });
});
