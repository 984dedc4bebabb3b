import { describe, expect, test } from 'vitest';
import { ANA, BO, beside, call, OPEN, openApp, openWorkspace, options } from '../open-workspace.ts';
import { manifestWith } from '../workspace-options.ts';

const external = (more: object = {}) => ({ type: 'external_select', action_id: 'who', min_query_length: 0, ...more });
const inputOf = (element: object) => ({
  type: 'input',
  block_id: 'accounts',
  label: { type: 'plain_text', text: 'Accounts' },
  optional: true,
  element,
});

type Answer = Parameters<typeof openApp>[1];

/** A message with one external select, and a modal with another. */
async function openWithSelect({ inMessage = external(), inModal = external(), manifest = manifestWith() } = {}) {
  const workspace = await openWorkspace({ manifest, ackTimeoutMs: 300 });
  const answer: { now: Answer } = { now: () => ({}) };
  const app = await openApp(workspace, () => answer.now?.() ?? {});
  const blocks = [beside('row', inMessage)];
  const { ts } = await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'one', blocks });
  await workspace.type({ personId: ANA.id, channelId: OPEN, text: '/followstats' });
  const view = {
    type: 'modal',
    title: { type: 'plain_text', text: 'Digest' },
    submit: { type: 'plain_text', text: 'Save' },
    blocks: [inputOf(inModal)],
  };
  await call(workspace, 'views.open', { trigger_id: app.last().form.trigger_id, view });
  const offer = (json: unknown) => {
    answer.now = () => ({ json });
  };
  const typeIn = (text: string) => workspace.suggest({ personId: ANA.id, actionId: 'who', text });
  const typeInMessage = (text: string) =>
    workspace.suggest({ personId: ANA.id, ts: String(ts), actionId: 'who', text });
  const payload = () => JSON.parse(app.last().form.payload ?? '');
  return { workspace, app, answer, offer, typeIn, typeInMessage, payload, ts: String(ts) };
}

describe('what is typed into an external select', () => {
  test('is asked at the manifest’s options URL, with its place and its reader', async () => {
    const manifest = manifestWith({ optionsUrl: 'https://bot.example/slack/options?v=1' });
    const { workspace, app, offer, typeIn, typeInMessage, payload, ts } = await openWithSelect({ manifest });
    offer({ options: options('alice', 'alina') });

    const { delivery, options: offered, groups } = await typeIn('ali');
    expect(delivery).toMatchObject({ kind: 'block_suggestion', status: 200, error: undefined });
    expect(offered).toEqual(options('alice', 'alina'));
    expect(groups).toEqual([{ label: undefined, options: options('alice', 'alina') }]);
    expect(app.last().path).toBe('/slack/options?v=1');
    expect(payload()).toMatchObject({
      type: 'block_suggestion',
      block_id: 'accounts',
      action_id: 'who',
      value: 'ali',
      user: { id: ANA.id },
      team: { id: 'T0TEAM' },
      container: { type: 'view', view_id: workspace.modalOf(ANA.id)?.id },
      view: { state: { values: { accounts: { who: { type: 'external_select', selected_option: null } } } } },
    });

    await typeInMessage('');
    expect(payload()).toMatchObject({
      type: 'block_suggestion',
      block_id: 'row',
      value: '',
      container: { type: 'message', message_ts: ts, channel_id: OPEN },
      channel: { id: OPEN, name: 'open' },
      message: { ts },
    });
    for (const missing of ['trigger_id', 'response_url', 'actions']) expect(payload()).not.toHaveProperty(missing);
  });

  test('reaches no app whose manifest names no URL for it', async () => {
    const { app, offer, typeIn } = await openWithSelect({ manifest: manifestWith({ optionsUrl: '' }) });
    offer({ options: options('alice') });
    const before = app.received.length;
    expect(await typeIn('ali')).toMatchObject({ delivery: { status: 0, error: 'no_options_url' }, options: [] });
    expect(app.received).toHaveLength(before);
  });

  test('is sent once it is long enough: three characters, or what the element says', async () => {
    const inMessage = { type: 'external_select', action_id: 'who' } as ReturnType<typeof external>;
    const { app, offer, typeIn, typeInMessage } = await openWithSelect({ inMessage });
    offer({ options: options('alice') });
    const before = app.received.length;
    expect(await typeInMessage('al')).toEqual({ delivery: undefined, options: [], groups: [] });
    expect(app.received).toHaveLength(before);
    expect((await typeInMessage('ali')).options).toEqual(options('alice'));
    expect((await typeIn('')).options).toEqual(options('alice'));
  });

  test('finds groups with their headings', async () => {
    const { offer, typeIn } = await openWithSelect();
    const label = (text: string) => ({ type: 'plain_text', text });
    offer({
      option_groups: [
        { label: label('Lists'), options: options('list:vip') },
        { label: label('Accounts'), options: options('alice', 'bob') },
      ],
    });
    const { options: offered, groups } = await typeIn('');
    expect(offered.map(({ value }) => value)).toEqual(['list:vip', 'alice', 'bob']);
    expect(groups.map((group) => group.label)).toEqual(['Lists', 'Accounts']);
  });

  test('nobody types where there is no such select for them', async () => {
    const { workspace, ts } = await openWithSelect();
    const asked = { personId: BO.id, actionId: 'who', text: '' };
    await expect(workspace.suggest(asked)).rejects.toThrow('U0BO has no modal open');
    await expect(workspace.suggest({ ...asked, ts, actionId: 'whom' })).rejects.toThrow('no field whom, but: who');
  });
});

