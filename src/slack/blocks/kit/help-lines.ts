import type { Role } from '../../../followstats/access/rules.ts';
import type { Words } from '../../words/words.ts';
import type { Inline, Sentence } from './inline.ts';
import { typed } from './typed.ts';

/** A line of help: an example of a command, and what it does. */
export interface HelpLine {
  /** Lines for viewers are shown to everyone, so that a person without a role knows what to ask an admin for. */
  readonly needs: Role;
  /** The example, without the command's own name. */
  readonly example: string;
  readonly says: (help: Words['help']) => (args: { readonly command: Inline }) => Sentence;
}

/** A line of help in words. */
export function toHelpSentence({ help }: Words, { example, says }: HelpLine): Sentence {
  return says(help)({ command: typed(example) });
}
