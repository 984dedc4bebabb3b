import { expect, test } from 'vitest';
import { openPage } from './open-page.ts';

test.each([
  ['/', 'text/html; charset=utf-8', '<div id="page">'],
  ['/page.js', 'text/javascript; charset=utf-8', 'EventSource'],
  ['/page.css', 'text/css; charset=utf-8', 'prefers-color-scheme: dark'],
  ['/icon.svg', 'image/svg+xml; charset=utf-8', '<svg'],
])('%s is served as %s', async (path, type, content) => {
  const { ask } = await openPage();

  const answer = await ask(path);

  expect(answer).toMatchObject({ status: 200, headers: { 'content-type': type } });
  expect(answer.body).toContain(content);
});

test('the page may load nothing but its own files, and run no script of anybody else', async () => {
  const { ask } = await openPage();
  const { headers } = await ask('/');
  expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
});

test('a name of another site that was pointed at this address is refused', async () => {
  const { ask } = await openPage();
  expect(await ask('/demo/state', { headers: { host: 'evil.example' } })).toMatchObject({ status: 403 });
});

test('another site in the same browser is refused', async () => {
  const { ask, workspace } = await openPage();
  const headers = { origin: 'https://evil.example', 'content-type': 'application/json' };

  const answer = await ask('/demo/type', {
    method: 'POST',
    headers,
    body: '{"as":"U0ANA","channel":"C0OPEN","text":"hi"}',
  });

  expect(answer.status).toBe(403);
  expect(workspace.messagesFor('U0ANA', 'C0OPEN')).toEqual([]);
});

test('the page under its other name, localhost, is its own', async () => {
  const { ask, page } = await openPage();
  const host = new URL(page.url).host.replace('127.0.0.1', 'localhost');
  expect(await ask('/demo/state', { headers: { host, origin: `http://${host}` } })).toMatchObject({ status: 200 });
});

test.each([
  ['/nothing', 'GET'],
  ['/demo/state', 'DELETE'],
  ['/../package.json', 'GET'],
  ['/demo/files/F0NONE', 'GET'],
])('%s by %s is not there', async (path, method) => {
  const { ask } = await openPage();
  expect(await ask(path, { method })).toMatchObject({ status: 404 });
});

test('closing ends the streams that are still open, and closing twice does nothing', async () => {
  const { page } = await openPage();
  const stream = await fetch(new URL('/demo/events', page.url));

  await page.close();
  await page.close();

  await expect(stream.text()).rejects.toThrow();
});
