import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import type { Answer } from '../../../src/followstats/commands/answer.ts';
import { createOnShare } from '../../../src/slack/lookups/on-share.ts';
import { createShareOnce } from '../../../src/slack/lookups/share-once.ts';
import type { PostShared, SharedOutcome } from '../../../src/slack/sending/post-shared.ts';
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

interface Sharing extends Circumstances {
  /** What comes of the public message. */
  readonly outcome?: SharedOutcome;
  readonly clicked?: Partial<typeof click>;
}

/** Clicks *Share* once. `earlier`: how far it got, for the next click. */
async function share({ outcome = 'shared', clicked = {}, ...circumstances }: Sharing) {
  const opened = openConversation(circumstances);
  const shareOnce = createShareOnce(opened.values);
  const posted: Parameters<PostShared>[] = [];
  const postShared: PostShared = async (...given) => {
    posted.push(given);
    return outcome;
  };
  const readButtonClick = async () => ({ ...click, ...clicked });
  const onShare = createOnShare({ ...opened.parts, shareOnce, postShared, readButtonClick });
  const error: unknown = await onShare(args).catch((thrown: unknown) => thrown);
  return { ...opened, posted, error, earlier: await shareOnce.claim(click.answerId) };
}

test('a report goes to the channel, without buttons, and says who shared it; the private one gives way', async () => {
  const { posted, sent, earlier, recorded } = await share({ answer: async () => report });
  const [[, , reply] = []] = posted;
  expect(reply?.text).toContain('Shared by <@U1>');
  expect(objectsIn(reply?.renderings).filter(({ type }) => type === 'button')).toEqual([]);
  expect(sent).toMatchObject([{ text: 'Shared to <#C1>.', options: { replace_original: true } }]);
  expect(objectsIn(sent[0]?.reply.renderings).filter(({ type }) => type === 'actions')).toEqual([]);
  expect(earlier).toBe('shared');
  expect(outcomesOf(recorded)).toEqual([['done', undefined]]);
});

test('what others see is not replaced; where nobody can be linked to the words are others', async () => {
  const asker = { personId: 'U1', channelId: 'D1' };
  const { sent } = await share({ answer: async () => report, clicked: { isEphemeral: false, asker } });
  expect(sent).toMatchObject([{ text: 'Shared in this conversation.', options: {} }]);
});

test.each<[string, Circumstances['answer']]>([
  ['a denial', async () => ({ kind: 'refused', reason: 'no-rule', admins: [] })],
  ['a failure', async () => ({ kind: 'failed', error: new AppError('upstream_timeout', ''), who: resolvedOf('a') })],
  ['a fault', async () => ({ kind: 'fault', fault: { kind: 'nobody' } })],
  ['the apology for a bug', () => Promise.reject(new TypeError('x is not a function'))],
  ['the apology for a bug in rendering', async () => unrenderable],
])('%s is said to the person alone, and *Share* may be clicked again', async (_, answer) => {
  const { posted, sent, earlier } = await share({ answer });
  expect(posted).toEqual([]);
  expect(sent).toHaveLength(1);
  expect(sent[0]?.options?.response_type).toBeUndefined();
  expect(earlier).toBeUndefined();
});

describe('a share that Slack doesn’t take', () => {
  const answer = async (): Promise<Answer> => report;

  test.each<[SharedOutcome, string | undefined, RegExp]>([
    ['unconfirmed', 'pressed', /^Slack didn’t confirm/],
    ['not-taken', undefined, /so it wasn’t shared\. Press Share again/],
    ['not-member', undefined, /followstats isn’t in <#C1>\. Type \/invite @followstats there/],
  ])('(%s) is told as what is known, and the answer stays', async (outcome, earlier, words) => {
    const shared = await share({ answer, outcome });
    expect(shared.earlier).toBe(earlier);
    expect(outcomesOf(shared.recorded)).toEqual([['failed', outcome]]);
    expect(shared.texts()).toEqual([expect.stringMatching(words)]);
    expect(shared.sent[0]?.options).toEqual({});
  });

  test('where nobody can invite it says so without that', async () => {
    const asker = { personId: 'U1', channelId: 'D1' };
    const { texts } = await share({ answer, outcome: 'not-member', clicked: { asker } });
    expect(texts()).toEqual([
      'This answer is too old to be shared here. Type the command again and share the new answer.',
    ]);
  });

  test('is logged also when that can’t be said', async () => {
    const sending = () => Promise.reject(new Error('no way'));
    const { error, sink, recorded } = await share({ answer, outcome: 'not-taken', sending });
    expect(error).toBeUndefined();
    expect(sink.named('a person could not be told what came of sharing an answer')).toHaveLength(1);
    expect(outcomesOf(recorded)).toEqual([['failed', 'not-taken']]);
  });
});
