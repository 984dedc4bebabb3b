import { isProgress } from './progress-line.ts';
import type { Message, View } from './slack/types.ts';
import type { Workspace } from './slack/workspace-types.ts';
import { renderMessage } from './terminal/render-message.ts';

interface Options {
  readonly workspace: Workspace;
  /** As typed in the composer. */
  readonly text: string;
  readonly personId: string;
  readonly channelId: string;
  readonly write: (text: string) => void;
}

/** A little over the app's own 25 s, so that the app's sentence about it is seen. */
const PATIENCE_MS = 30_000;

/**
 * Types one command and prints what the person then sees, or that a form opened. A line that says that the answer takes longer
 * is printed, too, and the answer waited for.
 * @returns whether an answer came
 */
export async function runOneCommand({ workspace, text, personId, channelId, write }: Options): Promise<boolean> {
  const since = workspace.mark();
  const { error } = await workspace.type({ personId, channelId, text });
  if (error) {
    write(`Slack says: ${error}`);
    return false;
  }
  const options = { width: process.stdout.columns ?? 100, colour: process.stdout.isTTY === true };
  const render = (message: Pick<Message, 'text' | 'blocks'>) =>
    nameMentions(renderMessage(message, options), workspace);
  const isFromApp = ({ authorId }: Message) => authorId === workspace.botUserId;

  const ask = { personId, channelId, since, timeoutMs: PATIENCE_MS };
  try {
    const first = await Promise.any([
      workspace.waitForMessage({ ...ask, matches: isFromApp }),
      workspace.waitForModal({ personId, since, timeoutMs: PATIENCE_MS }),
    ]);
    if ('surface' in first) {
      const view = await afterOpening(first, ask, workspace);
      if (view.submit === undefined) write(render({ text: view.title, blocks: view.blocks }));
      else write(`The form “${view.title}” opened. It can be filled in on the page: npm run demo`);
      return true;
    }
    write(render(first));
    if (!isProgress(first)) return true;
    write(render(await workspace.waitForMessage({ ...ask, matches: (m) => isFromApp(m) && !isProgress(m) })));
    return true;
  } catch {
    write('No answer came.');
    return false;
  }
}

/** A form opens at once, without anything to submit, and is filled then; or words take its place. */
function afterOpening(opened: View, ask: Pick<Options, 'personId'>, workspace: Workspace): Promise<View> {
  if (opened.submit !== undefined) return Promise.resolve(opened);
  return workspace.waitForModal({ ...ask, matches: ({ hash }) => hash !== opened.hash });
}

/** Slack's clients show a mention by name; the message itself holds only the id. */
function nameMentions(text: string, { people, userGroups, channels }: Workspace): string {
  const names = [
    ...people.map(({ id, name }) => [`@${id}`, `@${name}`] as const),
    ...userGroups.map(({ id, handle }) => [`@${id}`, `@${handle}`] as const),
    ...channels.map(({ id, name }) => [`#${id}`, `#${name}`] as const),
  ];
  return names.reduce((named, [id, name]) => named.replaceAll(id, name), text);
}
