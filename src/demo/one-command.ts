import { isProgress } from './progress-line.ts';
import type { Message, View } from './slack/types.ts';
import type { Workspace } from './slack/workspace-types.ts';
import { renderMessage } from './terminal/render-message.ts';
import { renderView } from './terminal/render-view.ts';

interface Options {
  readonly workspace: Workspace;
  /** As typed in the composer. */
  readonly text: string;
  readonly personId: string;
  readonly channelId: string;
  readonly write: (text: string) => void;
  /** The longest that a modal without anything to submit may take to be filled, milliseconds. */
  readonly fillingMs?: number;
}

/** A little over the app's own 25 s, so that the app's sentence about it is seen. */
const PATIENCE_MS = 30_000;
const FILLING_MS = 10_000;

/**
 * Types one command and prints what the person then sees: a message, or the modal that opened. A line that says that the answer takes longer
 * is printed, too, and the answer waited for.
 * @returns whether an answer came
 */
export async function runOneCommand(options: Options): Promise<boolean> {
  const { workspace, text, personId, channelId, write, fillingMs = FILLING_MS } = options;
  const since = workspace.mark();
  const { error } = await workspace.type({ personId, channelId, text });
  if (error) {
    write(`Slack says: ${error}`);
    return false;
  }
  const look = { width: process.stdout.columns ?? 100, colour: process.stdout.isTTY === true };
  const render = (message: Pick<Message, 'text' | 'blocks'>) => nameMentions(renderMessage(message, look), workspace);
  const isFromApp = ({ authorId }: Message) => authorId === workspace.botUserId;

  const ask = { personId, channelId, since, timeoutMs: PATIENCE_MS };
  try {
    const first = await Promise.any([
      workspace.waitForMessage({ ...ask, matches: isFromApp }),
      workspace.waitForModal({ personId, since, timeoutMs: PATIENCE_MS }),
    ]);
    if ('surface' in first) {
      write(nameMentions(renderView(await afterOpening(first, fillingMs, options), look), workspace));
      write('On the page it can be used: npm run demo');
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

/** A modal opens at once, with a few words, and is filled then; or it is complete already, when nothing more comes. */
function afterOpening(opened: View, timeoutMs: number, { workspace, personId }: Options): Promise<View> {
  if (opened.submit !== undefined) return Promise.resolve(opened);
  const isFilled = ({ hash }: View) => hash !== opened.hash;
  return workspace.waitForModal({ personId, matches: isFilled, timeoutMs }).catch(() => opened);
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
