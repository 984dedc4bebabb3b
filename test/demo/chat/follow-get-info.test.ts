import { expect, test } from 'vitest';
import { ADMIN, ask, asking, codeOf, withChat } from './chat-client.ts';

test('the counts come from who follows whom, in the order asked', () =>
  withChat({}, async (server) => {
    expect(await ask(server, { body: asking('carol', 'alice') })).toEqual({
      FollowInfo: [
        {
          To_Account: 'carol',
          ResultCode: 0,
          ResultInfo: '',
          FollowerCount: 0,
          FollowingCount: 1,
          MutualFollowingCount: 0,
        },
        {
          To_Account: 'alice',
          ResultCode: 0,
          ResultInfo: '',
          FollowerCount: 2,
          FollowingCount: 1,
          MutualFollowingCount: 1,
        },
      ],
      ActionStatus: 'OK',
      ErrorCode: 0,
      ErrorInfo: '',
      ErrorDisplay: '',
    });
    expect(server.calls).toMatchObject([{ accounts: ['carol', 'alice'], code: 0 }]);
  }));

test('an unknown account fails alone, with a reason and without counts', () =>
  withChat({}, async (server) => {
    const { ActionStatus, ErrorCode, FollowInfo } = await ask(server, { body: asking('ghost', 'bob') });

    expect({ ActionStatus, ErrorCode }).toEqual({ ActionStatus: 'OK', ErrorCode: 0 });
    expect(FollowInfo).toEqual([
      { To_Account: 'ghost', ResultCode: 30003, ResultInfo: expect.stringMatching(/./) },
      expect.objectContaining({ To_Account: 'bob', ResultCode: 0, FollowerCount: 1 }),
    ]);
  }));

test('UserIDs are case-sensitive, and an account asked for twice is answered twice', () =>
  withChat({}, async (server) => {
    const { FollowInfo } = await ask(server, { body: asking('alice', 'Alice', 'alice') });
    expect(FollowInfo?.map(({ To_Account, ResultCode }) => [To_Account, ResultCode])).toEqual([
      ['alice', 0],
      ['Alice', 30003],
      ['alice', 0],
    ]);
  }));

const many = (count: number) => asking(...Array.from({ length: count }, (_, index) => `user_${index}`));

test.each<[name: string, code: number, body: unknown]>([
  ['no JSON', 60003, '{'],
  ['an empty body', 60003, ''],
  ['JSON that is no object', 60003, [asking('alice')]],
  ['no From_Account', 30001, { To_Account: ['alice'] }],
  ['a From_Account that is no string', 60015, { From_Account: 7, To_Account: ['alice'] }],
  ['a From_Account that does not exist', 30003, { From_Account: 'ghost', To_Account: ['alice'] }],
  ['no To_Account', 30001, { From_Account: ADMIN }],
  ['a To_Account that is no array', 30001, { From_Account: ADMIN, To_Account: 'alice' }],
  ['a number among the accounts', 60015, asking('alice', 7)],
  ['no account at all', 30001, asking()],
  ['21 accounts', 30001, many(21)],
  ['20 accounts', 0, many(20)],
  ['any account as From_Account', 0, { From_Account: 'carol', To_Account: ['carol'] }],
])('%s: %i', (_, code, body) =>
  withChat({}, async (server) => {
    const answer = await ask(server, { body });
    expect(answer.ErrorCode).toBe(code);
    expect(answer.ActionStatus).toBe(code === 0 ? 'OK' : 'FAIL');
    expect('FollowInfo' in answer).toBe(code === 0);
  }),
);

test('what changes in the graph shows in the next answer', () =>
  withChat({}, async (server) => {
    const bob = async () => (await ask(server, { body: asking('bob') })).FollowInfo?.[0];

    server.follow('carol', 'bob');
    expect(await bob()).toMatchObject({ FollowerCount: 2, FollowingCount: 1, MutualFollowingCount: 1 });
    server.unfollow('alice', 'bob');
    expect(await bob()).toMatchObject({ FollowerCount: 1, FollowingCount: 1, MutualFollowingCount: 0 });
    server.removeAccount('bob');
    expect(await bob()).toMatchObject({ ResultCode: 30003 });
    server.addAccount('bob');
    expect(await bob()).toMatchObject({ FollowerCount: 0, FollowingCount: 0, MutualFollowingCount: 0 });
    expect(await codeOf(server)).toBe(0);
  }));
