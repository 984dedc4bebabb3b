import { describe, expect, test } from 'vitest';
import { ANA, BO, CLOSED, call, OPEN, openApp, openWorkspace } from '../open-workspace.ts';

const text = (words: string) => ({ type: 'plain_text', text: words });
const option = (value: string) => ({ text: text(value.toUpperCase()), value });
const options = ['mon', 'tue', 'wed'].map(option);
const input = (action_id: string, type: string, element: object = {}, more: object = {}) => ({
  type: 'input',
  block_id: `in ${action_id}`,
  label: text(action_id),
  optional: true,
  element: { type, action_id, ...element },
  ...more,
});
const modal = (blocks: readonly object[], more: object = {}) => ({
  type: 'modal',
  callback_id: 'digest',
  title: text('Digest'),
  submit: text('Save'),
  private_metadata: 'mine',
  blocks,
  ...more,
});

async function openModal(view: object) {
  const workspace = await openWorkspace();
  let reply: unknown;
  const app = await openApp(workspace, () => (reply === undefined ? {} : { json: reply }));
  await workspace.type({ personId: ANA.id, channelId: OPEN, text: '/followstats' });
  const opened = await call(workspace, 'views.open', { trigger_id: app.last().form.trigger_id, view });
  expect(opened).toMatchObject({ ok: true });
  const payload = () => JSON.parse(app.last().form.payload ?? '');
  const fill = (values: Parameters<typeof workspace.fillIn>[0]['values']) =>
    workspace.fillIn({ personId: ANA.id, values });
  const submit = async (answer?: unknown) => {
    reply = answer;
    return workspace.submitModal(ANA.id);
  };
  return { workspace, app, payload, fill, submit, modal: () => workspace.modalOf(ANA.id) };
}

const EVERY_FIELD = [
  input('words', 'plain_text_input'),
  input('number', 'number_input', { is_decimal_allowed: false }),
  input('mail', 'email_text_input'),
  input('day', 'static_select', { options }),
  input('days', 'multi_static_select', { options }),
  input('ticks', 'checkboxes', { options }),
  input('round', 'radio_buttons', { options }),
  input('who', 'users_select'),
  input('people', 'multi_users_select'),
  input('where', 'conversations_select'),
  input('rooms', 'multi_channels_select'),
  input('date', 'datepicker'),
  input('time', 'timepicker'),
  input('instant', 'datetimepicker'),
];

