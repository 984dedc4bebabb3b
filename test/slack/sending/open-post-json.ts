import { onTestFinished } from 'vitest';
import { createPostDispatcher, createPostJson, type PostJson } from '../../../src/slack/sending/post-json.ts';

/** Posts as the app does; its connections are closed when the test is over. */
export function openPostJson(): PostJson {
  const dispatcher = createPostDispatcher(undefined);
  onTestFinished(() => dispatcher.destroy());
  return createPostJson(dispatcher);
}
