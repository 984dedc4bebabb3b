import { z } from 'zod';
import { readWatchId } from '../../digests/watches/types.ts';
import type { WatchForm } from '../../digests/watches/watch-form.ts';
import { RULE_KINDS, WATCH_SPANS } from '../../followstats/watches/rule.ts';
import { WATCH_FIELDS as FIELDS } from '../blocks/watches/watch-form-view.ts';
import { type FormPayload, readMetadata, readPayload, type StateOf } from '../digests/form-payload.ts';

/** What a watch's form holds at the moment, or why that can't be read. */
export type WatchFormState = StateOf<WatchForm>;

/** Written by `watchFormView`. Fields that come and go are kept for when they aren't shown. */
const Kept = z.strictObject({
  edited: z
    .strictObject({ id: z.string().refine((id) => readWatchId(id) !== undefined), ownerId: z.string() })
    .optional(),
  channelId: z.string(),
  followers: z.string(),
  absolute: z.string(),
  percent: z.string(),
  span: z.enum(WATCH_SPANS),
});

/** These stand there or not, by the kind of rule. */
const SOMETIMES: ReadonlySet<string> = new Set([FIELDS.followers, FIELDS.absolute, FIELDS.percent, FIELDS.span]);

const Text = z.object({ value: z.string().nullish() });

/** What Slack says of each field. One that nothing was entered in may be `null` or not there at all. */
const Values = z
  .object({
    [FIELDS.kind]: z.object({ selected_option: z.object({ value: z.enum(RULE_KINDS) }).nullish() }),
    [FIELDS.followers]: Text,
    [FIELDS.absolute]: Text,
    [FIELDS.percent]: Text,
    [FIELDS.span]: z.object({ selected_option: z.object({ value: z.enum(WATCH_SPANS) }).nullish() }),
    [FIELDS.lists]: z.object({ selected_options: z.array(z.object({ value: z.string() })).nullish() }),
    [FIELDS.accounts]: Text,
    [FIELDS.people]: z.object({ selected_users: z.array(z.string()).nullish() }),
    [FIELDS.channel]: z.object({ selected_conversation: z.string().nullish() }),
  })
  .partial();

/** Which watch a form edits, as it says; `undefined`: none, or this version can't read it. */
export function readEditedWatch(metadata: string): string | undefined {
  return readMetadata(metadata, Kept)?.edited?.id;
}

/** Reads a watch's form that the client sent. */
export function readWatchFormState(payload: FormPayload): WatchFormState {
  const read = readPayload(payload, { kept: Kept, values: Values, fields: FIELDS, sometimes: SOMETIMES });
  if (read.kind !== 'read') return read;
  const { edited, channelId, ...kept } = read.kept;
  return { kind: 'form', form: toForm(read.values, kept), context: { edited, channelId } };
}

function toForm(
  values: z.infer<typeof Values>,
  kept: Pick<z.infer<typeof Kept>, 'followers' | 'absolute' | 'percent' | 'span'>,
): WatchForm {
  /** A field that isn't shown has what was kept of it. */
  const textOf = (name: 'followers' | 'absolute' | 'percent') => {
    const field = values[FIELDS[name]];
    return field ? (field.value ?? '') : kept[name];
  };
  return {
    kind: values[FIELDS.kind]?.selected_option?.value ?? 'reaches',
    followers: textOf('followers'),
    absolute: textOf('absolute'),
    percent: textOf('percent'),
    span: values[FIELDS.span]?.selected_option?.value ?? kept.span,
    lists: values[FIELDS.lists]?.selected_options?.map(({ value }) => value) ?? [],
    accounts: values[FIELDS.accounts]?.value ?? '',
    personIds: values[FIELDS.people]?.selected_users ?? [],
    channelId: values[FIELDS.channel]?.selected_conversation ?? '',
  };
}
