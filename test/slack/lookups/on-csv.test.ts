import { expect, test } from 'vitest';
import { createOnCsv } from '../../../src/slack/lookups/on-csv.ts';
import { createWebClient } from '../../../src/slack/web-api/web-api.ts';
import { openWorkspace } from '../../demo/slack/open-workspace.ts';
import { openConversation, outcomesOf, report } from '../conversation/open-conversation.ts';
import { openLog } from '../open-log.ts';
import { args, click } from './click.ts';

/** Clicks *CSV*, with a Slack that may refuse to open the direct messages. */
async function download(error?: string) {
  const workspace = await openWorkspace();
  const { apiUrl, credentials } = workspace;
  const [person] = workspace.people;
  if (error) workspace.setFaults([{ kind: 'refuse', method: 'conversations.open', error, times: 1 }]);
  const web = createWebClient({
    botToken: credentials.botToken,
    apiUrl,
    logger: openLog().logger,
    fetch,
    now: Date.now,
  });
  const opened = openConversation({ answer: async () => report });
  const asker = { ...click.asker, personId: person?.id ?? '' };
  await createOnCsv({ ...opened.parts, web, readButtonClick: async () => ({ ...click, asker }) })(args);
  return opened;
}

test('the audit keeps that a file was sent, or why it wasn’t', async () => {
  expect(outcomesOf((await download()).recorded)).toEqual([['done', undefined]]);
  expect(outcomesOf((await download('missing_scope')).recorded)).toEqual([['failed', 'missing_scope']]);
});

test('what breaks after the look-up is apologised for, and in the audit', async () => {
  const { parts, texts, recorded } = openConversation({ answer: async () => report });
  const web = { conversations: { open: () => Promise.reject(new Error('upload broke')) } } as never;
  await createOnCsv({ ...parts, web, readButtonClick: async () => click })(args);
  expect(texts()[0]).toMatch(/^Something went wrong in followstats itself/);
  expect(outcomesOf(recorded)).toEqual([['failed', 'fault-of-the-app']]);
});
