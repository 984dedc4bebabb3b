import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import type { Answer } from '../../../src/followstats/commands/answer.ts';
import { createOnShare } from '../../../src/slack/lookups/on-share.ts';
import { createShareOnce } from '../../../src/slack/lookups/share-once.ts';
import { ContentRejected } from '../../../src/slack/sending/content-rejected.ts';
import { ResponseUrlFailed } from '../../../src/slack/sending/response-url.ts';
import { resolvedOf } from '../../followstats/reports/sample-lookups.ts';
import { objectsIn } from '../blocks/read-rendering.ts';
import {
  type Circumstances,
  openConversation,
  outcomesOf,
  report,
  unrenderable,
} from '../conversation/open-conversation.ts';
import { args, click } from './click.ts';

/** Clicks *Share* once. `isFree`: whether it may be shared again afterwards. */
async function share(circumstances: Circumstances) {
  const opened = openConversation(circumstances);
  const shareOnce = createShareOnce(opened.values);
  const onShare = createOnShare({ ...opened.parts, shareOnce, readButtonClick: async () => click });
  const error: unknown = await onShare(args).catch((thrown: unknown) => thrown);
  return { ...opened, error, earlier: await shareOnce.claim(click.answerId) };
}

test('a report goes to the channel, without buttons, and says who shared it', async () => {
  const { sent, earlier, recorded } = await share({ answer: async () => report });
  expect(sent).toMatchObject([{ options: { response_type: 'in_channel' } }]);
  expect(sent[0]?.text).toContain('Shared by <@U1>');
  expect(objectsIn(sent[0]?.reply.renderings).filter(({ type }) => type === 'button')).toEqual([]);
  expect(earlier).toBe('shared');
  expect(outcomesOf(recorded)).toEqual([['done', undefined]]);
});

test.each<[string, Circumstances['answer']]>([
  ['a denial', async () => ({ kind: 'refused', reason: 'no-rule', admins: [] })],
  ['a failure', async () => ({ kind: 'failed', error: new AppError('upstream_timeout', ''), who: resolvedOf('a') })],
  ['a fault', async () => ({ kind: 'fault', fault: { kind: 'nobody' } })],
  ['the apology for a bug', () => Promise.reject(new TypeError('x is not a function'))],
  ['the apology for a bug in rendering', async () => unrenderable],
])('%s is said to the person alone, and *Share* may be clicked again', async (_, answer) => {
  const { sent, earlier } = await share({ answer });
  expect(sent).toHaveLength(1);
  expect(sent[0]?.options?.response_type).toBeUndefined();
  expect(earlier).toBeUndefined();
});

const failing = (error: Error): Circumstances => {
  let isFirst = true;
  return {
    answer: async (): Promise<Answer> => report,
    async sending() {
      if (!isFirst) return;
      isFirst = false;
      throw error;
    },
  };
};

describe('a share that Slack doesn’t take', () => {
  test.each<[string, Error, string | undefined, string, RegExp]>([
    ['no answer came', new ResponseUrlFailed('no answer', true), 'pressed', 'unconfirmed', /^Slack didn’t confirm/],
    [
      'Slack said no',
      new ResponseUrlFailed('expired_url'),
      undefined,
      'not-taken',
      /so it was not shared\. Press Share/,
    ],
    [
      'Slack rejected all of it',
      new ContentRejected('x'),
      undefined,
      'not-taken',
      /so it was not shared\. Press Share/,
    ],
  ])('to which %s is what is known', async (_, error, earlier, why, words) => {
    const shared = await share(failing(error));
    expect(shared.earlier).toBe(earlier);
    expect(outcomesOf(shared.recorded)).toEqual([['failed', why]]);
    expect(shared.texts()).toEqual([expect.stringMatching(words)]);
  });

  test('is logged also when that can’t be said', async () => {
    const sending = () => Promise.reject(new ResponseUrlFailed('expired_url'));
    const { error, sink, recorded } = await share({ answer: async () => report, sending });
    expect(error).toBeUndefined();
    expect(sink.named('a person could not be told what came of sharing an answer')).toHaveLength(1);
    expect(outcomesOf(recorded)).toEqual([['failed', 'not-taken']]);
  });
});
