import type { ViewStateValue } from '@slack/bolt';
import { z } from 'zod';
import type { ChannelId } from '../../followstats/ids.ts';
import type { FormContext } from '../blocks/digests/digest-form.ts';

/** The part of a view in Slack's payloads that a form is read from. */
export interface FormPayload {
  readonly private_metadata: string;
  readonly state: { readonly values: Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>> };
  readonly blocks: readonly { readonly type: string; readonly block_id?: string }[];
}

/**
 * Where a form was asked for, and whether something is edited in it: all that has to be known of a form before it is known who
 * may use it. '' where the form doesn't say.
 */
export function readFormOrigin(metadata: string): { readonly channelId: ChannelId; readonly isEdit: boolean } {
  const Origin = z.object({ channelId: z.string().catch(''), edited: z.unknown().optional() });
  const { data } = Origin.safeParse(readJson(metadata));
  return { channelId: data?.channelId ?? '', isEdit: data?.edited !== undefined };
}

/** What this version of the app knows of a form: what it carries, what Slack says of its fields, and how those are named. */
interface KnownForm<Kept, Values> {
  readonly kept: z.ZodType<Kept>;
  readonly values: z.ZodType<Values>;
  readonly fields: Readonly<Record<string, string>>;
  /** The fields that stand there or not. */
  readonly sometimes: ReadonlySet<string>;
}

/** A form that can't be read, and which part of it. */
export interface UnreadForm {
  readonly kind: 'other-version';
  readonly unread: 'metadata' | 'fields' | 'values';
}

/** Reads what a form carries. @returns `undefined` for what another version wrote otherwise */
export function readMetadata<Kept>(metadata: string, kept: z.ZodType<Kept>): Kept | undefined {
  return kept.safeParse(readJson(metadata)).data;
}

/** What a form holds at the moment, and what it carries; or which part of it this version of the app can't read. */
export type StateOf<Form> = { readonly kind: 'form'; readonly form: Form; readonly context: FormContext } | UnreadForm;

/** Reads a form that the client sent. Another version of the app may have made it, so that anything in it may be different. */
export function readPayload<Kept, Values>(
  { private_metadata, state, blocks }: FormPayload,
  { kept, values, fields, sometimes }: KnownForm<Kept, Values>,
): { readonly kind: 'read'; readonly kept: Kept; readonly values: Values } | UnreadForm {
  const metadata = readMetadata(private_metadata, kept);
  if (metadata === undefined) return { kind: 'other-version', unread: 'metadata' };
  const names = Object.values(fields);
  if (!hasFields(blocks, names, sometimes)) return { kind: 'other-version', unread: 'fields' };
  const read = values.safeParse(Object.fromEntries(names.map((name) => [name, state.values[name]?.[name]])));
  if (!read.success) return { kind: 'other-version', unread: 'values' };
  return { kind: 'read', kept: metadata, values: read.data };
}

/** Whether a form has every field that this version's has, and no other. */
function hasFields(blocks: FormPayload['blocks'], names: readonly string[], sometimes: ReadonlySet<string>): boolean {
  const found = blocks.flatMap(({ type, block_id: id }) => (type === 'input' ? [id ?? ''] : []));
  return (
    names.every((name) => sometimes.has(name) || found.includes(name)) && found.every((name) => names.includes(name))
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
