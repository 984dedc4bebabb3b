import type { KnownBlock } from '@slack/types';
import type { DigestForm } from '../../../digests/form/digest-form.ts';
import { MOST_CRON } from '../../../digests/schedule/cron-line.ts';
import { MOST_ZONE } from '../../../digests/schedule/zone.ts';
import type { Reader } from '../../words/reader.ts';
import { chosen, FIELDS, type FieldElement, field, initial, option } from './digest-fields.ts';

/** Text is sent while it is typed, not only after Enter, which few people press in a form. */
const WHILE_TYPING = { dispatch_action_config: { trigger_actions_on: ['on_enter_pressed', 'on_character_entered'] } };

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** The schedule, in the way that is chosen, and its zone. */
export function whenFields(reader: Reader, form: DigestForm): readonly KnownBlock[] {
  return [
    timingField(reader, form),
    ...(form.timing === 'weekly' ? [daysField(reader, form), timeField(reader, form)] : [cronField(reader, form)]),
    zoneField(reader, form),
  ];
}

function timingField({ words }: Reader, { timing }: DigestForm): KnownBlock {
  const { label, weekly, cron } = words.digestForm.fields.timing;
  const timings = { weekly: option('weekly', weekly()), cron: option('cron', cron()) };
  return field(
    FIELDS.timing,
    { type: 'radio_buttons', options: Object.values(timings), initial_option: timings[timing] },
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

function zoneField({ words }: Reader, { zone }: DigestForm): KnownBlock {
  return field(
    FIELDS.zone,
    { type: 'plain_text_input', max_length: MOST_ZONE, ...WHILE_TYPING, ...initial(zone) } as FieldElement,
    { ...words.digestForm.fields.zone, dispatch_action: true },
  );
}
