import { z } from 'zod';
import { type DigestForm, TIMINGS } from '../../digests/form/digest-form.ts';
import type { Weekday } from '../../digests/schedule/schedule.ts';
import { readDigestId } from '../../digests/types.ts';
import { LANGUAGES } from '../../followstats/languages.ts';
import { FIELDS, OPTIONS } from '../blocks/digests/digest-fields.ts';
import { type FormPayload, readPayload, type StateOf } from './form-payload.ts';

/** What a digest's form holds at the moment, or why that can't be read. */
export type FormState = StateOf<DigestForm>;

const day = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 7;

/** Written by `digestFormView`. Fields that come and go are kept for when they aren't shown. */
const Kept = z.strictObject({
  edited: z
    .strictObject({ id: z.string().refine((id) => readDigestId(id) !== undefined), ownerId: z.string() })
    .optional(),
  channelId: z.string(),
  days: z.array(z.number().refine(day)),
  time: z.string(),
  cron: z.string(),
  language: z.enum(LANGUAGES).optional(),
});

/** These stand there or not, by the way the schedule is written, and by whether a language can be chosen. */
const SOMETIMES: ReadonlySet<string> = new Set([FIELDS.days, FIELDS.time, FIELDS.cron, FIELDS.language]);

const Text = z.object({ value: z.string().nullish() });
/** Of a menu whose options the app suggested: anything may come back. */
const Suggested = z.object({ value: z.string() });
const choice = <Value extends string>(...values: readonly [Value, ...Value[]]) => z.object({ value: z.enum(values) });

/** What Slack says of each field. One that nothing was entered in may be `null` or not there at all. */
const Values = z
  .object({
    [FIELDS.title]: Text,
    [FIELDS.channel]: z.object({ selected_conversation: z.string().nullish() }),
    [FIELDS.lists]: z.object({ selected_options: z.array(Suggested).nullish() }),
    [FIELDS.accounts]: Text,
    [FIELDS.people]: z.object({ selected_users: z.array(z.string()).nullish() }),
    [FIELDS.timing]: z.object({ selected_option: choice(...TIMINGS).nullish() }),
    [FIELDS.days]: z.object({ selected_options: z.array(choice('1', '2', '3', '4', '5', '6', '7')).nullish() }),
    [FIELDS.time]: z.object({ selected_time: z.string().nullish() }),
    [FIELDS.cron]: Text,
    [FIELDS.zone]: z.object({ selected_option: Suggested.nullish() }),
    [FIELDS.options]: z.object({
      selected_options: z.array(choice(OPTIONS.chart, OPTIONS.onlyIfChanged)).nullish(),
    }),
    [FIELDS.absolute]: Text,
    [FIELDS.percent]: Text,
    [FIELDS.language]: z.object({ selected_option: choice(...LANGUAGES).nullish() }),
  })
  .partial();

/** Reads a digest's form that the client sent. */
export function readFormState(payload: FormPayload): FormState {
  const read = readPayload(payload, { kept: Kept, values: Values, fields: FIELDS, sometimes: SOMETIMES });
  if (read.kind !== 'read') return read;
  const { edited, channelId, ...kept } = read.kept;
  return { kind: 'form', form: toForm(read.values, kept), context: { edited, channelId } };
}

function toForm(
  values: z.infer<typeof Values>,
  kept: Pick<z.infer<typeof Kept>, 'days' | 'time' | 'cron' | 'language'>,
): DigestForm {
  const options = values[FIELDS.options]?.selected_options?.map(({ value }) => value) ?? [];
  const chosenDays = values[FIELDS.days]?.selected_options?.map(({ value }) => Number(value));
  const chosenTime = values[FIELDS.time];
  const typedCron = values[FIELDS.cron];
  const chosenLanguage = values[FIELDS.language];
  return {
    title: values[FIELDS.title]?.value ?? '',
    channelId: values[FIELDS.channel]?.selected_conversation ?? '',
    lists: values[FIELDS.lists]?.selected_options?.map(({ value }) => value) ?? [],
    accounts: values[FIELDS.accounts]?.value ?? '',
    personIds: values[FIELDS.people]?.selected_users ?? [],
    timing: values[FIELDS.timing]?.selected_option?.value ?? 'weekdays',
    days: (chosenDays ?? kept.days) as readonly Weekday[],
    time: chosenTime ? (chosenTime.selected_time ?? '') : kept.time,
    cron: typedCron ? (typedCron.value ?? '') : kept.cron,
    zone: values[FIELDS.zone]?.selected_option?.value ?? '',
    chart: options.includes(OPTIONS.chart),
    onlyIfChanged: options.includes(OPTIONS.onlyIfChanged),
    absolute: values[FIELDS.absolute]?.value ?? '',
    percent: values[FIELDS.percent]?.value ?? '',
    language: chosenLanguage ? chosenLanguage.selected_option?.value : kept.language,
  };
}
