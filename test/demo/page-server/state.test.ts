import { expect, test } from 'vitest';
import { ANA, CLOSED, call, FAR, GUS, OPEN, openWorkspace, section } from '../slack/open-workspace.ts';
import { openPage } from './open-page.ts';

test('without a place, the first person sees the first channel', async () => {
  const { state } = await openPage();
  expect(await state()).toMatchObject({ personId: ANA.id, channelId: OPEN, messages: [] });
});

test('a guest sees only the channels they are in, a member the public ones too, a stranger to all of them none', async () => {
  const { state } = await openPage();
  const idsFor = async (id: string) => (await state(`?as=${id}`)).channels.map((channel: { id: string }) => channel.id);

  expect(await idsFor(GUS.id)).toEqual([OPEN]);
  expect(await idsFor('U0BO')).toEqual([OPEN, 'C0UNINVITED', 'C0ARCHIVED']);
  expect(await state(`?as=${FAR.id}`)).toMatchObject({ channels: [], channelId: null, messages: [] });
});

test('a channel the person may not see gives way to one they may, and its name stays unknown', async () => {
  const { state } = await openPage();

  const { channelId, names } = await state(`?as=${GUS.id}&channel=${CLOSED}`);

  expect(channelId).toBe(OPEN);
  expect(names).toMatchObject({ [ANA.id]: '@ana', [OPEN]: '#open', S0OPS: '@ops' });
  expect(names).not.toHaveProperty(CLOSED);
});

test('an ephemeral message is there for its reader alone', async () => {
  const { state, workspace } = await openPage();
  await call(workspace, 'chat.postEphemeral', {
    channel: OPEN,
    user: ANA.id,
    text: 'For Ana',
    blocks: [section('*x*')],
  });

  expect((await state(`?as=${ANA.id}`)).messages).toMatchObject([
    { text: 'For Ana', visibleTo: ANA.id, authorId: workspace.botUserId, blocks: [section('*x*')] },
  ]);
  expect((await state('?as=U0BO')).messages).toEqual([]);
});

test('the commands of the installed app and lines to try come along', async () => {
  const { state } = await openPage();
  const { commands, examples } = await state();
  expect(commands[0]).toMatchObject({ command: '/followstats', usageHint: 'WHO…' });
  expect(examples[0]).toMatchObject({ text: '/followstats alice', group: 'Try this' });
});

test.each([
  ['?as=U0NOBODY', 'There is no person U0NOBODY.'],
  ['?channel=C0NOWHERE', 'There is no channel C0NOWHERE.'],
])('%s is refused in one sentence', async (query, error) => {
  const { ask } = await openPage();
  expect(await ask(`/demo/state${query}`)).toMatchObject({ status: 400, body: JSON.stringify({ error }) });
});

test('a workspace without people says so', async () => {
  const { ask } = await openPage({ workspace: await openWorkspace({ people: [], channels: [] }) });
  expect(await ask('/demo/state')).toMatchObject({ status: 400, body: '{"error":"The workspace is empty."}' });
});
