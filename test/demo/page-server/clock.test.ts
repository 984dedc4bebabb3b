import { expect, test } from 'vitest';
import { call, GUS, OPEN, openWorkspace } from '../slack/open-workspace.ts';
import { createTime } from './demo-time.ts';
import { openPage } from './open-page.ts';

const HOUR_MS = 3_600_000;
const metadata = { event_type: 'followstats_digest', event_payload: {} };

/** Slots an hour and two hours from now; at each a digest comes, and Gus gets a note. */
async function openWithSlots() {
  const workspace = await openWorkspace();
  const { time, down } = createTime({
    slots: [1, 2].map((hours) => Date.now() + hours * HOUR_MS),
    async onSlot() {
      await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'Digest', metadata });
      await call(workspace, 'chat.postMessage', { channel: GUS.id, text: 'A note' });
    },
  });
  return { ...(await openPage({ workspace, time })), workspace, time, down };
}

test('the clock is moved forward, and the page shows how far it is ahead', async () => {
  const { post, state } = await openPage({ time: createTime().time });
  expect((await state()).clockAheadMs).toBe(0);
  const answer = await post('/demo/clock', { byMs: HOUR_MS });
  expect(answer).toEqual({ status: 200, json: { aheadMs: HOUR_MS, arrivals: [] } });
  expect((await state()).clockAheadMs).toBe(HOUR_MS);
});

test('the next slot is known to the page, and changes with each that is passed', async () => {
  const { post, state, time } = await openWithSlots();
  const first = await time.nextSlotAt();
  await expect.poll(async () => (await state()).nextSlotAt).toBe(first);
  await post('/demo/clock/next', {});
  await expect.poll(async () => (await state()).nextSlotAt).toBe(await time.nextSlotAt());
  await post('/demo/clock/next', {});
  await expect.poll(async () => (await state()).nextSlotAt).toBeNull();
  expect((await post('/demo/clock/next', {})).json).toEqual({ error: 'No digest is due.' });
});

test('what the app said meanwhile comes along, with a person who sees it', async () => {
  const { post, workspace } = await openWithSlots();
  await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'An older digest', metadata });
  const { json } = await post('/demo/clock', { byMs: 3 * HOUR_MS });
  const inChannel = { channelId: OPEN, channelName: 'open', personId: 'U0ANA', isDigest: true };
  const toGus = { channelId: expect.stringMatching(/^D/), personId: GUS.id, isDigest: false };
  expect(json.arrivals).toMatchObject([inChannel, toGus, inChannel, toGus]);
});

test('an app that was down is not stopped for', async () => {
  const { post, down } = await openWithSlots();
  expect((await post('/demo/clock/down', { byMs: 3 * HOUR_MS })).json.arrivals).toEqual([]);
  expect(down).toEqual([3 * HOUR_MS]);
});

test.each([[-1], [0], [1.5], ['1'], [400 * 86_400_000]])('it is not moved by %j', async (byMs) => {
  const { post, state } = await openPage({ time: createTime().time });
  expect((await post('/demo/clock', { byMs })).status).toBe(400);
  expect((await post('/demo/clock/down', { byMs })).status).toBe(400);
  expect((await state()).clockAheadMs).toBe(0);
});

test('an app that has ended has no slot', async () => {
  const time = { ...createTime().time, nextSlotAt: () => Promise.reject(new Error('gone')) };
  const { state } = await openPage({ time });
  expect((await state()).nextSlotAt).toBeNull();
});

test('a demo without a clock has none to move', async () => {
  const { post, state } = await openPage();
  expect(await state()).toMatchObject({ clockAheadMs: null, nextSlotAt: null });
  for (const path of ['/demo/clock', '/demo/clock/down']) {
    expect((await post(path, { byMs: 1 })).json).toEqual({ error: 'This demo has no clock to move.' });
  }
});
