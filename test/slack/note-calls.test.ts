import fc from 'fast-check';
import { expect, test } from 'vitest';
import { METHODS, outcomeOf, withCallNotes, withPostNotes } from '../../src/slack/note-calls.ts';

/** Calls an address that answers so, and returns what was noted. */
async function note(url: string, answer: () => Promise<Response>, apiUrl?: string): Promise<readonly string[]> {
  const noted: string[] = [];
  const fetch = withCallNotes(answer, apiUrl, (method, outcome) => noted.push(`${method} ${outcome}`));
  await fetch(url).catch(() => undefined);
  return noted;
}

const says =
  (body: string, status = 200) =>
  async () =>
    new Response(body, { status });

test.each<[string, () => Promise<Response>, string]>([
  ['https://slack.com/api/chat.postMessage', says('{"ok":true}'), 'chat.postMessage ok'],
  [
    'https://slack.com/api/chat.postMessage',
    says('{"ok":false,"error":"is_archived"}'),
    'chat.postMessage is_archived',
  ],
  ['https://slack.com/api/chat.update', says('{"ok":false,"error":"ekm_new_one"}'), 'chat.update ekm_access_denied'],
  [
    'https://slack.com/api/chat.update',
    says('{"ok":false,"error":"restricted_action_x"}'),
    'chat.update restricted_action',
  ],
  ['https://slack.com/api/chat.update', says('{"ok":false}'), 'chat.update error_other'],
  ['https://slack.com/api/views.open', says('<html>'), 'views.open garbled'],
  ['https://slack.com/api/views.open', says('', 502), 'views.open status_502'],
  ['https://slack.com/api/views.open', says('{"ok":false}', 429), 'views.open ratelimited'],
  [
    'https://slack.com/api/views.open',
    async () => Object.defineProperty(new Response('no such status'), 'status', { value: 999 }),
    'views.open status_other',
  ],
  ['https://slack.com/api/secret.method?token=x', says('{"ok":true}'), 'other ok'],
  ['https://files.slack.com/upload/v1/secret', says('OK - 12'), 'upload ok'],
  ['https://slack.com/api/users.info', () => Promise.reject(new TypeError('fetch failed')), 'users.info unreachable'],
  ['https://slack.com/api/users.info', () => Promise.reject(AbortSignal.abort().reason), 'users.info timeout'],
])('%s', async (url, answer, noted) => {
  expect(await note(url, answer)).toEqual([noted]);
});

test('what is posted to a response URL is noted the same way, and comes back as it was', async () => {
  const noted: string[] = [];
  const answers = [
    async () => ({ status: 200, retryAfter: undefined, text: 'ok' }),
    async () => ({ status: 404, retryAfter: '1', text: '{"ok":false,"error":"used_url"}' }),
    () => Promise.reject(new TypeError('no connection')),
    () => Promise.reject(new DOMException('late', 'TimeoutError')),
  ];
  const seen: unknown[] = [];
  for (const answer of answers) {
    const post = withPostNotes(answer, (method, outcome) => noted.push(`${method} ${outcome}`));
    const { signal } = new AbortController();
    seen.push(await post('https://hooks.slack.com/commands/T1/2/secret', '{}', signal).catch(String));
  }
  expect(noted).toEqual([
    'response_url ok',
    'response_url used_url',
    'response_url unreachable',
    'response_url timeout',
  ]);
  expect(seen).toEqual([await answers[0]?.(), await answers[1]?.(), 'TypeError: no connection', 'TimeoutError: late']);
});

test('another root of Slack’s Web API is known with and without its last slash', async () => {
  for (const root of ['http://127.0.0.1:1/api', 'http://127.0.0.1:1/api/'])
    expect(await note('http://127.0.0.1:1/api/auth.test', says('{"ok":true}'), root)).toEqual(['auth.test ok']);
});

test('the answer is what it was, and what was thrown is thrown', async () => {
  const headers = { 'x-oauth-scopes': 'commands' };
  const fetch = withCallNotes(
    async () => new Response('{"ok":true}', { headers }),
    undefined,
    () => {},
  );
  const answer = await fetch('https://slack.com/api/auth.test');
  expect([answer.status, answer.headers.get('x-oauth-scopes'), await answer.text()]).toEqual([
    200,
    'commands',
    '{"ok":true}',
  ]);
  const failing = withCallNotes(
    () => Promise.reject(new TypeError('no')),
    undefined,
    () => {},
  );
  await expect(failing('https://slack.com/api/auth.test')).rejects.toThrow('no');
});

test('whatever is called and answered, only words of a closed set are noted', async () => {
  const methods = new Set([...METHODS, 'other', 'upload', 'response_url']);
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.webUrl({ withQueryParameters: true }),
      fc.string(),
      fc.json(),
      fc.integer({ min: 200, max: 599 }),
      async (url, error, json, status) => {
        const body = [200, 201].includes(status) ? JSON.stringify({ ok: false, error }) : json;
        const answer = async () => new Response([204, 205, 304].includes(status) ? null : body, { status });
        for (const address of [url, `https://slack.com/api/${error}`]) {
          const [noted = ''] = await note(address, answer);
          const [method = '', outcome = ''] = noted.split(' ');
          expect(methods).toContain(method);
          expect(outcome).toMatch(/^[a-z]+(_[a-z0-9]+)*$/);
          seen.add(outcome);
        }
      },
    ),
  );
  // A status each, and no more codes than the app knows.
  expect([...seen].filter((outcome) => !outcome.startsWith('status_')).length).toBeLessThan(60);
});

test('a text of Slack’s that isn’t known is never repeated', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{12,30}_[a-z]{12,30}$/), (error) => {
      expect(outcomeOf(200, JSON.stringify({ ok: false, error }), true)).toBe('error_other');
    }),
  );
});