describe('a submission', () => {
  test('brings the state of every field, filled or not', async () => {
    const { fill, submit, payload } = await openModal(modal(EVERY_FIELD));
    await submit({ response_action: 'errors', errors: { 'in words': 'stay' } });
    const empty = payload().view.state.values;
    expect(empty).toEqual({
      'in words': { words: { type: 'plain_text_input', value: null } },
      'in number': { number: { type: 'number_input', value: null } },
      'in mail': { mail: { type: 'email_text_input', value: null } },
      'in day': { day: { type: 'static_select', selected_option: null } },
      'in days': { days: { type: 'multi_static_select', selected_options: [] } },
      'in ticks': { ticks: { type: 'checkboxes', selected_options: [] } },
      'in round': { round: { type: 'radio_buttons', selected_option: null } },
      'in who': { who: { type: 'users_select', selected_user: null } },
      'in people': { people: { type: 'multi_users_select', selected_users: [] } },
      'in where': { where: { type: 'conversations_select', selected_conversation: null } },
      'in rooms': { rooms: { type: 'multi_channels_select', selected_channels: [] } },
      'in date': { date: { type: 'datepicker', selected_date: null } },
      'in time': { time: { type: 'timepicker', selected_time: null } },
      'in instant': { instant: { type: 'datetimepicker', selected_date_time: null } },
    });

    await fill({ words: 'alice', number: 7, mail: 'a@b.com', day: 'tue', days: ['mon', 'wed'], ticks: ['mon'] });
    await fill({ round: 'wed', who: BO.id, people: [ANA.id, BO.id], where: CLOSED, rooms: [OPEN] });
    await fill({ date: '2026-11-25', time: '09:00', instant: 1_700_000_000 });
    await submit();
    const sent = payload();
    expect(sent).toMatchObject({
      type: 'view_submission',
      user: { id: ANA.id },
      team: { id: 'T0TEAM' },
      view: { type: 'modal', callback_id: 'digest', private_metadata: 'mine', title: text('Digest') },
      trigger_id: expect.any(String),
    });
    const { values } = sent.view.state;
    expect(Object.values(values).map((row) => Object.values(row as object)[0])).toMatchObject([
      { value: 'alice' },
      { value: '7' },
      { value: 'a@b.com' },
      { selected_option: option('tue') },
      { selected_options: [option('mon'), option('wed')] },
      { selected_options: [option('mon')] },
      { selected_option: option('wed') },
      { selected_user: BO.id },
      { selected_users: [ANA.id, BO.id] },
      { selected_conversation: CLOSED },
      { selected_channels: [OPEN] },
      { selected_date: '2026-11-25' },
      { selected_time: '09:00' },
      { selected_date_time: 1_700_000_000 },
    ]);
  });

  test('counts what the fields began with', async () => {
    const { submit, payload } = await openModal(
      modal([
        input('words', 'plain_text_input', { initial_value: 'begun' }),
        input('days', 'multi_static_select', { options, initial_options: [option('mon')] }),
        input('where', 'conversations_select', { default_to_current_conversation: true }),
      ]),
    );
    await submit();
    expect(payload().view.state.values).toMatchObject({
      'in words': { words: { value: 'begun' } },
      'in days': { days: { selected_options: [option('mon')] } },
      'in where': { where: { selected_conversation: OPEN } },
    });
  });

  test('an empty answer closes the modal', async () => {
    const { submit, modal: current } = await openModal(modal([input('words', 'plain_text_input')]));
    expect(await submit()).toMatchObject({ kind: 'view_submission', status: 200, error: undefined });
    expect(current()).toBeUndefined();
  });

  test('errors stand at their fields until they are changed', async () => {
    const { submit, fill, modal: current } = await openModal(modal([input('words', 'plain_text_input')]));
    await submit({ response_action: 'errors', errors: { 'in words': 'There is no such account' } });
    expect(current()?.errors).toEqual({ 'in words': 'There is no such account' });
    await fill({ words: 'alice' });
    expect(current()?.errors).toEqual({});
    expect(await submit({ response_action: 'errors', errors: { elsewhere: 'x' } })).toMatchObject({
      error: 'invalid_view_response: elsewhere names no input block',
    });
    expect(current()).toBeDefined();
  });

  test('update shows another view in its place, push one on top, clear takes all away', async () => {
    const field = input('words', 'plain_text_input');
    const { submit, modal: current } = await openModal(modal([field]));
    await submit({ response_action: 'update', view: modal([field], { title: text('Second') }) });
    expect(current()).toMatchObject({ title: 'Second', previousId: undefined });
    const second = current()?.id;
    await submit({ response_action: 'push', view: modal([field], { title: text('Third') }) });
    expect(current()).toMatchObject({ title: 'Third', previousId: second });
    await submit();
    expect(current()).toMatchObject({ title: 'Second' });
    await submit({ response_action: 'push', view: modal([field], { title: text('Fourth') }) });
    await submit({ response_action: 'clear' });
    expect(current()).toBeUndefined();
  });

  test.each([
    [{ response_action: 'update', view: { type: 'modal' } }, 'invalid_arguments'],
    [{ response_action: 'dance' }, 'there is no response_action dance'],
    [{ response_action: 'errors', errors: {} }, 'an empty list of errors'],
  ])('an answer Slack could not follow leaves the modal open: %j', async (answer, words) => {
    const { submit, modal: current } = await openModal(modal([input('words', 'plain_text_input')]));
    expect((await submit(answer)).error).toContain(words);
    expect(current()).toBeDefined();
  });

  test('is not sent while Slack itself rejects a field', async () => {
    const required = { optional: false };
    const {
      submit,
      fill,
      app,
      modal: current,
    } = await openModal(
      modal([
        input('words', 'plain_text_input', { min_length: 3, max_length: 5 }, required),
        input('number', 'number_input', { is_decimal_allowed: false, min_value: '1', max_value: '9' }),
        input('mail', 'email_text_input'),
        input('url', 'url_text_input'),
        input('days', 'checkboxes', { options }, required),
      ]),
    );
    const before = app.received.length;
    await fill({ number: '10', mail: 'nobody', url: 'nowhere' });
    expect(await submit()).toMatchObject({ error: 'form_incomplete', status: 0 });
    expect(current()?.errors).toEqual({
      'in words': 'Please complete this required field.',
      'in number': 'Enter a number of at most 9.',
      'in mail': 'Enter an email address.',
      'in url': 'Enter a URL.',
      'in days': 'Please complete this required field.',
    });
    await fill({ words: 'ab', number: '1.5', mail: 'a@b.io', url: 'https://b.io', days: ['mon'] });
    await submit();
    expect(current()?.errors).toEqual({
      'in words': 'Enter at least 3 characters.',
      'in number': 'Enter a whole number.',
    });
    expect(app.received).toHaveLength(before);
    await fill({ words: 'abc', number: 5 });
    expect(await submit()).toMatchObject({ error: undefined, status: 200 });
  });

  test('a conversation may bring a response URL', async () => {
    const { workspace, submit, fill, payload } = await openModal(
      modal([input('where', 'conversations_select', { response_url_enabled: true })]),
    );
    await fill({ where: OPEN });
    await submit();
    const [{ response_url: url, ...rest }] = payload().response_urls;
    expect(rest).toEqual({ block_id: 'in where', action_id: 'where', channel_id: OPEN });
    await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'saved', response_type: 'in_channel' }) });
    expect(workspace.messagesFor(BO.id, OPEN)).toMatchObject([{ text: 'saved' }]);
  });
});

