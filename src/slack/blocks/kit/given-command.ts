/** A command that a button or menu gives when it is used, without `/followstats`. */
export interface GivenCommand {
  /** As a person would type it, e.g. `digest pause 3`. Its text is Slack's: `&`, `<` and `>` escaped, mentions as ids. */
  readonly command: string;
  /**
   * A further command, whose answer stands below: one that shows what was changed, e.g. `digest list`, or the second half of
   * putting a list right: what is put in the place of what is taken out.
   */
  readonly shows?: string | undefined;
}

/**
 * Writes a command into a control's value. A button's value takes 2,000 characters, a menu's 150.
 * @returns what `readGivenCommand` reads back
 */
export function writeGivenCommand({ command, shows }: GivenCommand): string {
  return shows === undefined ? command : `${command}\n${shows}`;
}

/** Reads the value of a control; it comes from a client, so it may be any text. */
export function readGivenCommand(value: string): GivenCommand {
  const [command = '', ...rest] = value.split('\n');
  return { command, shows: rest.length > 0 ? rest.join(' ') : undefined };
}
