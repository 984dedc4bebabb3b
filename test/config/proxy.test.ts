import { expect, test } from 'vitest';
import { readProxy } from '../../src/config/proxy.ts';

const ON = { NODE_USE_ENV_PROXY: '1' };

test('without NODE_USE_ENV_PROXY=1 the variables of a proxy do not matter', () => {
  const nothing = { proxy: undefined, faults: [] };
  expect(readProxy({ HTTPS_PROXY: 'hush' })).toEqual(nothing);
  expect(readProxy({ HTTPS_PROXY: 'hush', NODE_USE_ENV_PROXY: '0' })).toEqual(nothing);
  expect(readProxy({ ...ON, NO_PROXY: 'chat.test' })).toEqual(nothing);
});

test('the lower-case name goes first', () => {
  const upper = { HTTP_PROXY: 'http://one.test:3128', HTTPS_PROXY: 'http://two.test:3128', NO_PROXY: 'a.test' };
  expect(readProxy({ ...ON, ...upper }).proxy).toEqual({
    http: 'http://one.test:3128',
    https: 'http://two.test:3128',
    exempt: 'a.test',
  });
  const lower = { http_proxy: 'http://three.test', https_proxy: 'https://u:p@four.test', no_proxy: '*' };
  expect(readProxy({ ...ON, ...upper, ...lower }).proxy).toEqual({
    http: 'http://three.test',
    https: 'https://u:p@four.test',
    exempt: '*',
  });
});

test.each([
  'proxy.test:3128',
  '10.0.0.1:3128',
  'socks5://proxy.test',
  'http://',
  'http://proxy.test:port',
  'http://hush:12/34@proxy.test',
  'http://hush:12#34@proxy.test',
  'http://user:100%@proxy.test',
])('%s is no address of a proxy, which is told by the name of its variable', (value) => {
  for (const name of ['HTTP_PROXY', 'https_proxy'])
    expect(readProxy({ ...ON, [name]: value }).faults).toEqual([
      expect.stringMatching(`^${name} must be an http\\(s\\) URL, http://USER:PASSWORD@HOST:PORT`),
    ]);
});

test.each(['true', 'yes', '2'])('%s is neither on nor off', (value) => {
  expect(readProxy({ NODE_USE_ENV_PROXY: value }).faults).toEqual(['NODE_USE_ENV_PROXY must be 1 or 0']);
});
