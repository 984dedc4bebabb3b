import { expect, test } from 'vitest';
import type { FaultSwitch } from '../../../../src/demo/fault-switches.ts';
import type { TourState } from '../../../../src/demo/page-server/page-state.ts';
import { BUTTONS } from '../../../../src/demo/page-server/tour/marks.ts';
import { DIGEST_EVENT } from '../../../../src/demo/page-server/what-came.ts';
import type { Workspace } from '../../../../src/demo/slack/workspace-types.ts';
import * as names from '../../../../src/slack/names.ts';
import { ANA, BO, call, OPEN, openApp, openWorkspace, respond } from '../../slack/open-workspace.ts';
import { workspaceOptions } from '../../slack/workspace-options.ts';
import { createTime } from '../demo-time.ts';
import { openPage } from '../open-page.ts';

const people = workspaceOptions().people.map((one) => {
  if (one.id === ANA.id) return { ...one, note: 'viewer' };
  return one.id === BO.id ? { ...one, note: 'admin' } : one;
});

const button = (action_id: string, value = 'x') => ({
  type: 'button',
  action_id,
  value,
  text: { type: 'plain_text', text: 'x' },
});
const REPORT = [{ type: 'actions', elements: [button(BUTTONS.refresh), button(BUTTONS.share)] }];

async function openTour({ hasSlot = false } = {}) {
  const workspace = await openWorkspace({ people });
  let isOn = false;
  const fault: FaultSwitch = {
    id: 'bad-gateway',
    label: 'Chat is down',
    group: 'Tencent Chat',
    isOn: () => isOn,
    set(wanted) {
      isOn = wanted;
    },
  };
  const { time } = createTime({ slots: hasSlot ? [Date.now() + 3_600_000] : [] });
  const page = await openPage({ workspace, faultSwitches: [fault], time });
  const tour = async (): Promise<TourState> => (await page.state()).tour;
  const done = async () => (await tour()).steps.map(({ isDone }) => isDone);
  const step = async (place: number) => (await tour()).steps[place - 1];
  return { workspace, page, done, step };
}

const toAna = (workspace: Workspace, text: string, blocks: readonly object[]) =>
  call(workspace, 'chat.postEphemeral', { channel: OPEN, user: ANA.id, text, blocks });

test('the names by which the tour sees what a message is are those of the app', () => {
  expect(BUTTONS).toEqual({
    refresh: names.ACTIONS.refresh,
    share: names.ACTIONS.share,
    command: names.ACTIONS.command,
  });
  expect(DIGEST_EVENT).toBe(names.DIGEST_EVENT);
});

test('a button alone ticks nothing: only an answer does', async () => {
  const { workspace, page, done, step } = await openTour();
  const first = await step(1);
  expect(first?.act).toMatchObject({ kind: 'type', personId: ANA.id, text: '/followstats alice bob carol' });
  await openApp(workspace);
  await page.post('/demo/type', { as: ANA.id, channel: OPEN, text: '/followstats alice bob carol' });
  expect(await done()).toEqual([false, false, false, false, false]);
  await toAna(workspace, 'alice · 43', REPORT);
  expect(await done()).toEqual([true, false, false, false, false]);
});

test('a look-up with a failure ticks the second step, and other warnings do not', async () => {
  const { workspace, done } = await openTour();
  await toAna(workspace, '⚠ That needs the role editor', []);
  expect(await done()).toEqual([false, false, false, false, false]);
  await toAna(workspace, 'alice · 43\n⚠ ghost: not there', REPORT);
  expect(await done()).toEqual([true, true, false, false, false]);
});

