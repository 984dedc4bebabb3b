import { expect, test } from 'vitest';
import type { Workspace } from '../../../../src/demo/slack/workspace-types.ts';
import { ANA, call, HIDDEN, OPEN, openWorkspace } from '../open-workspace.ts';

const CSV = 'account,followers\nálice,3\n';

async function upload(workspace: Workspace, body: string | FormData = CSV) {
  const announced = await call(workspace, 'files.getUploadURLExternal', {
    filename: 'stats.csv',
    length: Buffer.byteLength(CSV),
  });
  const { status } = await fetch(String(announced.upload_url), { method: 'POST', body });
  return { id: String(announced.file_id), status };
}

const complete = (workspace: Workspace, id: string, more: object = { channel_id: OPEN }) =>
  call(workspace, 'files.completeUploadExternal', { files: [{ id, title: 'Stats' }], ...more });

test('an uploaded file appears in the channel once the upload is completed', async () => {
  const workspace = await openWorkspace();
  const { id, status } = await upload(workspace);
  expect(status).toBe(200);
  expect(workspace.messagesFor(ANA.id, OPEN)).toEqual([]);

  expect(await complete(workspace, id, { channel_id: OPEN, initial_comment: 'Here' })).toEqual({
    ok: true,
    files: [{ id, name: 'stats.csv', title: 'Stats' }],
  });
  expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([
    { text: 'Here', files: [{ id, name: 'stats.csv', title: 'Stats', content: CSV }] },
  ]);
});

test('the bytes may come as a form, as the SDK sends them', async () => {
  const workspace = await openWorkspace();
  const form = new FormData();
  form.append('body', new Blob([CSV]), 'stats.csv');
  const { id, status } = await upload(workspace, form);
  await complete(workspace, id);
  expect(status).toBe(200);
  expect(workspace.messagesFor(ANA.id, OPEN)).toMatchObject([{ files: [{ content: CSV }] }]);
});

test('a file without a channel stays private', async () => {
  const workspace = await openWorkspace();
  const { id } = await upload(workspace);
  expect(await complete(workspace, id, {})).toMatchObject({ ok: true });
  expect(workspace.messagesFor(ANA.id, OPEN)).toEqual([]);
});

test('other than the announced number of bytes is refused, and the file is then not there', async () => {
  const workspace = await openWorkspace();
  const { id, status } = await upload(workspace, 'short');
  expect(status).toBe(400);
  expect(await complete(workspace, id)).toEqual({ ok: false, error: 'file_not_found' });
});

test('a channel that can not be written to refuses the call, which can be made again', async () => {
  const workspace = await openWorkspace();
  const { id } = await upload(workspace);
  for (const channel_id of ['#open', ANA.id, HIDDEN]) {
    expect(await complete(workspace, id, { channel_id })).toEqual({ ok: false, error: 'channel_not_found' });
  }
  expect(await complete(workspace, id)).toMatchObject({ ok: true });
  expect(await complete(workspace, id)).toEqual({ ok: false, error: 'file_not_found' });
});

test.each([
  [{ length: 3 }, 'invalid_arguments'],
  [{ filename: 'a.csv', length: 0 }, 'invalid_arguments'],
  [{ filename: 'a.csv', length: 'many' }, 'invalid_arguments'],
  [{ filename: 'a.png', length: 3, alt_txt: 'x'.repeat(1001) }, 'alt_txt_too_large'],
])('announcing %j is refused', async (args, error) => {
  const workspace = await openWorkspace();
  expect(await call(workspace, 'files.getUploadURLExternal', args)).toEqual({ ok: false, error });
});

test('a file that is deleted is gone from the channel, once', async () => {
  const workspace = await openWorkspace();
  const { id } = await upload(workspace);
  expect(await call(workspace, 'files.delete', { file: id })).toMatchObject({ error: 'file_not_found' });
  await complete(workspace, id);
  expect(await call(workspace, 'files.delete', { file: id })).toEqual({ ok: true });
  expect(workspace.messagesFor(ANA.id, OPEN)).toEqual([]);
  expect(await call(workspace, 'files.delete', { file: id })).toMatchObject({ error: 'file_not_found' });
});
