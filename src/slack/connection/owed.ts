import { z } from 'zod';

/** Who was acknowledged and is owed an answer. Holds no secret: what answers the request through Slack's URL would be one. */
const Owed = z.object({
  personId: z.string(),
  /** Where they asked; '' for no conversation. */
  channelId: z.string(),
  /** Unix milliseconds. */
  askedAt: z.number(),
  /** When the replica that has the request last said that it goes on, Unix milliseconds. */
  at: z.number(),
});
/** One of those. */
export type Owed = Readonly<z.infer<typeof Owed>>;

/** Slack's payloads that a person waits for the answer of, as far as that matters. */
const Waiting = z.union([
  z.object({ command: z.string(), user_id: z.string(), channel_id: z.string().default('') }),
  z.object({
    type: z.literal('block_actions'),
    user: z.object({ id: z.string() }),
    // In a form or a Home the person sees that nothing came of it, and presses again.
    container: z.object({ type: z.literal('message') }),
    channel: z.object({ id: z.string() }).optional(),
  }),
  z.object({
    type: z.enum(['message_action', 'view_submission']),
    user: z.object({ id: z.string() }),
    channel: z.object({ id: z.string() }).optional(),
  }),
]);

/** The person who waits for the answer to a request; `undefined` when none does. */
export function owedTo(body: Record<string, unknown>): Pick<Owed, 'personId' | 'channelId'> | undefined {
  const { data } = Waiting.safeParse(body);
  if (!data) return undefined;
  if ('command' in data) return { personId: data.user_id, channelId: data.channel_id };
  return { personId: data.user.id, channelId: data.channel?.id ?? '' };
}

/** Reads it as the store has it. @returns `undefined` for what another version of the app may have written */
export function readOwed(value: string): Owed | undefined {
  try {
    return Owed.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}
