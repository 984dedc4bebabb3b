import { mayActAs, type Role } from '../access/rules.ts';
import { SUBCOMMANDS, type Subcommands } from './subcommands.ts';

/** The lines of the help, but for its own; what shows them has words for each. */
export type UsageLine = LineIn<Subcommands>;

type LineIn<Subject> = Subject extends { readonly usage: infer Usage } ? keyof Usage : never;

interface Usage {
  readonly line: UsageLine;
  /** The least role it is shown to; `undefined`: to everyone. */
  readonly role: Role | undefined;
  /** What to type. */
  readonly example: string;
}

const USAGE: readonly Usage[] = SUBCOMMANDS.flatMap(({ usage }) =>
  Object.entries<Omit<Usage, 'line'>>(usage).map(([line, rest]) => ({ line: line as UsageLine, ...rest })),
);

/** Returns the lines for a person with this role, or with none: what everyone is shown first, each in the order of its subjects. */
export function usageFor(role: Role | undefined): readonly Usage[] {
  const forEveryone = USAGE.filter((usage) => usage.role === undefined);
  const further = USAGE.filter((usage) => usage.role !== undefined && mayActAs(role, usage.role));
  return [...forEveryone, ...further];
}