describe('an answer that Slack doesn’t take offers nothing', () => {
  const long = (length: number) => 'x'.repeat(length);
  const one = (text: string, value: string) => ({ text: { type: 'plain_text', text }, value });
  test.each([
    ['too many options', { options: options(...Array.from({ length: 101 }, (_, n) => `${n}`)) }, '/options'],
    ['a long text', { options: [one(long(76), 'a')] }, '/options/0/text/text'],
    ['a long value', { options: [one('a', long(76))] }, '/options/0/value'],
    ['markup', { options: [{ text: { type: 'mrkdwn', text: 'a' }, value: 'a' }] }, '/options/0/text/type'],
    ['options and groups at once', { options: [], option_groups: [] }, 'exactly one of options, option_groups'],
    ['neither', {}, 'exactly one of options, option_groups'],
    ['an unknown property', { options: [], more: true }, 'invalid additional property: more'],
    ['a group without a label', { option_groups: [{ options: [] }] }, 'missing required field: label'],
    ['a list', [], 'must provide an object'],
  ])('%s', async (_what, json, fault) => {
    const { offer, typeIn } = await openWithSelect();
    offer(json);
    const { delivery, options: offered } = await typeIn('ali');
    expect(delivery?.error).toMatch(/^invalid_options: /);
    expect(delivery?.error).toContain(fault);
    expect(offered).toEqual([]);
  });

  test('plain text, a failure and silence', async () => {
    const { answer, typeIn } = await openWithSelect();
    answer.now = () => ({ text: '{"options":[]}' });
    expect(await typeIn('ali')).toMatchObject({
      options: [],
      delivery: { error: expect.stringMatching(/^invalid_options/) },
    });
    answer.now = () => ({ status: 500, json: { options: options('alice') } });
    expect(await typeIn('ali')).toMatchObject({ options: [], delivery: { status: 500, error: 'dispatch_failed' } });
    answer.now = () => 'never';
    expect(await typeIn('ali')).toMatchObject({ options: [], delivery: { status: 0, error: 'operation_timeout' } });
  });

  test('the most that Slack takes is offered', async () => {
    const { offer, typeIn } = await openWithSelect();
    const most = Array.from({ length: 100 }, (_, n) => one(long(75), `${n}`.padEnd(75, '-')));
    offer({ options: most });
    expect((await typeIn('ali')).options).toEqual(most);
    offer({ options: [] });
    expect(await typeIn('ali')).toMatchObject({ options: [], delivery: { error: undefined } });
  });
});

describe('an external select takes', () => {
  test('what was offered last to this person there, and nothing else', async () => {
    const { workspace, offer, typeIn, typeInMessage } = await openWithSelect();
    const fill = (value: string) => workspace.fillIn({ personId: ANA.id, values: { who: value } });
    await expect(fill('alice')).rejects.toThrow('who offers no "alice"');
    offer({ options: options('alice') });
    await typeInMessage('a');
    await expect(fill('alice')).rejects.toThrow('who offers no "alice"');
    await typeIn('a');
    await fill('alice');
    const { values } = workspace.modalOf(ANA.id) ?? {};
    expect(values).toEqual({ accounts: { who: { type: 'external_select', selected_option: options('alice')[0] } } });

    offer({ options: options('bob') });
    await typeIn('b');
    await fill('bob');
    await expect(fill('alice')).rejects.toThrow('who offers no "alice", but: bob');
  });

  test('in a message the same, and tells the app', async () => {
    const { workspace, offer, typeInMessage, payload, ts } = await openWithSelect();
    const choose = () => workspace.choose({ personId: ANA.id, ts, actionId: 'who', value: 'alice' });
    await expect(choose()).rejects.toThrow('who offers no "alice"');
    offer({ options: options('alice') });
    await typeInMessage('a');
    await choose();
    expect(payload()).toMatchObject({
      actions: [{ type: 'external_select', min_query_length: 0, selected_option: options('alice')[0] }],
      state: { values: { row: { who: { selected_option: options('alice')[0] } } } },
    });
    await expect(workspace.choose({ personId: BO.id, ts, actionId: 'who', value: 'alice' })).rejects.toThrow(
      'no "alice"',
    );
  });

  test('with several, also what it holds and began with', async () => {
    const inModal = external({ type: 'multi_external_select', initial_options: options('carol') });
    const { workspace, offer, typeIn } = await openWithSelect({ inModal });
    const fill = (values: readonly string[]) => workspace.fillIn({ personId: ANA.id, values: { who: values } });
    offer({ options: options('alice') });
    await typeIn('a');
    await fill(['carol', 'alice']);
    offer({ options: options('bob') });
    await typeIn('b');
    await fill(['carol', 'alice', 'bob']);
    expect(workspace.modalOf(ANA.id)?.values).toEqual({
      accounts: { who: { type: 'multi_external_select', selected_options: options('carol', 'alice', 'bob') } },
    });
    await fill(['bob']);
    await fill(['carol']);
    await expect(fill(['alice'])).rejects.toThrow('who offers no "alice"');
  });
});
