import { expect, test } from 'vitest';
import { askCommand, withChat } from './chat-client.ts';

test('each item says who follows whom, in the order asked, and an unknown account fails alone', () =>
  withChat({ accounts: ['alice', 'bob', 'carol', 'dave'] }, async (server) => {
    server.follow('alice', 'dave');
    const body = { From_Account: 'alice', To_Account: ['bob', 'ghost', 'carol', 'dave', 'alice'] };
    expect(await askCommand(server, 'follow_check', body)).toEqual({
      ResultItem: [
        { To_Account: 'bob', ResultCode: 0, ResultInfo: '', FollowType: 3 },
        { To_Account: 'ghost', ResultCode: 30003, ResultInfo: expect.stringMatching(/./) },
        { To_Account: 'carol', ResultCode: 0, ResultInfo: '', FollowType: 1 },
        { To_Account: 'dave', ResultCode: 0, ResultInfo: '', FollowType: 2 },
        { To_Account: 'alice', ResultCode: 0, ResultInfo: '', FollowType: 0 },
      ],
      ActionStatus: 'OK',
      ErrorCode: 0,
      ErrorInfo: '',
      ErrorDisplay: '',
    });
    expect(server.calls).toMatchObject([{ command: 'follow_check', from: 'alice', accounts: body.To_Account }]);
  }));

const many = (count: number) => Array.from({ length: count }, (_, index) => `user_${index}`);

test.each<[name: string, code: number, body: object]>([
  ['an unknown From_Account', 30003, { From_Account: 'ghost' }],
  ['no From_Account', 30001, { From_Account: undefined }],
  ['no To_Account', 30001, { To_Account: undefined }],
  ['an empty list', 30001, { To_Account: [] }],
  ['a number in the list', 60015, { To_Account: ['bob', 7] }],
  ['101 accounts', 30001, { To_Account: many(101) }],
  ['100 accounts', 0, { To_Account: many(100) }],
])('%s: %i', (_, code, body) =>
  withChat({}, async (server) => {
    const answer = await askCommand(server, 'follow_check', { From_Account: 'alice', To_Account: ['bob'], ...body });
    expect(answer.ErrorCode).toBe(code);
  }),
);

test('where an unknown account fails the whole call, it does so with 30003', () =>
  withChat({ unknownFailsCall: ['follow_check'] }, async (server) => {
    const check = (...To_Account: readonly string[]) =>
      askCommand(server, 'follow_check', { From_Account: 'alice', To_Account });
    expect(await check('bob', 'ghost')).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 30003 });
    expect(await check('bob')).toMatchObject({ ErrorCode: 0 });
  }));
