import type { Surface } from '../../../../src/demo/slack/blocks/shape.ts';

type Json = Record<string, unknown>;

export const plain = (text: string): Json => ({ type: 'plain_text', text });
export const mrkdwn = (text: string): Json => ({ type: 'mrkdwn', text });
export const raw = (text: string): Json => ({ type: 'raw_text', text });
export const count = (value: number): Json => ({ type: 'raw_number', value, text: String(value) });
export const rich = (text: string): Json => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
});
export const button = (own: Json = {}): Json => ({
  type: 'button',
  text: plain('Refresh'),
  action_id: 'refresh',
  ...own,
});
export const options = (many: number): Json[] =>
  Array.from({ length: many }, (_, index) => ({ text: plain(`Option ${index}`), value: String(index) }));
export const letters = (many: number): string => 'x'.repeat(many);
export const times = <T>(many: number, make: (index: number) => T): T[] =>
  Array.from({ length: many }, (_, i) => make(i));

export const section = (own: Json = {}): Json => ({ type: 'section', text: mrkdwn('Hello'), ...own });
export const actions = (...elements: Json[]): Json => ({ type: 'actions', elements });
export const input = (element: Json, own: Json = {}): Json => ({
  type: 'input',
  label: plain('Label'),
  element,
  ...own,
});
export const table = (rows: Json[][], own: Json = {}): Json => ({ type: 'table', rows, ...own });
export const dataTable = (rows: Json[][], own: Json = {}): Json => ({
  type: 'data_table',
  caption: 'Followers',
  rows,
  ...own,
});
export const pie = (many: number, own: Json = {}): Json => ({
  type: 'data_visualization',
  title: 'Share',
  chart: { type: 'pie', segments: times(many, (index) => ({ label: `s${index}`, value: 1, ...own })) },
});
export const line = (seriesCount: number, points: number, label = (index: number) => `d${index}`): Json => ({
  type: 'data_visualization',
  title: 'History',
  chart: {
    type: 'line',
    series: times(seriesCount, (one) => ({
      name: `series ${one}`,
      data: times(points, (index) => ({ label: label(index), value: -index })),
    })),
    axis_config: { categories: times(points, label), x_label: 'Day', y_label: 'Followers' },
  },
});
export const image: Json = { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'A bar' };
export const card: Json = { type: 'card', title: mrkdwn('Alice'), body: mrkdwn('12 followers'), actions: [button()] };
export const container = (...children: Json[]): Json => ({
  type: 'container',
  title: plain('More'),
  child_blocks: children,
});
export const task = (status: string, own: Json = {}): Json => ({ task_id: 't', title: 'Look up', status, ...own });

/** A block of each kind that Slack takes, and where. */
export const ACCEPTED: readonly (readonly [name: string, surface: Surface, block: Json])[] = [
  ['a section with text and a button', 'message', section({ accessory: button() })],
  ['a section of fields only', 'home', { type: 'section', fields: [mrkdwn('a'), plain('b')], expand: true }],
  ['a header with a level', 'message', { type: 'header', text: plain('Title'), level: 4 }],
  ['a context of text and an image', 'modal', { type: 'context', elements: [mrkdwn('a'), image] }],
  [
    'a dangerous button that asks first',
    'message',
    actions(button({ style: 'danger', confirm: { text: plain('Sure?') } })),
  ],
  ['a select in an actions block', 'home', actions({ type: 'static_select', options: options(2) })],
  [
    'a select with groups',
    'modal',
    input({ type: 'static_select', option_groups: [{ label: plain('A'), options: options(1) }] }),
  ],
  ['a conversation picker', 'modal', input({ type: 'conversations_select', filter: { include: ['public'] } })],
  [
    'a time picker with a zone',
    'modal',
    input({ type: 'timepicker', initial_time: '09:30', timezone: 'Asia/Singapore' }),
  ],
  ['a date picker', 'modal', input({ type: 'datepicker', initial_date: '2026-02-28' })],
  [
    'checkboxes',
    'modal',
    input({ type: 'checkboxes', options: options(7), initial_options: options(2) }, { optional: true }),
  ],
  ['a text input', 'modal', input({ type: 'plain_text_input', multiline: true, min_length: 1, max_length: 3000 })],
  ['an overflow menu', 'message', section({ accessory: { type: 'overflow', options: options(5) } })],
  [
    'feedback',
    'message',
    { type: 'context_actions', elements: [{ type: 'icon_button', icon: 'trash', text: plain('Drop') }] },
  ],
  ['a divider', 'message', { type: 'divider', block_id: 'line' }],
  ['an image block', 'message', { ...image, title: plain('Chart') }],
  ['an image from Slack', 'message', { type: 'image', slack_file: { id: 'F1' }, alt_text: 'A bar' }],
  ['a markdown block', 'message', { type: 'markdown', text: '# Title' }],
  ['rich text', 'message', rich('Hello')],
  ['a table', 'home', table([[raw('a'), count(1), rich('c')]], { column_settings: [null, { align: 'right' }] })],
  [
    'a data table',
    'message',
    dataTable(
      [
        [raw('a'), raw('b')],
        [raw('x'), count(2)],
      ],
      { page_size: 100, row_header_column_index: 1 },
    ),
  ],
  ['a pie', 'message', pie(3)],
  ['a line chart with negative points', 'message', line(2, 14)],
  ['a card', 'home', { ...card, subtext: mrkdwn('now'), slack_icon: { type: 'icon', name: 'sparkle' } }],
  ['a carousel', 'message', { type: 'carousel', elements: [card, card] }],
  [
    'a container',
    'message',
    { ...container(section(), table([[raw('a')]])), is_collapsible: true, default_collapsed: true },
  ],
  ['an alert in a modal', 'modal', { type: 'alert', text: plain('Careful'), level: 'warning' }],
  ['a plan with a task that waits', 'message', { type: 'plan', title: 'Look-ups', tasks: [task('pending')] }],
  ['a task card', 'message', { type: 'task_card', ...task('in_progress', { details: rich('20 of 45') }) }],
];
