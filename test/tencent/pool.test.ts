import { expect, onTestFinished, test } from 'vitest';
import { createDispatcher } from '../../src/tencent/pool.ts';
import { post } from '../../src/tencent/transport.ts';
import { openProxy } from '../forward-proxy.ts';
import { errorOf, everythingIn } from './open-chat.ts';

const LOGIN = 'proxy-user:hush-hush-proxy';

/** Posts to an `https:` host through a proxy. */
async function postThrough(options: Parameters<typeof openProxy>[0], login = LOGIN) {
  const proxy = await openProxy({ login: LOGIN, ...options });
  const https = proxy.url.replace(LOGIN, login);
  const baseUrl = 'https://chat.invalid';
  const dispatcher = createDispatcher({ baseUrl, proxy: { http: '', https, exempt: '' }, timeoutMs: 200 });
  onTestFinished(() => dispatcher.destroy());
  return post(dispatcher, {
    name: 'follow_get_info',
    origin: baseUrl,
    path: '/v4?usersig=eJw-the-signature',
    body: '{}',
    timeoutMs: 200,
  });
}

test.each([
  ['never answers for the tunnel', { tunnels: 'never answered' }, LOGIN, 'upstream_timeout', /no answer in 200 ms/],
  ['refuses the tunnel', { tunnels: 'refused' }, LOGIN, 'upstream_unreachable', /the proxy refused the connection/],
  [
    'asks for another login',
    {},
    'proxy-user:hush-hush-wrong',
    'upstream_unreachable',
    /the proxy refused the connection/,
  ],
  ['knows no such host', {}, LOGIN, 'upstream_unreachable', /: [A-Z_]+$/],
] as const)('a proxy that %s', async (_, options, login, code, message) => {
  const error = await errorOf(postThrough(options, login));
  expect(error.failure.code).toBe(code);
  expect(error.message).toMatch(message);
  expect(everythingIn(error)).not.toMatch(/hush-hush|usersig|eJw/);
});
