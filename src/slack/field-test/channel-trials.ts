import { toPostOutcome } from '../sending/post-outcome.ts';
import { isSlackError, type PostingClient, type WebClient } from '../web-api/web-api.ts';
import type { Reader } from '../words/reader.ts';
import type { CleanUp } from './clean-up.ts';
import { type Content, contentOf, eachKind, openPoints, wholeReplies } from './contents.ts';
import type { SlackTrials } from './slack-trial.ts';

/** What all trials on Slack work with. */
export interface Bench {
  readonly web: WebClient;
  /** Makes each call once: a 429 is waited for by the trials. */
  readonly posting: PostingClient;
  readonly channelId: string;
  readonly reader: Reader;
  readonly trials: SlackTrials;
  readonly cleanUp: CleanUp;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** How every message of the app's goes out. */
export const toMessage = ({ text, blocks }: Pick<Content, 'text' | 'blocks'>) => ({
  ...{ text, blocks: [...blocks] },
  ...{ mrkdwn: false, unfurl_links: false, unfurl_media: false },
});

/** What is tried of a content by a way. */
export function aboutOf(way: string, words: string, content: Content) {
  const { name, isNeeded } = content;
  return { id: `${way}/${name}`, tried: `${name}, ${words}`, isNeeded, content: contentOf(way, content) };
}

/** Posts to the channel, to be deleted later. Rejects as the call does. */
export async function postIn(
  { posting, channelId, cleanUp }: Pick<Bench, 'posting' | 'channelId' | 'cleanUp'>,
  content: Pick<Content, 'text' | 'blocks'>,
  more: object = {},
) {
  try {
    const posted = await posting.chat.postMessage({ ...toMessage(content), ...more, channel: channelId });
    cleanUp.posted(posted);
    return posted;
  } catch (error) {
    // Without an answer, or with one that is about Slack itself, it may be there.
    if (isSlackError(error) && toPostOutcome(error).kind === 'no-answer') cleanUp.postedSomewhere(content.text);
    throw error;
  }
}

/** The `event_type` of the test's own posts. */
const EVENT = 'followstats_field_test';

/** Sends each kind of block, each whole answer and all of which Slack’s pages leave something open to the channel: new, in a thread, and in another's place. */
export async function tryChannel(bench: Bench): Promise<void> {
  const { posting, channelId, reader, trials, now } = bench;
  const [kinds, wholes] = [eachKind(reader, now()), wholeReplies(reader, now())];

  const post = (content: Pick<Content, 'text' | 'blocks'>, more: object = {}) => postIn(bench, content, more);

  const metadata = { event_type: EVENT, event_payload: { test: 'field' } };
  const first = await trials.attempt(
    { id: 'post/metadata', tried: 'a message with metadata, posted', isNeeded: true },
    () => post({ text: 'followstats field test', blocks: [] }, { metadata }),
  );
  const attempt = (content: Content) => trials.attempt(aboutOf('post', 'posted', content), () => post(content));
  for (const content of kinds) await attempt(content);
  for (const renderings of wholes) await untilTaken(renderings, attempt);
  for (const content of openPoints())
    await trials.attempt({ ...aboutOf('post', 'posted', content), isOpen: !content.isNeeded }, () => post(content));

  const ts = first?.ts;
  for (const content of kinds) {
    const [inThread, inPlace] = [
      aboutOf('thread', 'in a thread', content),
      aboutOf('update', 'in the place of a post', content),
    ];
    if (ts === undefined) {
      for (const about of [inThread, inPlace]) trials.leave(about, 'There is no post to answer or to change.');
      continue;
    }
    await trials.attempt(inThread, () => post(content, { thread_ts: ts }));
    await trials.attempt(inPlace, () => posting.chat.update({ ...toMessage(content), channel: channelId, ts }));
  }
  await tryReading(bench, ts);
}

/** Sends renderings as the app does: the next one where Slack took none so far. */
export async function untilTaken(
  renderings: readonly Content[],
  attempt: (content: Content) => Promise<unknown>,
): Promise<void> {
  for (const content of renderings) if ((await attempt(content)) !== undefined) return;
}

/** The calls by which the app finds its own posts again, and looks who reads a channel. */
async function tryReading({ web, channelId, trials }: Bench, ts: string | undefined): Promise<void> {
  await trials.attempt({ id: 'call/conversations.info', tried: 'conversations.info of the channel' }, () =>
    web.conversations.info({ channel: channelId }),
  );
  await trials.attempt({ id: 'call/conversations.members', tried: 'conversations.members of the channel' }, () =>
    web.conversations.members({ channel: channelId, limit: 100 }),
  );
  const history = await trials.attempt(
    { id: 'call/conversations.history', tried: 'conversations.history of the channel' },
    () => web.conversations.history({ channel: channelId, limit: 200, include_all_metadata: true }),
  );
  const metadata = { id: 'question/metadata', tried: 'whether a post’s metadata is read back' };
  const isThere = history?.messages?.some((message) => message.metadata?.event_type === EVENT);
  if (isThere === undefined) trials.leave(metadata, 'The channel’s messages can’t be read.');
  else trials.answer(metadata, isThere ? 'It is.' : 'It is not.');
  const replies = { id: 'call/conversations.replies', tried: 'conversations.replies of a thread' };
  if (ts === undefined) trials.leave(replies, 'There is no thread.');
  else await trials.attempt(replies, () => web.conversations.replies({ channel: channelId, ts }));
}

/** Whether `blocks.validate`, which knows no workspace, says beforehand what this one takes. */
export async function askValidator({ web, reader, trials, now }: Bench): Promise<void> {
  for (const content of eachKind(reader, now()).slice(1)) {
    const { name, blocks } = content;
    const about = { id: `validate/${name}`, tried: `${name}, asked of blocks.validate`, isOpen: true };
    await trials.attempt(about, () => web.blocks.validate({ blocks: [...blocks] }));
  }
}
