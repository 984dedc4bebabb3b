import { ACTIONS, COMMAND, SHORTCUTS, VIEWS } from '../../../src/slack/names.ts';
import type { RandomInput } from './random-input.ts';

/** One request as Slack would send it, but for what is in it. */
export interface DoorRequest {
  readonly form: Readonly<Record<string, string>>;
  /** Whether its person must be answered at the `response_url`: what is wrong in it is only what a person typed or wrote. */
  readonly wantsAnswer: boolean;
}

/** Makes one request. `responseUrl` is where the answer is awaited. */
export type Door = (input: RandomInput, responseUrl: string) => DoorRequest;

export const ADMIN = 'U0ANDERS001';
const PEOPLE = [ADMIN, ADMIN, ADMIN, 'U0PRIYA0001', 'U0TOM000001'] as const;
const CHANNEL = 'C0COMMUNITY';
const SUBCOMMANDS = [
  '',
  '',
  'lookup ',
  'list create ',
  'list add vip ',
  'list show ',
  'link ',
  'links ',
  'allow ',
] as const;
const MORE_SUBCOMMANDS = ['revoke ', 'why ', 'access ', 'digest log ', 'digest list ', 'digest run ', 'help '] as const;

const interaction = (payload: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> => ({
  payload: JSON.stringify(payload),
});

function person(input: RandomInput) {
  return { id: input.pick(PEOPLE), username: 'x', name: 'x', team_id: 'T0NOVA00001' };
}

/** What a person types, of any length. */
const command: Door = (input, responseUrl) => ({
  wantsAnswer: true,
  form: {
    command: COMMAND,
    text: `${input.pick([...SUBCOMMANDS, ...MORE_SUBCOMMANDS])}${input.text(60_000)}`,
    user_id: input.pick(PEOPLE),
    channel_id: CHANNEL,
    team_id: 'T0NOVA00001',
    response_url: responseUrl,
    trigger_id: responseUrl,
  },
});

/** A message that the shortcut was chosen on: anybody's words, in any blocks. */
const shortcut: Door = (input, responseUrl) => ({
  wantsAnswer: true,
  form: interaction({
    type: 'message_action',
    callback_id: SHORTCUTS.mentions,
    user: person(input),
    channel: { id: CHANNEL, name: 'community' },
    team: { id: 'T0NOVA00001', domain: 'nova' },
    message: {
      type: 'message',
      ts: '1.1',
      user: 'U0MAYA00001',
      text: input.text(40_000),
      blocks: input.json(input.whole(0, 6), 400),
      attachments: input.json(input.whole(0, 4), 400),
    },
    response_url: responseUrl,
    trigger_id: responseUrl,
  }),
});

const ACTION_IDS = Object.values(ACTIONS) as [string, ...string[]];

/** A button whose value is anything, on a message that is anything. */
const button: Door = (input, responseUrl) => ({
  wantsAnswer: false,
  form: interaction({
    type: 'block_actions',
    user: person(input),
    team: { id: 'T0NOVA00001', domain: 'nova' },
    container: input.pick([
      { type: 'message', message_ts: '1.1', channel_id: CHANNEL, is_ephemeral: true },
      { type: 'message', message_ts: input.text(30), channel_id: CHANNEL, is_ephemeral: false },
      input.json(3, 50),
    ]),
    channel: input.pick([{ id: CHANNEL, name: 'community' }, input.json(2, 50)]),
    message: input.json(4, 100),
    state: input.json(3, 50),
    actions: [
      {
        type: 'button',
        action_id: input.pick(ACTION_IDS),
        block_id: input.text(300),
        value: input.pick([input.text(4000), `lookup ${input.text(2000)}`, `kept ${input.text(60)}`, input.text(10)]),
        action_ts: '1.1',
      },
    ],
    response_url: responseUrl,
    trigger_id: responseUrl,
  }),
});

/** Fields of the digest's form as Slack sends them, each now and then with something else in it. */
function fields(input: RandomInput): unknown {
  const field = (name: string, value: unknown) => [
    name,
    input.whole(0, 9) === 0 ? input.json(3, 50) : { [name]: value },
  ];
  const typed = (most: number) => ({ type: 'plain_text_input', value: input.text(most) });
  return Object.fromEntries([
    field('title', typed(3000)),
    field('channel', { type: 'conversations_select', selected_conversation: input.pick([CHANNEL, input.text(40)]) }),
    field('accounts', typed(3000)),
    field('people', {
      type: 'multi_users_select',
      selected_users: input.pick([[], ['U0MAYA00001'], input.json(2, 20)]),
    }),
    field(ACTIONS.digestLists, { selected_options: input.pick([[], [{ value: input.text(60) }], input.json(2, 20)]) }),
    field(ACTIONS.digestWhen, {
      selected_option: { value: input.pick(['weekdays', 'every-day', 'days', 'cron', input.text(20)]) },
    }),
    field(ACTIONS.digestDays, { selected_options: input.pick([[{ value: '1' }, { value: '9' }], input.json(2, 20)]) }),
    field(ACTIONS.digestTime, { selected_time: input.pick(['09:00', '99:99', input.text(20)]) }),
    field(ACTIONS.digestCron, typed(3000)),
    field(ACTIONS.digestTimeZone, { selected_option: { value: input.pick(['UTC', input.text(200)]) } }),
    field('options', { selected_options: input.pick([[], [{ value: 'chart' }], input.json(2, 20)]) }),
    field('absolute', typed(3000)),
    field('percent', typed(3000)),
    field('language', { selected_option: { value: input.pick(['en', 'ja', input.text(20)]) } }),
  ]);
}

/** The digest's form: sent in, changed, previewed, or asked what its menus offer; of this version or another. */
const form: Door = (input, responseUrl) => {
  const known = { channelId: CHANNEL, days: [1], time: '09:00', cron: '' };
  const metadata = input.pick([
    JSON.stringify(known),
    JSON.stringify(known),
    JSON.stringify(input.json(3, 50)),
    input.text(3000),
  ]);
  const view = {
    id: `V${input.whole(1, 1_000_000)}`,
    type: 'modal',
    callback_id: input.pick([VIEWS.digest, VIEWS.digest, VIEWS.digest, input.text(100)]),
    private_metadata: metadata,
    hash: 'x',
    title: { type: 'plain_text', text: 'x' },
    blocks: input.json(3, 100),
    state: { values: input.whole(0, 9) === 0 ? input.json(3, 50) : fields(input) },
  };
  const common = { user: person(input), team: { id: 'T0NOVA00001', domain: 'nova' }, view, trigger_id: responseUrl };
  const container = { type: 'view', view_id: view.id };
  const element = { action_id: input.pick(ACTION_IDS), block_id: 'x' };
  const action = { type: 'button', ...element, value: input.text(100) };
  return {
    wantsAnswer: false,
    form: interaction(
      input.pick<Readonly<Record<string, unknown>>>([
        { type: 'view_submission', ...common, response_urls: [] },
        { type: 'block_actions', ...common, container, actions: [action] },
        {
          type: 'block_suggestion',
          ...common,
          container,
          ...element,
          value: input.pick<unknown>([input.text(100), 7]),
        },
      ]),
    ),
  };
};

/** A payload that Slack would never send, in a body that is signed. */
const payload: Door = (input, responseUrl) => ({
  wantsAnswer: false,
  form: input.pick([
    interaction({
      type: input.pick(['block_actions', 'view_submission', 'message_action', input.text(20)]),
      x: input.json(5, 100),
      responseUrl,
    }),
    { payload: input.text(5000), trigger_id: responseUrl },
    { [input.text(50)]: input.text(5000), trigger_id: responseUrl },
  ]),
});

/** By the name that a report says. */
export const DOORS: Readonly<Record<string, Door>> = { command, shortcut, button, form, payload };
