import type { Browser } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { DemoAct } from '../../../src/demo/chat-acts.ts';
import type { FaultSwitch } from '../../../src/demo/fault-switches.ts';
import { createPageServer } from '../../../src/demo/page-server/page-server.ts';
import type { Block } from '../../../src/demo/slack/types.ts';
import { createTime } from '../page-server/demo-time.ts';
import { ANA, BO, beside, call, manifestWith, OPEN, openApp, openWorkspace, options } from '../slack/open-workspace.ts';
import { workspaceOptions } from '../slack/workspace-options.ts';

const HOUR_MS = 3_600_000;

const MANIFEST = `${manifestWith({ events: ['app_home_opened'] })}
`.replace('features:', 'features:\n  app_home: { home_tab_enabled: true }');

const plain = (text: string) => ({ type: 'plain_text', text });

/** Ana, a viewer who reads English, and Bo, an admin. */
const people = workspaceOptions().people.map((one) => {
  if (one.id === ANA.id) return { ...one, realName: 'Ana Silva', note: 'viewer', locale: 'en-US' };
  return one.id === BO.id ? { ...one, realName: 'Bo Anders', note: 'admin' } : one;
});

export interface View {
  readonly width: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** A finger, and no keyboard. */
  readonly isPhone?: boolean;
}

/** The page beside an app that only acknowledges, with everything that the page has: tour, clock, switches, Home. */
export async function openScreens(browser: Browser, { width, height = 800, colorScheme = 'light', isPhone }: View) {
  const { time, clock } = createTime({
    slots: [1, 25].map((hours) => Date.now() + hours * HOUR_MS),
    onSlot: () =>
      call(workspace, 'chat.postMessage', {
        channel: 'C0CLOSED',
        text: 'Morning digest',
        metadata: { event_type: 'followstats_digest', event_payload: {} },
      }),
  });
  const workspace = await openWorkspace({ manifest: MANIFEST, people, now: clock.now });
  const app = await openApp(workspace);
  const faultSwitches = [switchOf('bad-gateway', 'Tencent Chat'), switchOf('no-tables', 'Slack')];
  const serve = (port: number) =>
    createPageServer({ workspace, faultSwitches, acts: [actOf('carol-alice')], time, port });
  let server = await serve(0);
  const { url } = server;
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme,
    ...(isPhone && { hasTouch: true, isMobile: true }),
  });
  onTestFinished(async () => {
    await page.close();
    await server.close();
  });
  const say = async (...blocks: readonly object[]) => {
    const said = await call(workspace, 'chat.postMessage', { channel: OPEN, text: 'x', blocks });
    expect(said.response_metadata ?? said.error).toBeUndefined();
    return String(said.ts);
  };
  /** Opens a modal for Ana. */
  const openModal = async (title: string, blocks: readonly object[]) => {
    await workspace.type({ personId: ANA.id, channelId: OPEN, text: '/followstats' });
    const view = { type: 'modal', title: plain(title), submit: plain('Save'), blocks };
    return call(workspace, 'views.open', { trigger_id: app.last().form.trigger_id, view });
  };
  /** Puts another on top of it, as its button *Preview* would. */
  const pushModal = async (title: string, blocks: readonly object[]) => {
    await workspace.pressInView({ personId: ANA.id, actionId: 'preview' });
    const { trigger_id } = JSON.parse(app.last().form.payload ?? '{}');
    return call(workspace, 'views.push', { trigger_id, view: { type: 'modal', title: plain(title), blocks } });
  };
  const open = async (query = '') => {
    await page.goto(`${url}${query}`);
    await page.getByRole('main').waitFor();
  };
  const stop = () => server.close();
  /** Serves anew at the same address, as a demo does that was ended and started again. */
  const start = async () => {
    server = await serve(Number(new URL(url).port));
  };
  return { workspace, app, page, time, say, openModal, pushModal, open, stop, start, url };
}

/** Something that happens and is then the other way round. */
function actOf(id: string): DemoAct {
  let times = 0;
  return {
    id,
    label: () => `Do ${id}, the ${times + 1}. time`,
    run: async () => {
      times += 1;
      return `It has happened ${times} times.`;
    },
  };
}

function switchOf(id: string, group: FaultSwitch['group']): FaultSwitch {
  let on = false;
  return {
    id,
    label: `Fault ${id}`,
    group,
    isOn: () => on,
    set: async (wanted) => {
      on = wanted;
    },
  };
}

const categories = Array.from({ length: 14 }, (_, day) => `${day + 1} Nov 09:00`);

