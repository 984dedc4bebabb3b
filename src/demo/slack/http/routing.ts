import { type Outcome, textAnswer } from './http-answer.ts';
import { readUpload } from './uploads.ts';
import type { ApiRequest } from './web-api-args.ts';

/** Handles the requests of the app, by path. */
export interface Handle {
  /** `/api/METHOD` */
  api(request: ApiRequest): Outcome;
  /** `/response/KEY` */
  response(key: string, body: string): Outcome;
  /** `/upload/KEY`. False when the bytes weren't expected. */
  upload(key: string, bytes: Buffer): boolean;
}

/** A request, wherever it came from. */
interface PlainRequest {
  /** In capital letters. */
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: ApiRequest['headers'];
  readonly body: Buffer;
}

/** What comes of a request: 404 for an unknown path, 405 for another method than POST at a `response_url`. */
export async function answer(handle: Handle, { method, url, headers, body }: PlainRequest): Promise<Outcome> {
  const { pathname, searchParams: query } = readUrl(url);
  const [, room = '', rest = ''] = /^\/(api|response|upload)\/([^/]+)$/.exec(pathname) ?? [];

  switch (room) {
    case 'api':
      return handle.api({ method: rest, query, headers, body });
    case 'response':
      return method === 'POST' ? handle.response(rest, body.toString('utf8')) : textAnswer(405, 'POST only');
    case 'upload': {
      const bytes = await readUpload(body, headers['content-type'] ?? '');
      return handle.upload(rest, bytes) ? textAnswer(200, `OK - ${bytes.length}`) : textAnswer(400, 'Not expected');
    }
    default:
      return textAnswer(404, 'Not found');
  }
}

/** @param url path and query */
export function readUrl(url: string): URL {
  return new URL(`http://localhost${url}`);
}
