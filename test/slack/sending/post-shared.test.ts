import { expect, test } from 'vitest';
import type { SlackFault } from '../../../src/demo/slack/types.ts';
import { sentences } from '../../../src/slack/blocks/kit/reply.ts';
import { ContentRejected } from '../../../src/slack/sending/content-rejected.ts';
import { createPostShared } from '../../../src/slack/sending/post-shared.ts';
import { readOrigin } from '../../../src/slack/sending/reply-to.ts';
import { ResponseUrlFailed } from '../../../src/slack/sending/response-url.ts';
import { createPostingClient } from '../../../src/slack/web-api/web-api.ts';
import { ANA, BO, OPEN, openWorkspace } from '../../demo/slack/open-workspace.ts';
import { openLog } from '../open-log.ts';
import { readerOf } from '../readers.ts';

const reply = sentences(readerOf(), ['a · 1 follower']);
const used = new ResponseUrlFailed('used_url');

/** Shares where the `response_url` fails so, and `chat.postMessage` perhaps, too. */
async function share(error: Error | undefined, fault?: SlackFault, threadTs?: string) {
  const workspace = await openWorkspace();
  const { apiUrl, credentials } = workspace;
  const { log, logger } = openLog();
  const { botToken } = credentials;
  const posting = createPostingClient({ botToken, apiUrl, logger, fetch, now: Date.now });
  if (fault) workspace.setFaults([fault]);
  const postShared = createPostShared({ posting, readerOf: async () => readerOf(), log });
  const origin = readOrigin({ personId: ANA.id, channelId: OPEN, responseUrl: 'https://x.test/', threadTs });
  const outcome = await postShared(
    origin,
    async () => {
      if (error) throw error;
    },
    reply,
  );
  return { outcome, seen: workspace.messagesFor(BO.id, OPEN) };
}

test('what the response_url takes is posted nowhere else', async () => {
  expect(await share(undefined)).toEqual({ outcome: 'shared', seen: [] });
});

test('what it surely doesn’t take any more the app posts, in the thread it was asked for in', async () => {
  const { outcome, seen } = await share(used, undefined, '1700000000.000100');
  expect(outcome).toBe('shared');
  expect(seen).toMatchObject([{ text: 'a · 1 follower', threadTs: '1700000000.000100', visibleTo: undefined }]);
});

test.each([
  ['it may have taken', new ResponseUrlFailed('no answer', true), 'unconfirmed'],
  ['it rejects for its content', new ContentRejected('invalid_blocks'), 'not-taken'],
  ['a bug got in the way of', new TypeError('x'), 'unconfirmed'],
] as const)('what %s is never posted again', async (_, error, outcome) => {
  expect(await share(error)).toEqual({ outcome, seen: [] });
});

const refuse = (error: string): SlackFault => ({ kind: 'refuse', method: 'chat.postMessage', error });

test.each([
  ['not_in_channel', refuse('not_in_channel'), 'not-member'],
  ['channel_not_found', refuse('channel_not_found'), 'not-member'],
  ['is_archived', refuse('is_archived'), 'not-taken'],
  ['a lost answer', { kind: 'lose-answer', method: 'chat.postMessage', times: 1 }, 'unconfirmed'],
] as const)('chat.postMessage that ends in %s is not repeated', async (_, fault, outcome) => {
  const shared = await share(used, fault);
  expect(shared.outcome).toBe(outcome);
  expect(shared.seen.length).toBeLessThanOrEqual(1);
});
