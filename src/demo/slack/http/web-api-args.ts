import { ApiError } from '../api-error.ts';
import { isObject, type JsonObject, parseJson } from '../json-values.ts';

/** A request as it came in over HTTP. */
export interface ApiRequest {
  /** The last part of the path, e.g. `chat.postMessage`. */
  readonly method: string;
  readonly query: URLSearchParams;
  readonly headers: { readonly authorization?: string | undefined; readonly 'content-type'?: string | undefined };
  readonly body: Buffer;
}

// Forms hold these as JSON text; every other argument is plain text, even when it happens to look like JSON.
const STRUCTURED = new Set(['attachments', 'blocks', 'files', 'metadata', 'view', 'message']);

/**
 * The arguments of a call and, apart from them, its token: from the Authorization header, or from a form. A token
 * inside a JSON body doesn't count.
 *
 * @throws {ApiError} `invalid_json`, `json_not_object`, `invalid_post_type`.
 */
export function readApiRequest(request: ApiRequest): { readonly token: string | undefined; readonly args: JsonObject } {
  const { token: written, ...args } = { ...fromForm(request.query), ...readBody(request) };
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return { token: bearer ?? (typeof written === 'string' ? written : undefined), args };
}

function readBody({ headers, body }: ApiRequest): JsonObject {
  const text = body.toString('utf8');
  const type = (headers['content-type'] ?? '').split(';')[0];
  if (text === '') return {};
  if (type === 'application/x-www-form-urlencoded') return fromForm(new URLSearchParams(text));
  if (type !== 'application/json') throw new ApiError('invalid_post_type');

  const parsed = parseJson(text);
  if (parsed === undefined) throw new ApiError('invalid_json');
  if (!isObject(parsed)) throw new ApiError('json_not_object');
  const { token: _ignored, ...args } = parsed;
  return args;
}

function fromForm(form: URLSearchParams): JsonObject {
  return Object.fromEntries(
    [...form].map(([name, value]) => [name, STRUCTURED.has(name) ? (parseJson(value) ?? value) : value]),
  );
}
