import { randomUUID } from 'node:crypto';
import { dropOlder } from '../drop-older.ts';
import { randomId } from '../random-id.ts';
import type { SlackFile } from '../types.ts';

/** Files between `files.getUploadURLExternal` and `files.completeUploadExternal`. */
export interface Uploads {
  /** Announces a file of `length` bytes; its bytes are then expected under `key`. */
  announce(file: { readonly name: string; readonly length: number }): { readonly id: string; readonly key: string };
  /** Takes the bytes. Returns false when they were not announced, came before, or are not as many as announced. */
  receive(key: string, bytes: Buffer): boolean;
  /** The file, once its bytes are there; it can be taken once. */
  take(id: string, title: string): SlackFile | undefined;
  /** Whether `take` would find it. */
  has(id: string): boolean;
  /** Drops those announced before this moment (Unix milliseconds) that weren't taken. */
  forget(beforeMs: number): void;
}

/** `now` in Unix milliseconds. */
export function createUploads(now: () => number): Uploads {
  interface Upload {
    readonly id: string;
    readonly name: string;
    readonly length: number;
    readonly at: number;
    content: string | undefined;
  }
  const byKey = new Map<string, Upload>();
  const received = new Map<string, Upload>();

  return {
    announce: ({ name, length }) => {
      const upload = { id: randomId('F', 10), name, length, at: now(), content: undefined };
      const key = randomUUID();
      byKey.set(key, upload);
      return { id: upload.id, key };
    },
    receive: (key, bytes) => {
      const upload = byKey.get(key);
      if (!upload || upload.length !== bytes.length) return false;
      byKey.delete(key);
      upload.content = bytes.toString('utf8');
      received.set(upload.id, upload);
      return true;
    },
    take: (id, title) => {
      const upload = received.get(id);
      if (upload?.content === undefined) return undefined;
      received.delete(id);
      return { id, name: upload.name, title: title || upload.name, content: upload.content };
    },
    has: (id) => received.has(id),
    forget: (beforeMs) => {
      dropOlder(byKey, beforeMs);
      dropOlder(received, beforeMs);
    },
  };
}

/**
 * The bytes of an upload request, which may be the body itself or the one file of a form.
 *
 * @param contentType The request's header; '' when there was none.
 */
export async function readUpload(body: Buffer, contentType: string): Promise<Buffer> {
  if (!contentType.startsWith('multipart/form-data')) return body;

  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  const file = [...form.values()].find((value) => typeof value !== 'string');
  return file === undefined ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer());
}
