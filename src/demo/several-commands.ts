import { runOneCommand } from './one-command.ts';
import type { Workspace } from './slack/workspace-types.ts';
import type { TypedCommand } from './typed-commands.ts';

interface Options {
  readonly workspace: Workspace;
  /** Of people who are there. */
  readonly commands: readonly TypedCommand[];
  readonly write: (text: string) => void;
}

/**
 * Types commands in one workspace, each once the one before was answered, and prints each with its answer.
 * @returns whether all were answered
 */
export async function runCommands({ workspace, commands, write }: Options): Promise<boolean> {
  const [channel] = workspace.channels;
  let isAnswered = true;
  for (const { name, text } of commands) {
    const person = workspace.people.find((one) => one.name === name);
    if (!person || !channel) throw new Error(`there is no ${name} in the workspace`);
    write(`${name}: ${text}\n`);
    const came = await runOneCommand({ workspace, text, personId: person.id, channelId: channel.id, write });
    isAnswered &&= came;
    write('');
  }
  return isAnswered;
}
