import { expect, test } from 'vitest';
import { askCommand, withChat } from './chat-client.ts';

const NICK = 'Tag_Profile_IM_Nick';
const nicknameOf = (id: string) => (id === 'alice' ? 'Alice *A*' : undefined);

test('nicknames come where they are set; an unknown account has no profile and stands in Fail_Account', () =>
  withChat({ nicknameOf }, async (server) => {
    const body = { To_Account: ['alice', 'ghost', 'bob'], TagList: [NICK] };
    expect(await askCommand(server, 'portrait_get', body)).toEqual({
      UserProfileItem: [
        { To_Account: 'alice', ResultCode: 0, ResultInfo: '', ProfileItem: [{ Tag: NICK, Value: 'Alice *A*' }] },
        { To_Account: 'ghost', ResultCode: 40003, ResultInfo: expect.stringMatching(/./) },
        { To_Account: 'bob', ResultCode: 0, ResultInfo: '', ProfileItem: [] },
      ],
      Fail_Account: ['ghost'],
      ActionStatus: 'OK',
      ErrorCode: 0,
      ErrorInfo: '',
      ErrorDisplay: '',
    });
    expect(server.calls).toMatchObject([{ command: 'portrait_get', from: '', accounts: body.To_Account }]);
  }));

test('a tag that isn’t asked for doesn’t come, and without failures there is no Fail_Account', () =>
  withChat({ nicknameOf }, async (server) => {
    const answer = await askCommand(server, 'portrait_get', {
      To_Account: ['alice'],
      TagList: ['Tag_Profile_IM_Image'],
    });
    expect(answer.UserProfileItem).toMatchObject([{ ProfileItem: [] }]);
    expect('Fail_Account' in answer).toBe(false);
  }));

const many = (count: number) => Array.from({ length: count }, (_, index) => `user_${index}`);

test.each<[name: string, code: number, body: object]>([
  ['no To_Account', 40002, { To_Account: undefined }],
  ['an empty list', 40001, { To_Account: [] }],
  ['a number in the list', 60015, { To_Account: [7] }],
  ['101 accounts', 40001, { To_Account: many(101) }],
  ['100 accounts', 0, { To_Account: many(100) }],
  ['no TagList', 40001, { TagList: undefined }],
  ['an empty TagList', 40001, { TagList: [] }],
  ['an unknown tag', 40009, { TagList: [NICK, 'Tag_Profile_IM_Shoe'] }],
  ['a custom tag', 0, { TagList: ['Tag_Profile_Custom_Test'] }],
])('%s: %i', (_, code, body) =>
  withChat({}, async (server) => {
    const answer = await askCommand(server, 'portrait_get', { To_Account: ['alice'], TagList: [NICK], ...body });
    expect(answer.ErrorCode).toBe(code);
  }),
);

test('where an unknown account fails the whole call, it does so with 40003', () =>
  withChat({ unknownFailsCall: ['portrait_get'] }, async (server) => {
    const read = (...To_Account: readonly string[]) =>
      askCommand(server, 'portrait_get', { To_Account, TagList: [NICK] });
    expect(await read('alice', 'ghost')).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: 40003 });
    expect(await read('alice')).toMatchObject({ ErrorCode: 0 });
  }));

test('each command has its own limit of calls, and its own faults', () =>
  withChat({ maxCallsPerSecond: 1 }, async (server) => {
    const read = async (command: string) =>
      (await askCommand(server, command, { From_Account: 'bob', To_Account: ['alice'], TagList: [NICK] })).ErrorCode;
    server.setFaults([{ kind: 'code', code: 40006, command: 'portrait_get' }]);
    expect([await read('follow_check'), await read('portrait_get')]).toEqual([0, 40006]);
    expect([await read('follow_check'), await read('portrait_get')]).toEqual([60007, 60007]);
    expect(await read('follow_get_info')).toBe(0);
  }));
