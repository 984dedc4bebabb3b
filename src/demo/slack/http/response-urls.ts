import { randomBytes } from 'node:crypto';
import { ApiError } from '../api-error.ts';
import { dropOlder } from '../drop-older.ts';
import type { InstalledApp } from '../installed-app.ts';
import { flagOf, isObject, type JsonObject, parseJson, textOf } from '../json-values.ts';
import { readContent } from '../messages/message-content.ts';
import type { Messages } from '../messages/messages.ts';
import type { CallLog } from './call-log.ts';
import type { Faults } from './faults.ts';
import { answerFault, type HttpAnswer, jsonAnswer, type Outcome, textAnswer } from './http-answer.ts';

// Slack, "Handling user interaction": "up to 5 times within 30 minutes".
const MAX_USES = 5;
const LIFETIME_MS = 30 * 60_000;

/** Whom and what a `response_url` answers. */
interface Occasion {
  readonly personId: string;
  readonly channelId: string;
  /** The message whose button was clicked. */
  readonly originalTs?: string;
}

export interface ResponseUrls {
  issue(occasion: Occasion): string;
  /** Answers a request to such an address. `key` is the part after the prefix. */
  use(key: string, body: string): Outcome;
  /** Drops those issued before this moment (Unix milliseconds): they are invalid from here on, and no longer expired. */
  forget(beforeMs: number): void;
}

interface Options {
  readonly app: InstalledApp;
  readonly messages: Messages;
  readonly faults: Faults;
  readonly calls: CallLog;
  readonly now: () => number;
  /** What the addresses begin with. */
  readonly prefix: string;
}

/** A use that is rejected leaves the count as it was: only what was shown counts. */
export function createResponseUrls({ app, messages, faults, calls, now, prefix }: Options): ResponseUrls {
  const issued = new Map<string, { readonly occasion: Occasion; readonly at: number; uses: number }>();

  const show = (occasion: Occasion, args: JsonObject): void => {
    const { personId, channelId, originalTs } = occasion;
    faults.judge('response_url', args);
    const deletes = flagOf(args, 'delete_original') && originalTs !== undefined;
    // Beside delete_original a message is optional; "if provided, it will be posted as a brand new message".
    const isEmpty = textOf(args, 'text') === '' && args.blocks === undefined;
    const content = deletes && isEmpty ? undefined : readContent(args, faults);

    if (deletes) messages.remove(originalTs);
    if (!content) return;
    // A slash command has no original: Slack then posts a new message (bolt-js#2287, bolt-python#1268).
    const replaces = !deletes && flagOf(args, 'replace_original') && originalTs !== undefined;
    if (replaces && messages.replace(originalTs, content)) return;

    messages.post({
      ...content,
      channelId,
      authorId: app.botUserId,
      visibleTo: textOf(args, 'response_type') === 'in_channel' ? undefined : personId,
      threadTs: textOf(args, 'thread_ts') || undefined,
    });
  };

  const answer = (key: string, args: unknown): HttpAnswer => {
    const url = issued.get(key);
    if (!url) return jsonAnswer(404, { ok: false, error: 'invalid_url' });
    if (now() - url.at > LIFETIME_MS) return jsonAnswer(404, { ok: false, error: 'expired_url' });
    if (url.uses >= MAX_USES) return jsonAnswer(404, { ok: false, error: 'used_url' });
    if (!isObject(args)) return textAnswer(400, 'invalid_payload');
    try {
      show(url.occasion, args);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return textAnswer(400, error.error);
    }
    url.uses += 1;
    return textAnswer(200, 'ok');
  };

  return {
    issue: (occasion) => {
      const key = randomBytes(24).toString('base64url');
      issued.set(key, { occasion, at: now(), uses: 0 });
      return prefix + key;
    },
    use: (key, body) => {
      const args = parseJson(body);
      const fault = faults.take('response_url', isObject(args) ? args : {});
      const given = fault ? answerFault(fault, () => answer(key, args), 404) : answer(key, args);
      calls.add({ method: 'response_url', args: isObject(args) ? args : {}, outcome: given });
      return given;
    },
    forget: (beforeMs) => dropOlder(issued, beforeMs),
  };
}
