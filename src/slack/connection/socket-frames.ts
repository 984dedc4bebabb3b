import { z } from 'zod';

/** A request that Slack sends over a socket. */
export interface SocketRequest {
  readonly envelopeId: string;
  readonly body: Record<string, unknown>;
  readonly retryNum: number | undefined;
  readonly retryReason: string | undefined;
}

/** One message of Slack's over a Socket Mode connection, as far as the app needs it. */
export type Frame =
  /** The connection is ready. `connections`: how many the app has then, as far as Slack says. */
  | { readonly kind: 'hello'; readonly connections: number | undefined }
  /** Slack is about to close the connection. */
  | { readonly kind: 'disconnect'; readonly reason: string }
  | ({ readonly kind: 'request' } & SocketRequest)
  /** Nothing the app can do something with. `why` is for the log and holds nothing of the message. */
  | { readonly kind: 'unusable'; readonly why: string; readonly envelopeId: string | undefined };

const OBJECT = z.record(z.string(), z.unknown());
const ENVELOPE_ID = z.string().min(1).max(200);
const OF_REQUEST = {
  envelope_id: ENVELOPE_ID,
  retry_attempt: z.number().optional().catch(undefined),
  retry_reason: z.string().optional().catch(undefined),
};
const FRAME = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), num_connections: z.int().optional().catch(undefined) }),
  z.object({ type: z.literal('disconnect'), reason: z.string().max(100).catch('unknown') }),
  z.object({ type: z.literal('slash_commands'), payload: OBJECT, ...OF_REQUEST }),
  z.object({ type: z.literal('interactive'), payload: OBJECT, ...OF_REQUEST }),
  z.object({
    type: z.literal('events_api'),
    payload: OBJECT.and(z.object({ event: OBJECT.and(z.object({ type: z.string() })) })),
    ...OF_REQUEST,
  }),
]);

/** Reads one message, text or not, of whatever shape. Never throws. */
export function readFrame(data: unknown): Frame {
  if (typeof data !== 'string') return { kind: 'unusable', why: 'it is not text', envelopeId: undefined };
  const json = parse(data);
  if (json === undefined) return { kind: 'unusable', why: 'it is not JSON', envelopeId: undefined };
  const { data: frame, error } = FRAME.safeParse(json);
  if (!frame) return { kind: 'unusable', why: whyNot(error), envelopeId: envelopeIdOf(json) };
  switch (frame.type) {
    case 'hello':
      return { kind: 'hello', connections: frame.num_connections };
    case 'disconnect':
      return { kind: 'disconnect', reason: frame.reason };
    default:
      return {
        kind: 'request',
        envelopeId: frame.envelope_id,
        body: frame.payload,
        retryNum: frame.retry_attempt,
        retryReason: frame.retry_reason,
      };
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function whyNot(error: z.ZodError): string {
  const path = error.issues[0]?.path.join('.') ?? '';
  if (path === '') return 'it is not an object';
  return path === 'type' ? 'its type is unknown' : `its ${path} is not as documented`;
}

/** Slack takes an acknowledgement by this id alone, and sends what is not acknowledged again. */
function envelopeIdOf(json: unknown): string | undefined {
  const { data } = z.object({ envelope_id: ENVELOPE_ID }).safeParse(json);
  return data?.envelope_id;
}
