import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { freePort } from '../../../free-port.ts';
import { ANA, OPEN, openApp, openWorkspace, type Received } from '../open-workspace.ts';

const command = { personId: ANA.id, channelId: OPEN, text: '/followstats alice' };
const SECRET = 'a'.repeat(32);

function signatureOf({ headers, body }: Received, secret = SECRET): string {
  const signed = `v0:${headers['x-slack-request-timestamp']}:${body}`;
  return `v0=${createHmac('sha256', secret).update(signed).digest('hex')}`;
}

const ageOf = ({ headers }: Received): number => Date.now() / 1000 - Number(headers['x-slack-request-timestamp']);

test('a request is signed, with the time it was sent', async () => {
  const workspace = await openWorkspace();
  const app = await openApp(workspace);
  await workspace.type(command);
  expect(app.last().headers['x-slack-signature']).toBe(signatureOf(app.last()));
  expect(Math.abs(ageOf(app.last()))).toBeLessThan(5);
});

test.each([
  [301, 'dispatch_failed'],
  [401, 'dispatch_failed'],
  [500, 'dispatch_failed'],
])('the status %i is a failed dispatch', async (status, error) => {
  const workspace = await openWorkspace();
  await openApp(workspace, () => ({ status, text: 'oh no' }));
  expect(await workspace.type(command)).toMatchObject({ status, body: 'oh no', error });
  expect(workspace.messagesFor(ANA.id, OPEN)).toEqual([]);
});

test('an app that acknowledges too late has timed out', async () => {
  const workspace = await openWorkspace({ ackTimeoutMs: 50 });
  await openApp(workspace, () => 'never');
  const delivery = await workspace.type(command);
  expect(delivery).toMatchObject({ status: 0, error: 'operation_timeout' });
  expect(delivery.ackMs).toBeGreaterThan(40);
});

test('an app that is not there is a failed dispatch', async () => {
  const workspace = await openWorkspace();
  expect(await workspace.type(command)).toMatchObject({ status: 0, error: 'dispatch_failed' });
  workspace.setRequestUrl(`http://127.0.0.1:${await freePort()}/slack/events`);
  expect(await workspace.type(command)).toMatchObject({ status: 0, error: 'dispatch_failed' });
});

describe('odd requests', () => {
  test.each([
    [{ form: { command: '/other', text: 'a b' } }, 'application/x-www-form-urlencoded', 'command=%2Fother&text=a+b'],
    [{ json: { type: 'url_verification' } }, 'application/json', '{"type":"url_verification"}'],
    [{ text: 'payload={', contentType: 'text/plain' }, 'text/plain', 'payload={'],
  ])('%j is sent as it is given', async (body, contentType, sent) => {
    const workspace = await openWorkspace();
    const app = await openApp(workspace, () => ({ status: 400, text: 'odd' }));

    expect(await workspace.deliver({ body })).toMatchObject({ kind: 'raw', status: 400, body: 'odd' });
    expect(app.last().body).toBe(sent);
    expect(app.last().headers['content-type']).toBe(contentType);
    expect(app.last().headers['x-slack-signature']).toBe(signatureOf(app.last()));
  });

  test('may be signed at another time, or with another secret', async () => {
    const workspace = await openWorkspace();
    const app = await openApp(workspace);
    await workspace.deliver({ body: { json: {} }, clockSkewSeconds: -400, signingSecret: 'theirs' });
    expect(Math.round(ageOf(app.last()) / 10)).toBe(40);
    expect(app.last().headers['x-slack-signature']).toBe(signatureOf(app.last(), 'theirs'));
  });
});