describe('filling in', () => {
  test('tells the app at once where the modal asks for it', async () => {
    const accessory = { type: 'static_select', action_id: 'picked', options };
    const {
      fill,
      payload,
      app,
      modal: current,
    } = await openModal(
      modal([
        input('words', 'plain_text_input', {}, { dispatch_action: true }),
        input('quiet', 'plain_text_input'),
        { type: 'section', block_id: 'beside', text: text('x'), accessory },
      ]),
    );
    const before = app.received.length;
    expect(await fill({ quiet: 'hush' })).toEqual([]);
    expect(app.received).toHaveLength(before);

    expect(await fill({ picked: 'tue' })).toMatchObject([{ kind: 'block_actions', status: 200 }]);
    expect(payload()).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: current()?.id },
      view: {
        callback_id: 'digest',
        state: {
          values: { beside: { picked: { selected_option: option('tue') } }, 'in quiet': { quiet: { value: 'hush' } } },
        },
      },
      actions: [{ type: 'static_select', block_id: 'beside', action_id: 'picked', selected_option: option('tue') }],
    });
    expect(payload()).not.toHaveProperty('channel');

    expect(await fill({ words: 'alice' })).toHaveLength(1);
    expect(payload().actions).toMatchObject([{ type: 'plain_text_input', block_id: 'in words', value: 'alice' }]);
  });

  test('typed text is sent at Enter, or at each character when the modal wants that', async () => {
    const config = (...trigger_actions_on: readonly string[]) => ({ dispatch_action_config: { trigger_actions_on } });
    const { workspace } = await openModal(
      modal([
        input('enter', 'plain_text_input', config('on_enter_pressed'), { dispatch_action: true }),
        input('each', 'plain_text_input', config('on_character_entered'), { dispatch_action: true }),
      ]),
    );
    const type = (actionId: string, pressEnter: boolean) =>
      workspace.fillIn({ personId: ANA.id, values: { [actionId]: 'x' }, pressEnter });
    expect([(await type('enter', false)).length, (await type('enter', true)).length]).toEqual([0, 1]);
    expect(await type('each', false)).toHaveLength(1);
  });

  test.each([
    [{ nowhere: 'x' }, 'no field nowhere, but: words'],
    [{ day: 'sun' }, 'day offers no "sun", but: mon, tue, wed'],
    [{ days: ['mon', 'sun'] }, 'days offers no "sun"'],
    [{ who: 'U0NOBODY' }, 'who offers no "U0NOBODY"'],
    [{ where: 'C0ARCHIVED' }, 'where offers no "C0ARCHIVED"'],
    [{ date: '25.11.2026' }, 'date takes a date, YYYY-MM-DD, not "25.11.2026"'],
    [{ time: '24:00' }, 'time takes a time, HH:mm'],
    [{ words: ['a', 'b'] }, 'words takes one value'],
  ])('refuses what no client could give, and changes nothing: %j', async (values, words) => {
    const { fill, modal: current } = await openModal(modal(EVERY_FIELD));
    const before = current()?.values;
    await expect(fill({ words: 'kept out', ...values } as Parameters<typeof fill>[0])).rejects.toThrow(words);
    expect(current()?.values).toEqual(before);
  });

  test('a conversation is offered by its kind, and only to whom sees it', async () => {
    const filter = (...include: readonly string[]) => ({ filter: { include } });
    const { workspace, fill } = await openModal(
      modal([
        input('public', 'conversations_select', filter('public')),
        input('im', 'conversations_select', filter('im')),
        input('few', 'multi_static_select', { options, max_selected_items: 1 }),
      ]),
    );
    await expect(fill({ public: CLOSED })).rejects.toThrow('public offers no "C0CLOSED", but: C0OPEN, C0UNINVITED');
    await fill({ im: 'D0ANA' });
    await expect(fill({ few: ['mon', 'tue'] })).rejects.toThrow('few takes at most 1');
    await expect(workspace.fillIn({ personId: BO.id, values: {} })).rejects.toThrow('U0BO has no modal open');
  });
});

describe('closing', () => {
  test('is sent when the modal asks for it', async () => {
    const { workspace, payload } = await openModal(modal([], { notify_on_close: true }));
    expect(await workspace.closeModal({ personId: ANA.id })).toMatchObject([{ kind: 'view_closed', status: 200 }]);
    expect(payload()).toMatchObject({ type: 'view_closed', is_cleared: false, view: { callback_id: 'digest' } });
  });

  test('is not sent otherwise', async () => {
    const { workspace, app } = await openModal(modal([]));
    const before = app.received.length;
    expect(await workspace.closeModal({ personId: ANA.id })).toEqual([]);
    expect(app.received).toHaveLength(before);
  });
});

test('the error for what never came says what was there in its place', async () => {
  const { workspace } = await openModal(modal([]));
  const wish = { personId: ANA.id, timeoutMs: 20 };
  await expect(workspace.waitForModal({ ...wish, matches: ({ title }) => title === 'Other' })).rejects.toThrow(
    'U0ANA saw no such modal within 20 ms, but "Digest"',
  );
  await expect(workspace.waitForHome(wish)).rejects.toThrow('and has none at all');
});
