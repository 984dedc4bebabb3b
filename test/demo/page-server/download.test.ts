import { expect, test } from 'vitest';
import type { Message } from '../../../src/demo/slack/types.ts';
import type { Workspace } from '../../../src/demo/slack/workspace-types.ts';
import { ANA, openWorkspace } from '../slack/open-workspace.ts';
import { openPage } from './open-page.ts';

const FILE = { id: 'F0CSV', name: "ana's ü.csv", title: 'All accounts', content: 'UserID,Followers\nalicé,1\n' };

const MESSAGE: Message = {
  ts: '1700000000.000100',
  channelId: 'C0CLOSED',
  authorId: 'U0FOLLOWBOT',
  text: '',
  blocks: [],
  attachments: [],
  files: [FILE],
  visibleTo: undefined,
  threadTs: undefined,
  version: 1,
};

/** Only Ana sees the message with the file. */
async function openWithFile() {
  const workspace: Workspace = Object.create(await openWorkspace(), {
    messagesFor: { value: (personId: string) => (personId === ANA.id ? [MESSAGE] : []) },
    chosenIn: { value: () => ({}) },
  });
  return openPage({ workspace });
}

test('the state names a file and its size, and holds none of it', async () => {
  const { state } = await openWithFile();
  const { content, ...named } = FILE;
  expect((await state()).messages[0].files).toEqual([{ ...named, size: Buffer.byteLength(content) }]);
});

test('a file is downloaded under its own name, and never opened in the page', async () => {
  const { ask } = await openWithFile();
  expect(await ask('/demo/files/F0CSV')).toMatchObject({
    status: 200,
    body: FILE.content,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''ana%27s%20%C3%BC.csv",
      'x-content-type-options': 'nosniff',
    },
  });
});
