import type { ViewStateValue } from '@slack/bolt';
import { z } from 'zod';
import { type DigestForm, TIMINGS } from '../../digests/form/digest-form.ts';
import type { Weekday } from '../../digests/schedule/schedule.ts';
import { readDigestId } from '../../digests/types.ts';
import type { ChannelId } from '../../followstats/ids.ts';
import { LANGUAGES } from '../../followstats/languages.ts';
import { FIELDS, OPTIONS } from '../blocks/digests/digest-fields.ts';
import type { FormContext } from '../blocks/digests/digest-form.ts';

/** The part of a view in Slack's payloads that a form is read from. */
export interface FormPayload {
  readonly private_metadata: string;
  readonly state: { readonly values: Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>> };
  readonly blocks: readonly { readonly type: string; readonly block_id?: string }[];
}

/** What a form holds at the moment, and what it carries; or which part of it this version of the app can't read. */
export type FormState =
  | { readonly kind: 'form'; readonly form: DigestForm; readonly context: FormContext }
  | { readonly kind: 'other-version'; readonly unread: 'metadata' | 'fields' | 'values' };

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

const { days, time, cron, language, ...always } = FIELDS;
/** These stand there or not, by the way the schedule is written, and by whether a language can be chosen. */
const SOMETIMES: ReadonlySet<string> = new Set([days, time, cron, language]);
const ALWAYS: readonly string[] = Object.values(always);

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

/**
 * Where a form was asked for, and whether a digest is edited in it: all that has to be known of a form before it is known who
 * may use it. '' where the form doesn't say.
 */
export function readFormOrigin(metadata: string): { readonly channelId: ChannelId; readonly isEdit: boolean } {
  const Origin = z.object({ channelId: z.string().catch(''), edited: z.unknown().optional() });
  const { data } = Origin.safeParse(readJson(metadata));
  return { channelId: data?.channelId ?? '', isEdit: data?.edited !== undefined };
}

/** Reads a form that the client sent. Another version of the app may have made it, so that anything in it may be different. */
export function readFormState({ private_metadata, state, blocks }: FormPayload): FormState {
  const metadata = Kept.safeParse(readJson(private_metadata));
  if (!metadata.success) return { kind: 'other-version', unread: 'metadata' };
  if (!hasOurFields(blocks)) return { kind: 'other-version', unread: 'fields' };
  const held = (name: string): unknown => state.values[name]?.[name];
  const names = Object.values(FIELDS);
  const read = Values.safeParse(Object.fromEntries(names.map((name) => [name, held(name)])));
  if (!read.success) return { kind: 'other-version', unread: 'values' };
  const { edited, channelId, ...kept } = metadata.data;
  return { kind: 'form', form: toForm(read.data, kept), context: { edited, channelId } };
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

/** Whether the form has every field that this version's has, and no other. */
function hasOurFields(blocks: FormPayload['blocks']): boolean {
  const names = blocks.flatMap(({ type, block_id: id }) => (type === 'input' ? [id ?? ''] : []));
  const isWhole = ALWAYS.every((name) => names.includes(name));
  return isWhole && names.every((name) => ALWAYS.includes(name) || SOMETIMES.has(name));
}

/** @returns `undefined` for what is no JSON */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
