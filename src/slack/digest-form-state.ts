import type { ViewStateValue } from '@slack/bolt';
import { z } from 'zod';
import type { DigestForm } from '../digests/digest-form.ts';
import type { Weekday } from '../digests/schedule.ts';
import { FIELDS, type FormContext, OPTIONS } from './blocks/digest-form.ts';

/** The part of a view in Slack's payloads that a form is read from. */
export interface FormPayload {
  readonly private_metadata: string;
  readonly state: { readonly values: Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>> };
}

/** Written by `digestFormView`. The schedule's fields are kept for when they aren't shown. */
const Kept = z.object({
  edited: z.object({ id: z.string(), ownerId: z.string() }).optional(),
  channelId: z.string(),
  days: z.array(
    z
      .number()
      .int()
      .min(1)
      .max(7)
      .transform((day) => day as Weekday),
  ),
  time: z.string(),
  cron: z.string(),
});

/** What a form holds at the moment, and what it carries. */
export function readFormState({ private_metadata, state }: FormPayload): {
  readonly form: DigestForm;
  readonly context: FormContext;
} {
  const { edited, channelId, ...kept } = Kept.parse(JSON.parse(private_metadata));
  const held = (name: string): ViewStateValue | undefined => state.values[name]?.[name];
  const text = (name: string): string => held(name)?.value ?? '';
  const chosen = (name: string) => held(name)?.selected_options?.map(({ value }) => value);
  const options = chosen(FIELDS.options) ?? [];
  const days = chosen(FIELDS.days)?.map((day) => Number(day) as Weekday);
  const time = held(FIELDS.time);
  const cron = held(FIELDS.cron);
  return {
    form: {
      title: text(FIELDS.title),
      channelId: held(FIELDS.channel)?.selected_conversation ?? '',
      accounts: text(FIELDS.accounts),
      personIds: held(FIELDS.people)?.selected_users ?? [],
      timing: held(FIELDS.timing)?.selected_option?.value === 'cron' ? 'cron' : 'weekly',
      days: days ?? kept.days,
      time: time ? (time.selected_time ?? '') : kept.time,
      cron: cron ? (cron.value ?? '') : kept.cron,
      zone: text(FIELDS.zone),
      chart: options.includes(OPTIONS.chart),
      onlyIfChanged: options.includes(OPTIONS.onlyIfChanged),
      absolute: text(FIELDS.absolute),
      percent: text(FIELDS.percent),
    },
    context: { edited, channelId },
  };
}
