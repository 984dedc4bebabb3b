import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FollowChange } from '../../../src/demo/chat/follow-change.ts';
import { createWebhookRequest, signWebhook } from '../../../src/demo/chat/webhook-request.ts';
import { APP } from './chat-client.ts';

const at = { sdkAppId: APP, token: 'xxxxyyyy', happenedAt: 1_669_872_111_250, sentAt: 1_669_872_112_999 };
const change: FollowChange = { kind: 'follow', follower: 'carol', accounts: ['alice', 'with space'] };

test('the documents’ own example of a signature comes out', () => {
  expect(signWebhook('xxxxyyyy', '1669872112')).toBe(
    '17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061',
  );
});

test('after following the accounts are objects, and the parameters are those of the documents', () => {
  const { query, body } = createWebhookRequest(change, { ...at, platform: 'RESTAPI' });
  expect(Object.fromEntries(query)).toEqual({
    SdkAppid: String(APP),
    CallbackCommand: 'Follow.CallbackAfterFollowAdd',
    contenttype: 'json',
    ClientIP: '127.0.0.1',
    OptPlatform: 'RESTAPI',
    Sign: '17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061',
    RequestTime: '1669872112',
  });
  expect(body).toEqual({
    CallbackCommand: 'Follow.CallbackAfterFollowAdd',
    From_Account: 'carol',
    FollowList: [{ To_Account: 'alice' }, { To_Account: 'with space' }],
    EventTime: 1_669_872_111_250,
  });
});

test('after unfollowing they are text', () => {
  const { query, body } = createWebhookRequest({ ...change, kind: 'unfollow' }, { ...at, platform: 'Web' });
  expect(query.get('CallbackCommand')).toBe('Follow.CallbackAfterFollowDelete');
  expect(query.get('OptPlatform')).toBe('Web');
  expect(body).toEqual({
    CallbackCommand: 'Follow.CallbackAfterFollowDelete',
    From_Account: 'carol',
    To_Account: ['alice', 'with space'],
    EventTime: 1_669_872_111_250,
  });
});

test('without a token there is neither a signature nor a time', () => {
  const { query } = createWebhookRequest(change, { ...at, token: undefined, platform: 'Web' });
  expect([query.has('Sign'), query.has('RequestTime')]).toEqual([false, false]);
});

test('the signature is of token and time, one behind the other, whatever is in them', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (token, time) => {
      const expected = createHash('sha256').update(`${token}${time}`, 'utf8').digest('hex');
      expect(signWebhook(token, String(time))).toBe(expected);
    }),
  );
});