test('the third step presses Share in the newest answer, and is ticked once that says where it went', async () => {
  const { workspace, page, done, step } = await openTour();
  expect((await step(3))?.act).toMatchObject({ kind: 'type', text: '/followstats alice bob' });
  const app = await openApp(workspace);
  await toAna(workspace, 'older', REPORT);
  const { message_ts } = await toAna(workspace, 'newer', REPORT);
  const act = (await step(3))?.act;
  expect(act).toMatchObject({ kind: 'press', personId: ANA.id, ts: message_ts, actionId: BUTTONS.share });
  await page.post('/demo/press', { as: ANA.id, ts: message_ts, actionId: BUTTONS.share });
  expect((await done())[2]).toBe(false);
  const where = { type: 'rich_text_section', elements: [{ type: 'channel', channel_id: OPEN }] };
  const blocks = [{ type: 'rich_text', elements: [where] }];
  const { response_url } = JSON.parse(app.last().form.payload ?? '{}');
  await respond(response_url, { replace_original: true, text: 'Shared', blocks });
  expect((await done())[2]).toBe(true);
});

test('the fourth step goes from a list over a digest to its post', async () => {
  const { workspace, done, step } = await openTour();
  const partsOf = async () => (await step(4))?.parts.map(({ isDone }) => isDone);
  expect((await step(4))?.act).toMatchObject({
    personId: BO.id,
    text: '/followstats list add creators dave',
  });
  const card = [{ type: 'actions', elements: [button(`${BUTTONS.command}:look-up`, 'lookup list:creators')] }];
  await call(workspace, 'chat.postEphemeral', { channel: OPEN, user: BO.id, text: 'made', blocks: card });
  expect(await partsOf()).toEqual([true, false]);
  expect((await step(4))?.act).toMatchObject({ personId: BO.id, text: '/followstats digest new' });
  const metadata = { event_type: DIGEST_EVENT, event_payload: {} };
  await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'Digest', metadata });
  expect(await partsOf()).toEqual([true, true]);
  expect((await done())[3]).toBe(true);
});

test('with a digest due the fourth step moves the clock to it', async () => {
  const { workspace, step } = await openTour({ hasSlot: true });
  const card = [{ type: 'actions', elements: [button(`${BUTTONS.command}:look-up`, 'lookup list:creators')] }];
  await call(workspace, 'chat.postEphemeral', { channel: OPEN, user: BO.id, text: 'made', blocks: card });
  await expect.poll(async () => (await step(4))?.act).toMatchObject({ kind: 'next-digest' });
});

test('the fifth step is a fault on, an answer that shows it, the fault off, and an answer without it', async () => {
  const { workspace, page, done, step } = await openTour();
  const flip = (on: boolean) => page.post('/demo/faults', { id: 'bad-gateway', on });
  expect((await step(5))?.act).toMatchObject({ kind: 'switch', id: 'bad-gateway', on: true });
  await flip(true);
  await flip(false);
  expect((await step(5))?.act).toMatchObject({ kind: 'switch', on: true });
  await flip(true);
  expect((await step(5))?.act).toMatchObject({ kind: 'type', personId: ANA.id });
  await toAna(workspace, 'alice · 43', REPORT);
  expect((await step(5))?.act).toMatchObject({ kind: 'type' });
  await toAna(workspace, '⚠ alice: can’t be reached. Last known: 43', REPORT);
  expect((await step(5))?.act).toMatchObject({ kind: 'switch', on: false });
  expect((await done())[4]).toBe(false);
  await flip(false);
  expect((await step(5))?.act).toMatchObject({ kind: 'type', personId: ANA.id });
  expect((await done())[4]).toBe(false);
  await toAna(workspace, 'alice · 43', REPORT);
  expect((await done())[4]).toBe(true);
});

test('started over, what is there counts no more, and another account is added', async () => {
  const { workspace, page, done, step } = await openTour();
  await toAna(workspace, 'alice · 43', REPORT);
  expect((await done())[0]).toBe(true);
  expect(await page.post('/demo/tour', {})).toEqual({ status: 200, json: null });
  expect(await done()).toEqual([false, false, false, false, false]);
  expect((await step(4))?.act).toMatchObject({ text: '/followstats list add creators erin' });
  await toAna(workspace, 'bob · 25', REPORT);
  expect((await done())[0]).toBe(true);
});

test('a workspace without an admin has no tour', async () => {
  const { state, post } = await openPage();
  expect((await state()).tour).toBeNull();
  expect((await post('/demo/tour', {})).json).toEqual({ error: 'There is no tour of this workspace.' });
});
