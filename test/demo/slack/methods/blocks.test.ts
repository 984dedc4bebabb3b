import { expect, test } from 'vitest';
import { call, openWorkspace, section } from '../open-workspace.ts';

const FINE = [section('fine')];
const BAD = [section('fine'), section('')];
const at = (start: string) => [expect.objectContaining({ pointer: expect.stringContaining(start) })];

test.each([
  ['valid blocks', { blocks: FINE }, { ok: true }],
  ['a valid message', { message: { blocks: FINE } }, { ok: true }],
  ['invalid blocks', { blocks: BAD }, { ok: false, error: 'invalid_blocks', errors: at('/1/') }],
  [
    'an invalid message',
    { message: { blocks: BAD } },
    { ok: false, error: 'invalid_message', errors: at('/blocks/1/') },
  ],
  ['an invalid view', { view: { type: 'home', blocks: BAD } }, { error: 'invalid_view', errors: at('/blocks/1/') }],
  ['nothing', {}, { ok: false, error: 'invalid_arguments' }],
  ['two things at once', { blocks: FINE, message: { blocks: FINE } }, { ok: false, error: 'invalid_arguments' }],
])('%s', async (_what, args, answer) => {
  const workspace = await openWorkspace();
  expect(await call(workspace, 'blocks.validate', args, '')).toMatchObject(answer);
});

test('what only this workspace refuses is valid all the same', async () => {
  const workspace = await openWorkspace();
  workspace.setFaults([{ kind: 'refuse-blocks', types: ['section'] }]);
  expect(await call(workspace, 'blocks.validate', { blocks: FINE }, '')).toEqual({ ok: true });
});
