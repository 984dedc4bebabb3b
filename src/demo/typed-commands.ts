/** A command, and who types it. */
export interface TypedCommand {
  /** A handle: as typed, in small letters. */
  readonly name: string;
  /** Begins with `/`. */
  readonly text: string;
}

/**
 * Reads what was typed in a terminal: each argument that begins with `/`, or with a name before it (`anders: /followstats list show`),
 * is a command; what stands between belongs to the one before, so that a single command needs no quotes.
 * @param name who types the commands without a name before them
 * @throws {Error} when the first argument is none
 */
export function readTypedCommands(args: readonly string[], name: string): readonly TypedCommand[] {
  const commands: TypedCommand[] = [];
  for (const arg of args) {
    const [, person = name, text] = /^\s*(?:(\w+):\s*)?(\/[\s\S]*)$/.exec(arg) ?? [];
    const last = commands.pop();
    if (text !== undefined) {
      if (last) commands.push(last);
      commands.push({ name: person.toLowerCase(), text: text.trim() });
    } else if (last) {
      commands.push({ ...last, text: `${last.text} ${arg}`.trim() });
    } else {
      throw new Error('a command begins with /, like "/followstats alice bob"');
    }
  }
  return commands;
}
