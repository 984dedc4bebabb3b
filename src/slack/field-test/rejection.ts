import { webApi } from '@slack/bolt';
import type { Rejection } from '../../field-report.ts';
import { ContentRejected, rejectedContentOf } from '../sending/content-rejected.ts';
import { ResponseUrlFailed } from '../sending/response-url.ts';
import { reasonOf } from '../web-api/web-api.ts';

const MOST_MESSAGES = 3;
const LONGEST = 200;
/** Ids of Slack's; those of people and channels are left out. */
const IDS = /\b[A-Z][A-Z0-9]{7,}\b/g;
/** Of a token, cut short below, the rest would not be known for one. */
const TOKENS = /\bx[a-z]{2,4}-[\w.-]+/g;
const ADDRESSES = /\b(?:https?|wss?):\/\/\S+/g;

/**
 * Reads how Slack rejected something.
 * @returns a sentence where it was no answer of Slack's
 */
export function readRejection(error: unknown): Rejection | string {
  if (error instanceof ContentRejected) return { code: error.code, messages: [] };
  // The error's own words begin with the way.
  if (error instanceof ResponseUrlFailed)
    return error.mayBeShown
      ? 'Slack gave no answer.'
      : { code: error.message.replace(/^response_url: /, ''), messages: [] };
  if (error instanceof webApi.WebAPIPlatformError) return { code: reasonOf(error), messages: messagesOf(error.data) };
  const content = rejectedContentOf(error);
  return content === undefined ? `Slack gave no answer: ${reasonOf(error)}.` : { code: content, messages: [] };
}

function messagesOf({ response_metadata }: webApi.WebAPIPlatformError['data']): readonly string[] & string[] {
  const messages: readonly unknown[] = response_metadata?.messages ?? [];
  return messages
    .filter((message) => typeof message === 'string')
    .slice(0, MOST_MESSAGES)
    .map((message) =>
      message.replaceAll(ADDRESSES, '…').replaceAll(TOKENS, '…').replaceAll(IDS, '…').slice(0, LONGEST),
    );
}
