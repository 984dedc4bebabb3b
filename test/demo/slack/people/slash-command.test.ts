import { describe, expect, test } from 'vitest';
import { ANA, BO, CLOSED, call, OPEN, openApp, openWorkspace, SAM, section, UNINVITED } from '../open-workspace.ts';
import { ARCHIVED } from '../workspace-options.ts';

const type = { personId: ANA.id, channelId: OPEN };

test('a command comes with every documented field', async () => {
  const workspace = await openWorkspace();
  const app = await openApp(workspace);
  const delivery = await workspace.type({ ...type, text: '/followstats  alice bob ' });

  expect(delivery).toMatchObject({ kind: 'command', status: 200, body: '', error: undefined });
  expect(app.last().headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(app.last().form).toEqual({
    token: expect.stringMatching(/^\w{24}$/),
    team_id: 'T0TEAM',
    team_domain: 'northwind-community',
    channel_id: OPEN,
    channel_name: 'open',
    user_id: ANA.id,
    user_name: 'ana',
    command: '/followstats',
    text: 'alice bob',
    api_app_id: expect.stringMatching(/^A/),
    is_enterprise_install: 'false',
    response_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/response\/[\w-]{32}$/),
    trigger_id: expect.stringMatching(/^\d+\.\d+\.\w+$/),
  });
});

test('names are escaped when the command asks for it, and left as typed when it does not', async () => {
  const workspace = await openWorkspace();
  const app = await openApp(workspace);
  await workspace.type({ ...type, text: '/followstats @bo a&b' });
  expect(app.last().form.text).toBe('<@U0BO|bo> a&amp;b');
  await workspace.type({ ...type, text: '/plain @bo a&b' });
  expect(app.last().form.text).toBe('@bo a&b');
});

test('a stranger comes from their own team', async () => {
  const workspace = await openWorkspace();
  const app = await openApp(workspace);
  await workspace.type({ ...type, personId: SAM.id, text: '/followstats alice' });
  const { user } = await call(workspace, 'users.info', { user: SAM.id });

  expect(app.last().form.team_id).not.toBe('T0TEAM');
  expect(app.last().form.team_id).toBe((user as { team_id: string }).team_id);
});

test('the name of a private channel is kept back, and a direct message has none', async () => {
  const workspace = await openWorkspace();
  const app = await openApp(workspace);
  await workspace.type({ ...type, channelId: CLOSED, text: '/followstats' });
  expect(app.last().form.channel_name).toBe('privategroup');

  const { channel } = await call(workspace, 'conversations.open', { users: ANA.id });
  await workspace.type({ ...type, channelId: (channel as { id: string }).id, text: '/followstats' });
  expect(app.last().form.channel_name).toBe('directmessage');
});

test('a command that is not installed is answered by Slack itself', async () => {
  const workspace = await openWorkspace();
  const app = await openApp(workspace);
  expect(await workspace.type({ ...type, text: '/nope alice' })).toMatchObject({
    kind: 'command',
    error: '"/nope" is not a valid command',
  });
  expect(app.received).toEqual([]);
});

test('any other text is an ordinary message', async () => {
  const workspace = await openWorkspace();
  const app = await openApp(workspace);
  await workspace.type({ ...type, text: 'hello @bo' });
  expect(workspace.messagesFor(BO.id, OPEN)).toMatchObject([{ authorId: ANA.id, text: 'hello <@U0BO>' }]);
  expect(app.received).toEqual([]);
});

test('a person can’t type where they are not', async () => {
  const workspace = await openWorkspace();
  await expect(workspace.type({ personId: BO.id, channelId: CLOSED, text: 'hi' })).rejects.toThrow(
    '@bo isn’t in #closed',
  );
  await expect(workspace.type({ personId: BO.id, channelId: UNINVITED, text: '/followstats' })).rejects.toThrow();
});

test('nor in an archived channel, which is called by its name', async () => {
  const workspace = await openWorkspace();
  const typed = workspace.type({ personId: ANA.id, channelId: ARCHIVED, text: 'hi' });
  await expect(typed).rejects.toThrow('#archived is archived: nobody can type there');
});

describe('what the app acknowledges with', () => {
  async function typeWith(reply: { json?: unknown; text?: string }) {
    const workspace = await openWorkspace();
    await openApp(workspace, () => reply);
    const delivery = await workspace.type({ ...type, text: '/followstats alice' });
    return { delivery, ana: workspace.messagesFor(ANA.id, OPEN), bo: workspace.messagesFor(BO.id, OPEN) };
  }

  test.each([
    ['words', { text: 'for you' }, { text: 'for you', visibleTo: ANA.id }],
    ['JSON', { json: { blocks: [section('for you')] } }, { blocks: [section('for you')], visibleTo: ANA.id }],
  ])('%s: the person alone sees it', async (_what, reply, message) => {
    const { delivery, ana, bo } = await typeWith(reply);
    expect(delivery.error).toBeUndefined();
    expect(ana).toMatchObject([message]);
    expect(bo).toEqual([]);
  });

  test('an answer for everybody brings the typed command along', async () => {
    const { bo } = await typeWith({ json: { response_type: 'in_channel', text: 'for all' } });
    expect(bo).toMatchObject([{ authorId: ANA.id, text: '/followstats alice' }, { text: 'for all' }]);
  });

  test('JSON without words or blocks shows nothing', async () => {
    expect(await typeWith({ json: {} })).toMatchObject({ ana: [], delivery: { error: undefined } });
  });

  test('invalid blocks show nothing, and the person sees an error', async () => {
    const { delivery, ana } = await typeWith({ json: { blocks: [section('')] } });
    expect(delivery.error).toBe('invalid_command_response');
    expect(ana).toEqual([]);
  });
});