/** Six lines over fourteen instants. */
export const LINES: Block = {
  type: 'data_visualization',
  title: 'Followers, last 14 days',
  chart: {
    type: 'line',
    series: ['alice', 'bob', 'carol', 'dave', 'erin', 'frank'].map((name, at) => ({
      name,
      data: categories.map((label, day) => ({ label, value: 3_204_118 - at * 400_000 + day * 2000 * (at - 2) })),
    })),
    axis_config: { categories, x_label: 'Europe/Copenhagen', y_label: 'Followers' },
  },
};

/** Twenty columns, which fit nowhere. */
export const WIDE_TABLE: Block = {
  type: 'data_table',
  caption: 'Twenty columns',
  rows: [0, 1, 2, 3].map((row) =>
    Array.from({ length: 20 }, (_, column) =>
      row === 0 || column === 0
        ? { type: 'raw_text', text: row === 0 ? `Day ${column}` : `account-${row}` }
        : { type: 'raw_number', value: row * 1000 + column, text: `${row},00${column}` },
    ),
  ),
};

/** The fixed-width text that stands for a table where none is taken. */
export const CODE: Block = {
  type: 'rich_text',
  elements: [
    {
      type: 'rich_text_preformatted',
      elements: [
        {
          type: 'text',
          text: [
            ['Account', 'Followers', 'Following', 'Mutual', 'Since last post', 'Last 7 days'],
            ['alice', '12,480', '1,022', '988', '+16 (+0.1%)', '+1,204 (+10.7%)'],
          ]
            .map((row) => row.map((cell) => cell.padEnd(18)).join(''))
            .join('\n'),
        },
      ],
    },
  ],
};

/** A message with a bit of everything. */
export const SAMPLES: readonly Block[] = [
  { type: 'header', text: plain('Creators, every morning') },
  beside('*▲ 1,204 followers* since Sunday', {
    type: 'overflow',
    action_id: 'more',
    options: options('edit', 'pause', 'delete'),
  }),
  LINES,
  WIDE_TABLE,
  CODE,
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'undo', text: plain('Undo'), style: 'primary' },
      { type: 'button', action_id: 'delete', text: plain('Delete'), style: 'danger' },
      {
        type: 'static_select',
        action_id: 'open',
        placeholder: plain('Open account'),
        options: options('alice', 'bob'),
      },
    ],
  },
  { type: 'context', elements: [plain('As of 09:00. 12 of 12 read.')] },
];

/** A Home with a field that Enter sends, buttons, menus and a select. */
export const HOME_BLOCKS: readonly Block[] = [
  { type: 'header', text: plain('followstats') },
  { type: 'section', text: { type: 'mrkdwn', text: 'You are *viewer*: you may look accounts up.' } },
  {
    type: 'input',
    block_id: 'quick',
    dispatch_action: true,
    label: plain('Look up'),
    hint: plain('Enter sends it. The answer comes to your messages.'),
    element: { type: 'plain_text_input', action_id: 'look_up', placeholder: plain('alice bob') },
  },
  { type: 'divider' },
  beside('*Creators* · weekdays 09:00', { type: 'overflow', action_id: 'digest', options: options('edit', 'log') }),
  {
    type: 'actions',
    elements: [
      { type: 'button', action_id: 'new', text: plain('New digest…') },
      { type: 'static_select', action_id: 'list', placeholder: plain('Open list'), options: options('vip', 'launch') },
    ],
  },
];

/** A form whose first field is left empty. */
export const FORM: readonly Block[] = [
  {
    type: 'input',
    block_id: 'title',
    label: plain('Title'),
    element: { type: 'plain_text_input', action_id: 'title' },
  },
  {
    type: 'input',
    block_id: 'days',
    label: plain('Days'),
    optional: true,
    element: { type: 'checkboxes', action_id: 'days', options: options('mon', 'tue') },
  },
  {
    type: 'input',
    block_id: 'zone',
    label: plain('Time zone'),
    optional: true,
    hint: plain('Type to search'),
    element: { type: 'external_select', action_id: 'zone', min_query_length: 1 },
  },
  { type: 'alert', level: 'warning', text: plain('It was paused on Monday.') },
  { type: 'actions', elements: [{ type: 'button', action_id: 'preview', text: plain('Preview') }] },
];

/** What a card on top of a form shows. */
export const CARD: readonly Block[] = [
  { type: 'header', text: plain('alice') },
  { type: 'section', text: { type: 'mrkdwn', text: '*12,480 followers* · 1,022 following' } },
  { type: 'actions', elements: [{ type: 'button', action_id: 'fans', text: plain('Followers') }] },
];
