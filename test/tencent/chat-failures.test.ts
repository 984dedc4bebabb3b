import { expect, test } from 'vitest';
import type { ChatFault } from '../../src/demo/chat/faults.ts';
import type { ErrorCode } from '../../src/errors.ts';
import { KEY } from '../demo/chat/chat-client.ts';
import { everythingIn, withCaller } from './open-chat.ts';

const FAILURES: readonly (readonly [fault: ChatFault, code: ErrorCode])[] = [
  [{ kind: 'status', status: 502 }, 'upstream_status'],
  [{ kind: 'status', status: 404 }, 'upstream_status'],
  [{ kind: 'reset' }, 'upstream_unreachable'],
  [{ kind: 'hang' }, 'upstream_timeout'],
  [{ kind: 'html' }, 'upstream_garbled'],
  [{ kind: 'truncated' }, 'upstream_garbled'],
  [{ kind: 'huge' }, 'upstream_garbled'],
  [{ kind: 'wrong-shape' }, 'upstream_changed'],
  [{ kind: 'code', code: 30006 }, 'upstream_failed'],
  [{ kind: 'code', code: 60007 }, 'throttled'],
  [{ kind: 'code', code: 30005 }, 'needs_admin'],
  [{ kind: 'code', code: 70001 }, 'needs_admin'],
  [{ kind: 'code', code: 60002 }, 'upstream_refused'],
  [{ kind: 'code', code: 60023, info: 'odd' }, 'upstream_refused'],
  [{ kind: 'poison', account: 'alice', code: 30003 }, 'missing_account'],
  [{ kind: 'poison', account: 'alice', code: 30001 }, 'rejected_account'],
];

/** Short only where it has to pass: ten megabytes take their time. */
const timeoutFor = ({ kind }: ChatFault) => ({ timeoutMs: kind === 'hang' ? 100 : 5000 });

test.each(FAILURES)('%j fails with %s, and the next call works when it is over', (fault, code) =>
  withCaller({ faults: [fault], options: timeoutFor(fault) }, async ({ ask, failure, server }) => {
    expect((await failure()).failure.code).toBe(code);
    server.setFaults([]);
    expect(await ask('alice')).toMatchObject([{ kind: 'found' }]);
  }),
);

test('a host where nothing listens is unreachable', () =>
  withCaller({ options: { timeoutMs: 1000 } }, async ({ failure, server }) => {
    await server.close();
    expect((await failure()).failure).toEqual({ code: 'upstream_unreachable', upstream: undefined });
  }));

/** What an error must never hold: it may be logged, and a URL carries the signature. */
function expectNoSecret(error: Error, serverUrl: string, usersigs: readonly string[]) {
  const text = everythingIn(error);
  for (const secret of [KEY, new URL(serverUrl).host, 'usersig', 'sdkappid=', '/v4/', ...usersigs]) {
    expect(text).not.toContain(secret);
  }
}

test.each(FAILURES)('of %j no error holds the key, a signature or the address', (fault) =>
  withCaller({ faults: [fault], options: timeoutFor(fault) }, async ({ failure, server }) => {
    const error = await failure();
    expectNoSecret(
      error,
      server.url,
      server.calls.map(({ usersig }) => usersig),
    );
  }),
);

test('neither does the error of a wrong key or of a host that is gone', () =>
  withCaller({ options: { secretKey: `${KEY}0`, timeoutMs: 1000 } }, async ({ failure, server }) => {
    const errors = [await failure()];
    const { url } = server;
    await server.close();
    errors.push(await failure());
    expect(errors.map(({ failure }) => failure.code)).toEqual(['needs_admin', 'upstream_unreachable']);
    for (const error of errors)
      expectNoSecret(
        error,
        url,
        server.calls.map(({ usersig }) => usersig),
      );
  }));

test('what Chat quotes of the request is kept without its signature and key', () =>
  withCaller({}, async ({ ask, failure, server }) => {
    await ask('bob');
    const usersig = server.calls.at(-1)?.usersig ?? '';
    server.setFaults([{ kind: 'code', code: 60_023, info: `sig ${usersig} of key ${KEY} is odd` }]);
    expect((await failure()).failure.upstream?.info).toBe('sig [secret] of key [secret] is odd');
  }));
