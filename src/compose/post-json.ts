import type { Config } from '../config.ts';
import type { Metrics } from '../ops/metrics/metrics.ts';
import { withPostNotes } from '../slack/note-calls.ts';
import { createPostDispatcher, createPostJson, type PostJson, postThrough } from '../slack/sending/post-json.ts';
import type { ComposeSeams } from './seams.ts';

interface Options {
  readonly config: Pick<Config, 'proxy'>;
  readonly seams: Pick<ComposeSeams, 'fetch'>;
  readonly metrics: Pick<Metrics, 'slackCallEnded'> | undefined;
  /** Takes what has to end when the app does. */
  readonly parts: AsyncDisposableStack;
}

/** Makes what posts to response URLs, counted where there are metrics. A test's `fetch` takes those posts, too. */
export function composePostJson({ config, seams, metrics, parts }: Options): PostJson {
  const dispatcher = createPostDispatcher(config.proxy);
  parts.defer(() => dispatcher.destroy());
  const postJson = seams.fetch ? postThrough(seams.fetch) : createPostJson(dispatcher);
  return metrics ? withPostNotes(postJson, metrics.slackCallEnded) : postJson;
}
