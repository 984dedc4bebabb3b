import type { InputBlock, KnownBlock, Option, PlainTextElement } from '@slack/types';
import { type DigestForm, MOST_ACCOUNTS_TEXT, MOST_PEOPLE } from '../../../digests/form/digest-form.ts';
import { MOST_TITLE } from '../../../digests/form/typed-fields.ts';
import { MOST_CRON } from '../../../digests/schedule/cron-line.ts';
import type { Weekday } from '../../../digests/schedule/schedule.ts';
import { MOST_ZONE } from '../../../digests/schedule/zone.ts';
import { ACTIONS } from '../../names.ts';

/** The fields' blocks, by what they hold: errors and states name them so. */
export const FIELDS = {
  title: 'title',
  channel: 'channel',
  accounts: 'accounts',
  people: 'people',
  timing: ACTIONS.digestTiming,
  days: ACTIONS.digestDays,
  time: ACTIONS.digestTime,
  cron: ACTIONS.digestCron,
  zone: ACTIONS.digestZone,
  options: 'options',
  absolute: 'absolute',
  percent: 'percent',
} as const;

export const OPTIONS = { chart: 'chart', onlyIfChanged: 'only-if-changed' } as const;

const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text });
const option = (value: string, text: string, description?: string): Option => ({
  text: plain(text),
  value,
  ...(description && { description: plain(description) }),
});

const WEEKDAYS: Readonly<Record<Weekday, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};
const DAYS = Object.entries(WEEKDAYS).map(([day, name]) => option(day, name));
const TIMINGS = { weekly: option('weekly', 'On days of the week'), cron: option('cron', 'By a cron line') };
const SWITCHES = {
  chart: option(OPTIONS.chart, 'Show a chart'),
  onlyIfChanged: option(
    OPTIONS.onlyIfChanged,
    'Only when something changed',
    'After a quiet week one line says that it is still watching',
  ),
};

type Element = InputBlock['element'];

interface FieldText {
  readonly label: string;
  readonly hint?: string;
  readonly optional?: true;
  readonly dispatch_action?: true;
}

/** One element a block, both under one name. */
function field(name: string, element: Element, { label, hint, ...more }: FieldText): InputBlock {
  return {
    type: 'input',
    block_id: name,
    label: plain(label),
    ...(hint && { hint: plain(hint) }),
    ...more,
    element: { ...element, action_id: name } as Element,
  };
}

const initial = (text: string) => (text ? { initial_value: text } : {});
/** Shown while it is typed, not only after Enter, which few people press in a form. */
const whileTyping = { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed', 'on_character_entered'] } };

/** What it is about: title, place, accounts. */
export function whatFields({ title, channelId, accounts, personIds }: DigestForm): readonly KnownBlock[] {
  return [
    field(FIELDS.title, { type: 'plain_text_input', max_length: MOST_TITLE, ...initial(title) }, { label: 'Title' }),
    field(
      FIELDS.channel,
      {
        type: 'conversations_select',
        filter: { include: ['public', 'private', 'im'] },
        ...(channelId ? { initial_conversation: channelId } : { default_to_current_conversation: true }),
      },
      { label: 'Post to', hint: 'A channel that followstats is in, or your direct messages with it' },
    ),
    field(
      FIELDS.accounts,
      { type: 'plain_text_input', multiline: true, max_length: MOST_ACCOUNTS_TEXT, ...initial(accounts) },
      {
        label: 'Accounts and lists',
        hint: 'UserIDs and lists, like alice "with space" list:creators; lists are read at every run',
        optional: true,
      },
    ),
    field(
      FIELDS.people,
      {
        type: 'multi_users_select',
        max_selected_items: MOST_PEOPLE,
        ...(personIds.length > 0 && { initial_users: [...personIds] }),
      },
      { label: 'People', hint: 'The accounts they are linked to when you save', optional: true },
    ),
  ];
}

/** The schedule, in the way that is chosen, and its zone. */
export function whenFields({ timing, days, time, cron, zone }: DigestForm): readonly KnownBlock[] {
  const weekly = [
    field(
      FIELDS.days,
      {
        type: 'checkboxes',
        options: DAYS,
        ...chosen(DAYS.filter(({ value }) => days.some((day) => `${day}` === value))),
      },
      { label: 'Days', dispatch_action: true },
    ),
    field(
      FIELDS.time,
      { type: 'timepicker', ...(/^\d\d:\d\d$/.test(time) && { initial_time: time }) },
      { label: 'Time', dispatch_action: true },
    ),
  ];
  const byCron = [
    field(
      FIELDS.cron,
      { type: 'plain_text_input', max_length: MOST_CRON, ...whileTyping, ...initial(cron) } as Element,
      {
        label: 'Cron line',
        hint: 'Minute, hour, day of the month, month, weekday; 0 9 * * 1-5 is weekdays at 09:00',
        dispatch_action: true,
      },
    ),
  ];
  return [
    field(
      FIELDS.timing,
      { type: 'radio_buttons', options: Object.values(TIMINGS), initial_option: TIMINGS[timing] },
      { label: 'When', dispatch_action: true },
    ),
    ...(timing === 'weekly' ? weekly : byCron),
    field(
      FIELDS.zone,
      { type: 'plain_text_input', max_length: MOST_ZONE, ...whileTyping, ...initial(zone) } as Element,
      { label: 'Time zone', hint: 'Like Europe/Berlin or Asia/Shanghai', dispatch_action: true },
    ),
  ];
}

/** How it is posted. */
export function howFields({ chart, onlyIfChanged, absolute, percent }: DigestForm): readonly KnownBlock[] {
  const switches = [...(chart ? [SWITCHES.chart] : []), ...(onlyIfChanged ? [SWITCHES.onlyIfChanged] : [])];
  return [
    field(
      FIELDS.options,
      { type: 'checkboxes', options: Object.values(SWITCHES), ...chosen(switches) },
      { label: 'Options', optional: true },
    ),
    field(
      FIELDS.absolute,
      { type: 'number_input', is_decimal_allowed: false, ...initial(absolute) },
      {
        label: 'Point out an account that gained or lost so many followers',
        hint: 'Since it was last pointed out',
        optional: true,
      },
    ),
    field(
      FIELDS.percent,
      { type: 'number_input', is_decimal_allowed: true, ...initial(percent) },
      { label: 'Or so many per cent', optional: true },
    ),
  ];
}

/** Slack takes no empty list of what is chosen. */
const chosen = (options: readonly Option[]) => (options.length > 0 ? { initial_options: [...options] } : {});
