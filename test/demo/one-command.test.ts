import { expect, test } from 'vitest';
import { runOneCommand } from '../../src/demo/one-command.ts';
import { ANA, call, OPEN, openApp, openWorkspace } from './slack/open-workspace.ts';

test('a command that opens a form says so, and where to fill it in', async () => {
  const workspace = await openWorkspace();
  const app = await openApp(workspace);
  const written: string[] = [];
  const ran = runOneCommand({
    workspace,
    text: '/followstats digest new',
    personId: ANA.id,
    channelId: OPEN,
    write: (text) => written.push(text),
  });
  await expect.poll(() => app.received.length).toBe(1);
  const view = {
    type: 'modal',
    title: { type: 'plain_text', text: 'New digest' },
    submit: { type: 'plain_text', text: 'Save' },
    blocks: [{ type: 'input', label: { type: 'plain_text', text: 'Title' }, element: { type: 'plain_text_input' } }],
  };
  await call(workspace, 'views.open', { trigger_id: app.last().form.trigger_id, view });
  expect(await ran).toBe(true);
  expect(written).toEqual(['The form “New digest” opened. It can be filled in on the page: npm run demo']);
});
