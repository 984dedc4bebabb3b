import { describe, expect, test } from 'vitest';
import { ANA, BO, call, FAR, GUS, manifestWith, openWorkspace, SAM } from '../open-workspace.ts';

describe('users.info', () => {
  test('tells name, zone and, when asked, locale', async () => {
    const workspace = await openWorkspace();
    expect(await call(workspace, 'users.info', { user: ANA.id, include_locale: true })).toMatchObject({
      ok: true,
      user: {
        id: ANA.id,
        team_id: 'T0TEAM',
        locale: 'zh-CN',
        tz: 'Asia/Shanghai',
        tz_offset: 28_800,
        deleted: false,
        is_bot: false,
        profile: { display_name: 'ana', real_name: 'ANA' },
      },
    });
    const plain = await call(workspace, 'users.info', { user: ANA.id });
    expect(plain.user).not.toHaveProperty('locale');
  });

  test('the offset of a zone follows the workspace clock through summer and winter', async () => {
    const offsets = [];
    for (const day of ['2026-01-15', '2026-07-15']) {
      const workspace = await openWorkspace({ now: () => Date.parse(day) });
      const { user } = await call(workspace, 'users.info', { user: GUS.id });
      offsets.push((user as { tz_offset: number }).tz_offset);
    }
    expect(offsets).toEqual([-28_800, -25_200]);
  });

  test.each([
    ['a member', ANA.id, { is_restricted: false, is_stranger: false, sameTeam: true }],
    ['a guest', GUS.id, { is_restricted: true, is_stranger: false, sameTeam: true }],
    ['a person of another team, met in a shared channel', SAM.id, { is_stranger: false, sameTeam: false }],
    ['a person of another team whom the app shares no channel with', FAR.id, { is_stranger: true, sameTeam: false }],
  ])('%s is marked as such', async (_who, id, expected) => {
    const workspace = await openWorkspace();
    const { user } = await call(workspace, 'users.info', { user: id });
    const described = user as Record<string, unknown>;
    expect({ ...described, sameTeam: described.team_id === 'T0TEAM' }).toMatchObject(expected);
  });

  test('the bot is one, and an unknown id is no person', async () => {
    const workspace = await openWorkspace();
    expect(await call(workspace, 'users.info', { user: workspace.botUserId })).toMatchObject({
      user: { is_bot: true, name: 'followstats' },
    });
    expect(await call(workspace, 'users.info', { user: 'U0NOBODY' })).toEqual({ ok: false, error: 'user_not_found' });
  });
});

test('usergroups.users.list names the members, and no group that is not there', async () => {
  const workspace = await openWorkspace();
  expect(await call(workspace, 'usergroups.users.list', { usergroup: 'S0OPS' })).toEqual({
    ok: true,
    users: [ANA.id, BO.id],
  });
  expect(await call(workspace, 'usergroups.users.list', { usergroup: 'S0NONE' })).toEqual({
    ok: false,
    error: 'no_such_subteam',
  });
});

describe('conversations.open', () => {
  test('opens one direct message a person, and gives it again', async () => {
    const workspace = await openWorkspace();
    const first = await call(workspace, 'conversations.open', { users: ANA.id });
    const second = await call(workspace, 'conversations.open', { users: ANA.id });

    expect(first).toEqual({ ok: true, channel: { id: expect.stringMatching(/^D/) } });
    expect(second).toEqual({ ok: true, channel: first.channel, no_op: true, already_open: true });
    const posted = await call(workspace, 'chat.postMessage', { channel: ANA.id, text: 'hi' });
    expect({ id: posted.channel }).toEqual(first.channel);
  });

  test.each([
    ['', 'users_list_not_supplied'],
    ['U0NOBODY', 'user_not_found'],
    ['U0FOLLOWBOT', 'cannot_dm_bot'],
    [`${ANA.id},${BO.id}`, 'missing_scope'],
  ])('users "%s": refused', async (users, error) => {
    const workspace = await openWorkspace();
    expect(await call(workspace, 'conversations.open', { users })).toMatchObject({ ok: false, error });
  });

  test('needs im:write', async () => {
    const workspace = await openWorkspace({ manifest: manifestWith({ scopes: ['chat:write'] }) });
    expect(await call(workspace, 'conversations.open', { users: ANA.id })).toMatchObject({ needed: 'im:write' });
  });
});
