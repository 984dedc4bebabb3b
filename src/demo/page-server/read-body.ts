import type { IncomingMessage } from 'node:http';
import type { FieldInput } from '../slack/types.ts';
import { BadInput } from './bad-input.ts';

/** Bytes. Slack cuts a message at 40 000 characters; this holds that many of any language. */
const MAX_BODY = 256 * 1024;

/** The JSON object a request carries. Throws `BadInput` when it carries something else, or more than `MAX_BODY`. */
export async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  // A form of another site can't send this type without a preflight request, and no route here answers one.
  if (request.headers['content-type']?.split(';')[0] !== 'application/json') {
    throw new BadInput('The body must be application/json.');
  }
  const body = parseJson(await readAll(request));
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new BadInput('The body must be a JSON object.');
  }
  return { ...body };
}

/** A field that must be there and hold text. */
export function textOf(body: Readonly<Record<string, unknown>>, field: string): string {
  const value = body[field];
  if (typeof value !== 'string' || value === '') throw new BadInput(`"${field}" must be a text that is not empty.`);
  return value;
}

/** A field that must be there and be true or false. */
export function flagOf(body: Readonly<Record<string, unknown>>, field: string): boolean {
  const value = body[field];
  if (typeof value !== 'boolean') throw new BadInput(`"${field}" must be true or false.`);
  return value;
}

/** A field that must be there and hold milliseconds, whole, from 1 on. */
export function durationOf(body: Readonly<Record<string, unknown>>, field: string, most: number): number {
  const value = body[field];
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new BadInput(`"${field}" must be a whole number from 1 to ${most}.`);
}

/** A field that may be there and then holds text. */
export function optionalTextOf(body: Readonly<Record<string, unknown>>, field: string): string | undefined {
  return body[field] === undefined ? undefined : textOf(body, field);
}

/** Which element of a message or view: by its `actionId`, and its block when that is given. */
export function elementOf(body: Readonly<Record<string, unknown>>): {
  readonly actionId: string;
  readonly blockId?: string;
} {
  const blockId = optionalTextOf(body, 'blockId');
  return { actionId: textOf(body, 'actionId'), ...(blockId !== undefined && { blockId }) };
}

/** What a person puts into a field: text, a number, several texts, or null. */
export function inputOf(body: Readonly<Record<string, unknown>>, field: string): FieldInput {
  const value = body[field];
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  throw new BadInput(`"${field}" must be a text, a number, a list of texts or null.`);
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Leaving the loop early must not close the connection: the error answer still has to go out on it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > MAX_BODY) throw new BadInput(`The body is larger than ${MAX_BODY / 1024} KiB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BadInput('The body is not JSON.', { cause });
  }
}
