import { expect, test } from 'vitest';
import { runOneCommand } from '../../src/demo/one-command.ts';
import { ANA, call, OPEN, openApp, openWorkspace } from './slack/open-workspace.ts';

const plain = (text: string) => ({ type: 'plain_text', text });

/** A command that is typed in a terminal, beside an app that only acknowledges; `app` then does what it likes. */
async function typeInTerminal() {
  const workspace = await openWorkspace();
  const app = await openApp(workspace);
  const written: string[] = [];
  const ran = runOneCommand({
    workspace,
    text: '/followstats fans alice',
    personId: ANA.id,
    channelId: OPEN,
    write: (text) => written.push(text),
    fillingMs: 100,
  });
  await expect.poll(() => app.received.length).toBe(1);
  const open = (view: object) => call(workspace, 'views.open', { trigger_id: app.last().form.trigger_id, view });
  const update = (opened: Awaited<ReturnType<typeof open>>, view: object) =>
    call(workspace, 'views.update', { view_id: (opened.view as { id: string }).id, view });
  return { ran, written, open, update };
}

const list = {
  type: 'modal',
  title: plain('Fans of alice'),
  close: plain('Close'),
  blocks: [
    { type: 'section', text: plain(`12,480 fans, first mentions <@${ANA.id}>`) },
    { type: 'actions', elements: [{ type: 'button', action_id: 'next', text: plain('Next') }] },
  ],
};

test('a form is printed with its title, its fields and its buttons, and where it can be filled in', async () => {
  const { ran, written, open } = await typeInTerminal();
  await open({
    ...list,
    title: plain('New digest'),
    submit: plain('Save'),
    blocks: [{ type: 'input', label: plain('Title'), element: { type: 'plain_text_input', action_id: 'title' } }],
  });
  expect(await ran).toBe(true);
  expect(written.join('\n').replaceAll(/─+/g, '─')).toBe(
    ['─', 'New digest', '─', 'Title', '[ Type a text ]', '─', '[ Close ] [ Save ]', '─']
      .concat('On the page it can be used: npm run demo')
      .join('\n'),
  );
});

test('a modal that opens with a few words and is filled then is printed as it is filled', async () => {
  const { ran, written, open, update } = await typeInTerminal();
  const opened = await open({ ...list, blocks: [{ type: 'section', text: plain('Opening…') }] });
  await update(opened, list);
  expect(await ran).toBe(true);
  expect(written[0]).toContain('Fans of alice');
  expect(written[0]).toContain('12,480 fans');
  expect(written[0]).toContain('[ Next ]');
  expect(written[0]).not.toContain('Opening…');
});

test('one to which nothing more comes is printed as it is', async () => {
  const { ran, written, open } = await typeInTerminal();
  await open(list);
  expect(await ran).toBe(true);
  expect(written[0]).toContain('12,480 fans');
});
