import { access } from '../access/subcommand.ts';
import { changes } from '../changes/subcommand.ts';
import { checks } from '../checks/subcommand.ts';
import { digests } from '../digests/subcommand.ts';
import { help } from '../help/subcommand.ts';
import { histories } from '../history/subcommand.ts';
import { links } from '../links/subcommand.ts';
import { lists } from '../lists/subcommand.ts';
import { relations } from '../relations/subcommand.ts';
import { lookups } from '../reports/subcommand.ts';
import { watches } from '../watches/subcommand.ts';

/**
 * Every subject that commands are about; nothing else lists them. Of names that a misspelled one is equally near the first is
 * offered.
 */
export const SUBCOMMANDS = [
  ...([help, lookups, histories, changes, relations, checks] as const),
  ...([lists, links, digests, watches, access] as const),
] as const;

/** Any one of their tables. */
export type Subcommands = (typeof SUBCOMMANDS)[number];

/** The first words of commands. */
export type SubcommandName = Subcommands['names'][number];

type ReadOf<Subject> = Subject extends { readonly read: (...args: never) => infer Read } ? Read : never;
type FaultIn<Read> = Read extends { readonly fault: infer Fault } ? Fault : never;
type AnswerOf<Subject> = Subject extends {
  readonly answer: (needs: never) => (...args: never) => Promise<infer Answer>;
}
  ? Answer
  : never;
/** A subject's needs, wrapped so that the union of all becomes their intersection. */
type NeedsIn<Subject> = Subject extends { readonly answer: (needs: infer Needs) => unknown }
  ? (needs: Needs) => void
  : never;
type RowsIn<Subject> = Subject extends { readonly commands: infer Rows } ? Rows : never;
type ChangingKind<Rows> = Rows extends unknown
  ? { [Kind in keyof Rows]: Rows[Kind] extends { readonly lookAt: undefined } ? never : Kind }[keyof Rows]
  : never;

/** What a person can ask for. */
export type SubjectCommand = Exclude<ReadOf<Subcommands>, { readonly fault: unknown }>;

/** What each subject may find wrong with what was typed, when it is read or when it is looked up. */
export type SubjectFault = FaultIn<ReadOf<Subcommands>> | FaultIn<AnswerOf<Subcommands>>;

/** What the subjects answer. Of the answers of the digests' room only how they ended is known here. */
export type SubjectAnswer = AnswerOf<Subcommands>;

/** What the answers of all subjects are made of. */
export type SubjectNeeds = NeedsIn<Subcommands> extends (needs: infer Needs) => void ? Needs : never;

/** The commands that change what the store keeps. */
export type ChangeKind = ChangingKind<RowsIn<Subcommands>>;
