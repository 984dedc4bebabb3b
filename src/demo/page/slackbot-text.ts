import type { Delivery } from '../slack/types.ts';

const COMMANDS_BEGIN_SO =
  'In Slack, all messages that start with the “/” character are interpreted as commands. To send a message instead, put a space before the “/”.';

/** What Slackbot says to the person when a command could not be run; undefined when it was. */
export function toSlackbotText(typed: string, { error }: Delivery): string | undefined {
  if (error === undefined) return undefined;
  const command = typed.trimStart().split(/\s/, 1)[0] ?? '';
  if (!command.startsWith('/')) return `Your message could not be sent: ${error}.`;
  if (/^\w+$/.test(error)) return `${command} failed with the error “${error}”.`;
  return error.endsWith('is not a valid command') ? `${error}. ${COMMANDS_BEGIN_SO}` : error;
}
