import { describe, expect, test } from 'vitest';
import { ANA, BO, buttons, call, OPEN, openApp, openWorkspace, respond, section } from '../open-workspace.ts';

const MINUTE = 60_000;

/** Ana types a command; gives the address to answer at. */
async function typeCommand(now: () => number = Date.now) {
  const workspace = await openWorkspace({ now });
  const app = await openApp(workspace);
  await workspace.type({ personId: ANA.id, channelId: OPEN, text: '/followstats alice' });
  return { workspace, url: String(app.last().form.response_url) };
}

/** Ana presses the button of a message; gives the address to answer at, and the message. */
async function pressButton({ ephemeral = false } = {}) {
  const workspace = await openWorkspace();
  const app = await openApp(workspace);
  const message = { channel: OPEN, text: 'old', blocks: [buttons('share')], user: ANA.id };
  const posted = await call(workspace, ephemeral ? 'chat.postEphemeral' : 'chat.postMessage', message);
  const ts = String(posted.ts ?? posted.message_ts);
  await workspace.press({ personId: ANA.id, ts, actionId: 'share' });
  return { workspace, ts, url: String(JSON.parse(app.last().form.payload ?? '').response_url) };
}

describe('a slash command', () => {
  test('is answered for its person alone unless it says otherwise', async () => {
    const { workspace, url } = await typeCommand();
    expect(await respond(url, { text: 'for you' })).toEqual({ status: 200, body: 'ok' });
    expect(await respond(url, { text: 'for all', response_type: 'in_channel' })).toEqual({ status: 200, body: 'ok' });

    expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([{ text: 'for you' }, { text: 'for all' }]);
    expect(workspace.messagesFor(BO.id, OPEN)).toMatchObject([{ text: 'for all' }]);
  });

  test('has no original, so replace_original posts something new', async () => {
    const { workspace, url } = await typeCommand();
    await respond(url, { text: 'working…' });
    await respond(url, { text: 'done', replace_original: true });
    expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([{ text: 'working…' }, { text: 'done', version: 1 }]);
  });

  test('can be answered five times', async () => {
    const { workspace, url } = await typeCommand();
    for (let use = 1; use <= 5; use += 1) expect(await respond(url, { text: `${use}` })).toMatchObject({ status: 200 });

    const sixth = await respond(url, { text: '6' });
    expect(sixth.status).toBe(404);
    expect(JSON.parse(sixth.body)).toEqual({ ok: false, error: 'used_url' });
    expect(workspace.messagesFor(ANA.id, OPEN)).toHaveLength(5);
  });

  test('can be answered for thirty minutes', async () => {
    let time = Date.parse('2026-03-01T09:00:00Z');
    const { url } = await typeCommand(() => time);
    time += 30 * MINUTE;
    expect(await respond(url, { text: 'in time' })).toMatchObject({ status: 200 });
    time += 1;
    const late = await respond(url, { text: 'late' });
    expect([late.status, JSON.parse(late.body).error]).toEqual([404, 'expired_url']);
  });

  test('is answered at its own address only', async () => {
    const { url } = await typeCommand();
    expect(await respond(url.replace(/.$/, '!'), { text: 'hi' })).toMatchObject({ status: 404 });
  });

  test.each([
    ['nothing', {}, 'no_text'],
    ['an invalid block', { text: 'hi', blocks: [section('')] }, 'invalid_blocks'],
    ['too many words', { text: 'x'.repeat(40_001) }, 'msg_too_long'],
  ])('refuses %s with 400, and lets it be tried again', async (_what, args, error) => {
    const { url } = await typeCommand();
    for (let use = 1; use <= 6; use += 1) expect(await respond(url, args)).toEqual({ status: 400, body: error });
    expect(await respond(url, { text: 'plain' })).toMatchObject({ status: 200 });
  });

  test('refuses what is no JSON', async () => {
    const { url } = await typeCommand();
    const response = await fetch(url, { method: 'POST', body: '{"text":' });
    expect([response.status, await response.text()]).toEqual([400, 'invalid_payload']);
  });
});

describe('a button', () => {
  test.each([{ ephemeral: false }, { ephemeral: true }])('replaces its own message: %j', async (kind) => {
    const { workspace, url, ts } = await pressButton(kind);
    await respond(url, { text: 'new', blocks: [section('new')], replace_original: true, response_type: 'in_channel' });

    expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([{ ts, text: 'new', version: 2 }]);
    expect(workspace.messagesFor(BO.id, OPEN)).toHaveLength(kind.ephemeral ? 0 : 1);
  });

  test('deletes its own message', async () => {
    const { workspace, url } = await pressButton({ ephemeral: true });
    expect(await respond(url, { delete_original: true })).toMatchObject({ status: 200 });
    expect(workspace.messagesFor(ANA.id, OPEN)).toEqual([]);
  });

  test('deletes its own message and posts another in its stead', async () => {
    const { workspace, url } = await pressButton({ ephemeral: true });
    await respond(url, { delete_original: true, response_type: 'in_channel', text: 'shared' });
    expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([{ text: 'shared' }]);
    expect(workspace.messagesFor(BO.id, OPEN)).toMatchObject([{ text: 'shared' }]);
  });

  test('leaves its message alone unless it says otherwise', async () => {
    const { workspace, url } = await pressButton();
    await respond(url, { text: 'and this' });
    expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([
      { text: 'old' },
      { text: 'and this', visibleTo: ANA.id },
    ]);
  });

  test('keeps its message when the new one is refused', async () => {
    const { workspace, url } = await pressButton();
    await respond(url, { delete_original: true, blocks: [section('')] });
    expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([{ text: 'old' }]);
  });
});

test.each([
  [{ kind: 'rate-limit', retryAfterSeconds: 3 }, 429, 'ratelimited'],
  [{ kind: 'status', status: 500 }, 500, undefined],
  [{ kind: 'refuse', error: 'expired_url' }, 404, 'expired_url'],
] as const)('a fault made on purpose: %j', async (fault, status, error) => {
  const { workspace, url } = await typeCommand();
  workspace.setFaults([{ ...fault, method: 'response_url', times: 1 }]);

  expect(await respond(url, { text: 'hi' })).toMatchObject({ status });
  expect(await respond(url, { text: 'again' })).toMatchObject({ status: 200 });
  expect(workspace.apiCalls).toMatchObject([
    { method: 'response_url', args: { text: 'hi' }, status, error },
    { method: 'response_url', args: { text: 'again' }, status: 200, error: undefined },
  ]);
});

test('a block type that the workspace refuses is refused here too', async () => {
  const { workspace, url } = await typeCommand();
  workspace.setFaults([{ kind: 'refuse-blocks', types: ['section'] }]);
  expect(await respond(url, { blocks: [section('hi')] })).toEqual({ status: 400, body: 'invalid_blocks' });
});
