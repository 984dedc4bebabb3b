import type { KnownBlock } from '@slack/types';
import { type DigestForm, TIMINGS } from '../../../digests/form/digest-form.ts';
import { MOST_CRON } from '../../../digests/schedule/cron-line.ts';
import { readZone } from '../../../digests/schedule/zone.ts';
import type { Reader } from '../../words/reader.ts';
import { chosen, FIELDS, type FieldElement, field, initial, option, plainText, zoneOption } from './digest-fields.ts';

/** Text is sent while it is typed, not only after Enter, which few people press in a form. */
const WHILE_TYPING = { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed', 'on_character_entered'] } };

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/**
 * The schedule, in the way that is chosen, and its zone.
 * @param now Unix milliseconds
 */
export function whenFields(reader: Reader, form: DigestForm, now: number): readonly KnownBlock[] {
  const { timing } = form;
  return [
    timingField(reader, form),
    ...(timing === 'days' ? [daysField(reader, form)] : []),
    timing === 'cron' ? cronField(reader, form) : timeField(reader, form),
    zoneField(reader, form, now),
  ];
}

function timingField({ words }: Reader, { timing }: DigestForm): KnownBlock {
  const { label, names } = words.digestForm.fields.timing;
  const options = TIMINGS.map((one) => option(one, names[one]()));
  const first = options[TIMINGS.indexOf(timing)];
  return field(
    FIELDS.timing,
    { type: 'static_select', options, ...(first && { initial_option: first }) },
    { label, dispatch_action: true },
  );
}

function daysField({ words }: Reader, { days }: DigestForm): KnownBlock {
  const { label, names } = words.digestForm.fields.days;
  const options = WEEKDAYS.map((day) => option(`${day}`, names[day]()));
  const first = options.filter(({ value }) => days.some((day) => `${day}` === value));
  return field(FIELDS.days, { type: 'checkboxes', options, ...chosen(first) }, { label, dispatch_action: true });
}

function timeField({ words }: Reader, { time }: DigestForm): KnownBlock {
  return field(
    FIELDS.time,
    { type: 'timepicker', ...(/^\d\d:\d\d$/.test(time) && { initial_time: time }) },
    { ...words.digestForm.fields.time, dispatch_action: true },
  );
}

function cronField({ words }: Reader, { cron }: DigestForm): KnownBlock {
  return field(
    FIELDS.cron,
    { type: 'plain_text_input', max_length: MOST_CRON, ...WHILE_TYPING, ...initial(cron) } as FieldElement,
    { ...words.digestForm.fields.cron, dispatch_action: true },
  );
}

function zoneField({ words }: Reader, { zone: typed }: DigestForm, now: number): KnownBlock {
  const { label, placeholder } = words.digestForm.fields.zone;
  const zone = readZone(typed);
  return field(
    FIELDS.zone,
    {
      type: 'external_select',
      placeholder: plainText(placeholder()),
      min_query_length: 0,
      ...(zone && { initial_option: zoneOption(zone, now) }),
    },
    { label, dispatch_action: true },
  );
}
