import { z } from 'zod';
import { readWatchId } from '../../digests/watches/types.ts';
import type { WatchForm } from '../../digests/watches/watch-form.ts';
import { RULE_KINDS, WATCH_SPANS } from '../../followstats/watches/rule.ts';
import { WATCH_FIELDS as FIELDS, type WatchFormContext } from '../blocks/watches/watch-form-view.ts';
import type { FormPayload } from '../digests/digest-form-state.ts';

/** What a form holds at the moment, and what it carries; or which part of it this version of the app can't read. */
export type WatchFormState =
  | { readonly kind: 'form'; readonly form: WatchForm; readonly context: WatchFormContext }
  | { readonly kind: 'other-version'; readonly unread: 'metadata' | 'fields' | 'values' };

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

const { followers, absolute, percent, span, ...always } = FIELDS;
/** These stand there or not, by the kind of rule. */
const SOMETIMES: ReadonlySet<string> = new Set([followers, absolute, percent, span]);
const ALWAYS: readonly string[] = Object.values(always);

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

/** Reads a form that the client sent. Another version of the app may have made it, so that anything in it may be different. */
export function readWatchFormState({ private_metadata, state, blocks }: FormPayload): WatchFormState {
  const metadata = Kept.safeParse(readJson(private_metadata));
  if (!metadata.success) return { kind: 'other-version', unread: 'metadata' };
  if (!hasOurFields(blocks)) return { kind: 'other-version', unread: 'fields' };
  const names = Object.values(FIELDS);
  const read = Values.safeParse(Object.fromEntries(names.map((name) => [name, state.values[name]?.[name]])));
  if (!read.success) return { kind: 'other-version', unread: 'values' };
  const { edited, channelId, ...kept } = metadata.data;
  return { kind: 'form', form: toForm(read.data, kept), context: { edited, channelId } };
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

/** Whether the form has every field that this version's has, and no other. */
function hasOurFields(blocks: FormPayload['blocks']): boolean {
  const names = blocks.flatMap(({ type, block_id: id }) => (type === 'input' ? [id ?? ''] : []));
  return (
    ALWAYS.every((name) => names.includes(name)) && names.every((name) => ALWAYS.includes(name) || SOMETIMES.has(name))
  );
}

/** @returns `undefined` for what is no JSON */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
