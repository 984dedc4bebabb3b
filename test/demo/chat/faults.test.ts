import { expect, test } from 'vitest';
import type { ChatFault } from '../../../src/demo/chat/faults.ts';
import type { ChatServer } from '../../../src/demo/chat/server.ts';
import { ask, asking, type ChatItem, codeOf, send, withChat } from './chat-client.ts';

const both = { body: asking('alice', 'bob') };

const itemsOf = async (server: ChatServer) => (await ask(server, both)).FollowInfo;
const namesOf = (items: readonly ChatItem[] | undefined) => items?.map(({ To_Account }) => To_Account);
const callCodes = (server: ChatServer) => server.calls.map(({ code }) => code);

test.each<[fault: ChatFault, accounts: readonly string[]]>([
  [{ kind: 'shuffle' }, ['bob', 'alice']],
  [{ kind: 'drop', account: 'alice' }, ['bob']],
  [{ kind: 'double', account: 'alice' }, ['alice', 'alice', 'bob']],
])('%o changes which items come', (fault, accounts) =>
  withChat({}, async (server) => {
    server.setFaults([fault]);
    expect(namesOf(await itemsOf(server))).toEqual(accounts);
    expect(callCodes(server)).toEqual([0]);
  }),
);

test.each<[fault: ChatFault, alice: ChatItem]>([
  [
    { kind: 'account-code', account: 'alice', code: 30006 },
    { To_Account: 'alice', ResultCode: 30006, ResultInfo: expect.stringMatching(/./) },
  ],
  [
    { kind: 'hostile-info', account: 'alice', info: '<!channel> *hi*' },
    { To_Account: 'alice', ResultCode: 30002, ResultInfo: '<!channel> *hi*' },
  ],
  [
    { kind: 'no-counts', account: 'alice' },
    { To_Account: 'alice', ResultCode: 0, ResultInfo: '' },
  ],
])('%o changes the item of its account and no other', (fault, alice) =>
  withChat({}, async (server) => {
    server.setFaults([fault]);
    expect(await itemsOf(server)).toEqual([alice, expect.objectContaining({ To_Account: 'bob', FollowerCount: 1 })]);
  }),
);

test('a whole call fails with any code, with our words or those given', () =>
  withChat({}, async (server) => {
    server.setFaults([
      { kind: 'code', code: 60007, times: 1 },
      { kind: 'code', code: 79999, info: 'out of order' },
    ]);
    expect(await ask(server)).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 60007 });
    expect(await ask(server)).toEqual({
      ActionStatus: 'FAIL',
      ErrorCode: 79999,
      ErrorInfo: 'out of order',
      ErrorDisplay: '',
    });
    expect(callCodes(server)).toEqual([60007, 79999]);
  }));

test('a poisoned account fails every call that holds it, and no other call', () =>
  withChat({}, async (server) => {
    server.setFaults([{ kind: 'poison', account: 'bob', code: 30003 }]);
    expect(await codeOf(server, both)).toBe(30003);
    expect(await codeOf(server, { body: asking('alice') })).toBe(0);
    expect(await codeOf(server, { body: asking('bob') })).toBe(30003);
  }));

test('an HTTP error comes with an HTML body', () =>
  withChat({}, async (server) => {
    server.setFaults([{ kind: 'status', status: 502 }]);
    const response = await send(server);
    expect(response.status).toBe(502);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(callCodes(server)).toEqual(['fault']);
  }));

test('an HTML page comes with HTTP 200', () =>
  withChat({}, async (server) => {
    server.setFaults([{ kind: 'html' }]);
    const response = await send(server);
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/^<!DOCTYPE html>/);
  }));

test('a truncated answer begins like the right one and does not parse', () =>
  withChat({}, async (server) => {
    const right = await (await send(server)).text();
    server.setFaults([{ kind: 'truncated' }]);
    const cut = await (await send(server)).text();
    expect(right.startsWith(cut)).toBe(true);
    expect(() => JSON.parse(cut)).toThrow(SyntaxError);
  }));

test('an answer of another shape holds an object for the list', () =>
  withChat({}, async (server) => {
    server.setFaults([{ kind: 'wrong-shape' }]);
    const { ErrorCode, FollowInfo } = await ask(server, both);
    expect(ErrorCode).toBe(0);
    expect(Object.keys(FollowInfo ?? {})).toEqual(['alice', 'bob']);
    expect(callCodes(server)).toEqual(['fault']);
  }));

test('a huge answer is ten megabytes long and does not say so beforehand', () =>
  withChat({}, async (server) => {
    server.setFaults([{ kind: 'huge' }]);
    const response = await send(server);
    expect(response.headers.get('content-length')).toBeNull();
    expect((await response.text()).length).toBeGreaterThan(10 * 1024 * 1024);
  }));

test('a reset breaks the connection', () =>
  withChat({}, async (server) => {
    server.setFaults([{ kind: 'reset', times: 1 }]);
    await expect(send(server)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(await codeOf(server)).toBe(0);
  }));

test('a slow call is answered rightly, after its time', () =>
  withChat({}, async (server) => {
    server.setFaults([{ kind: 'slow', ms: 60 }]);
    const started = performance.now();
    expect(await codeOf(server)).toBe(0);
    expect(performance.now() - started).toBeGreaterThan(55);
  }));

test('the first fault that applies wins, and is used up as often as it says', () =>
  withChat({}, async (server) => {
    server.setFaults([
      { kind: 'poison', account: 'carol', code: 30001, times: 1 },
      { kind: 'code', code: 30006, times: 2 },
      { kind: 'drop', account: 'alice', times: 1 },
    ]);
    expect(await codeOf(server)).toBe(30006);
    expect(await codeOf(server, { body: asking('carol') })).toBe(30001);
    expect(await codeOf(server)).toBe(30006);
    expect((await ask(server)).FollowInfo).toEqual([]);
    expect((await ask(server)).FollowInfo).toHaveLength(1);
  }));

test('a fault hides no request that the service refuses, and is not used up by it', () =>
  withChat({}, async (server) => {
    server.setFaults([{ kind: 'code', code: 30006, times: 1 }]);
    expect(await codeOf(server, { query: { usersig: 'nonsense' } })).toBe(70003);
    expect(await codeOf(server, { body: asking() })).toBe(30001);
    expect(await codeOf(server)).toBe(30006);
  }));

test('an empty list of faults heals everything', () =>
  withChat({}, async (server) => {
    server.setFaults([{ kind: 'code', code: 30006 }]);
    expect(await codeOf(server)).toBe(30006);
    server.setFaults([]);
    expect(await codeOf(server)).toBe(0);
  }));
