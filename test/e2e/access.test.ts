import { afterEach, describe, expect, test } from 'vitest';
import { CHANNELS, createWorld, GROUP, type Mode, PEOPLE, type World } from './world.ts';

describe.each<Mode>(['http', 'socket'])('over %s', (mode) => {
  let world: World;
  afterEach(() => world.stop());

  const open = async (viewers: string) => {
    world = await createWorld({ mode, env: { FOLLOWSTATS_VIEWERS: viewers } });
    const allowed = async (personId: string, channelId: string = CHANNELS.community) =>
      /^alice · /.test((await world.ask('/followstats alice', { personId, channelId })).text);
    return allowed;
  };

  test('* lets in every full member, and neither guests nor people of other teams', async () => {
    const allowed = await open('*');
    expect(await allowed(PEOPLE.nobody)).toBe(true);
    expect(await allowed(PEOPLE.guest)).toBe(false);
    expect(await allowed(PEOPLE.stranger)).toBe(false);
  });

  test('a channel lets in whoever speaks there, and nowhere else', async () => {
    const allowed = await open(CHANNELS.growth);
    expect(await allowed(PEOPLE.viewer, CHANNELS.growth)).toBe(true);
    expect(await allowed(PEOPLE.viewer, CHANNELS.community)).toBe(false);
  });

  test('a user group lets in its members', async () => {
    const allowed = await open(GROUP);
    expect(await allowed(PEOPLE.chinese)).toBe(true);
    expect(await allowed(PEOPLE.guest)).toBe(false);
  });

  test('a guest and a person of another team get in when named themselves', async () => {
    const allowed = await open(`${PEOPLE.guest}, ${PEOPLE.stranger}`);
    expect(await allowed(PEOPLE.guest)).toBe(true);
    expect(await allowed(PEOPLE.stranger)).toBe(true);
    expect(await allowed(PEOPLE.nobody)).toBe(false);
  });

  test('when Slack doesn’t say who somebody is, the answer is no, and the log names the missing scope', async () => {
    const allowed = await open('*');
    world.slack.setFaults([{ kind: 'refuse', method: 'users.info', error: 'missing_scope', times: 1 }]);
    expect(await allowed(PEOPLE.nobody)).toBe(false);
    expect(world.log.named('Slack did not say who this is')).toMatchObject([
      { error: 'missing_scope', scope: 'users:read' },
    ]);
    expect(await allowed(PEOPLE.nobody)).toBe(true);
  });

  test('numbers are written the way of the reader’s locale', async () => {
    const crowd = Array.from({ length: 1234 }, (_, n) => `fan_${n}`);
    world = await createWorld({
      mode,
      chat: { accounts: ['star', ...crowd], follows: crowd.map((fan) => [fan, 'star'] as const) },
      env: { FOLLOWSTATS_VIEWERS: `${PEOPLE.guest},${PEOPLE.viewer}` },
    });
    expect((await world.ask('/followstats star', { personId: PEOPLE.guest })).text).toContain('1.234 followers');
    expect((await world.ask('/followstats star', { personId: PEOPLE.viewer })).text).toContain('1,234 followers');
  });
});

test('every button checks again: an answer shown to one person is of no use to a person without a role', async () => {
  const world = await createWorld();
  const { signingSecret } = world.slack.credentials;
  const calls = world.countCalls.length;
  const since = world.slack.mark();
  const answer = await world.ask('/followstats alice');
  const payload = {
    type: 'block_actions',
    user: { id: PEOPLE.nobody, team_id: world.slack.credentials.teamId },
    team: { id: world.slack.credentials.teamId },
    channel: { id: CHANNELS.community },
    container: { type: 'message', message_ts: answer.ts, channel_id: CHANNELS.community, is_ephemeral: true },
    actions: [{ type: 'button', action_id: 'followstats_refresh', block_id: 'b', value: 'lookup bob', action_ts: '1' }],
    // Answered by chat.postEphemeral, since this address is used up from the start.
    response_url: `${world.slack.apiUrl.replace('/api/', '/response/')}unknown`,
  };
  await world.slack.deliver({ body: { form: { payload: JSON.stringify(payload) } }, signingSecret });
  const refusal = await world.slack.waitForMessage({ personId: PEOPLE.nobody, channelId: CHANNELS.community, since });
  expect(refusal.text).toContain('You haven’t been given access');
  expect(world.countCalls).toHaveLength(calls + 1);
  await world.stop();
});
