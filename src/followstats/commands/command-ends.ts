import { isErrorCode } from '../../errors.ts';
import type { Authorization, Authorize } from '../access/authorize.ts';
import { APP_FAULT } from '../audit/audit-ending.ts';
import type { AuditOutcome } from '../audit/details.ts';
import type { AuditAction } from '../audit-actions.ts';
import { lookups } from '../reports/subcommand.ts';
import type { Answer, Invocation, RoomOutcome } from './answer.ts';
import { endsOf } from './answer-rows.ts';
import { SUBCOMMANDS, type Subcommands } from './subcommands.ts';

/** What is counted of a command: a subcommand's name, or by what a look-up was asked for that wasn't typed. */
export type CommandKind = Subcommands['names'][number] | (typeof lookups.furtherActions)[number];

/**
 * How a command ended. `wrong`: the person has to put something right. `failed`: the app, Chat or Slack failed, or the answer didn't get
 * there. `busy`: there was too much to do.
 */
export type CommandOutcome = 'answered' | 'refused' | 'wrong' | 'failed' | 'busy';

/** Takes each command of a person's, once, when it has ended. `ms`: how long that took. Never throws. */
export type OnCommandEnded = (command: {
  readonly kind: CommandKind;
  readonly outcome: CommandOutcome;
  readonly ms: number;
}) => void;

/** All kinds, each once. */
export const COMMAND_KINDS: readonly CommandKind[] = [
  ...SUBCOMMANDS.flatMap(({ names }): readonly CommandKind[] => names),
  ...lookups.furtherActions,
];

const isKind = (word: string): word is CommandKind => (COMMAND_KINDS as readonly string[]).includes(word);

/** Those whose first word isn't their kind. `undefined`: no command, like a page that is turned or a field that is changed. */
const OTHER_KINDS: ReadonlyMap<AuditAction, CommandKind | undefined> = new Map<AuditAction, CommandKind | undefined>([
  ['grant', 'allow'],
  // Words that begin with no subcommand's name are a look-up's.
  ['wrong', 'lookup'],
  ['digest-csv', 'csv'],
  ['relations-csv', 'csv'],
  ['digest-form', undefined],
  ['watch-form', undefined],
  ['home', undefined],
  ['relations-page', undefined],
  ['relations-cancel', undefined],
]);

/** The first word of a command's or an action's name, where that is a kind. */
function kindNamedBy(name: string): CommandKind | undefined {
  const [word = ''] = name.split('-');
  return isKind(word) ? word : undefined;
}

/** Returns what an action of the audit counts as; `undefined` for one that is no command. */
export function kindOfAction(action: AuditAction): CommandKind | undefined {
  return OTHER_KINDS.has(action) ? OTHER_KINDS.get(action) : kindNamedBy(action);
}

/** Returns what an invocation counts as; words that are no command count as what they begin with or mean, else as a look-up. */
export function kindOfInvocation({ command, entry }: Pick<Invocation, 'command' | 'entry'>): CommandKind {
  if (entry) return entry;
  if (command.kind !== 'fault') return kindNamedBy(command.kind) ?? 'lookup';
  const [first] = command.fault.beginning ?? [];
  return kindNamedBy(first?.kind === 'text' ? first.text : (command.meant ?? '')) ?? 'lookup';
}

/** Returns how an invocation with this answer ended. */
export function outcomeOfAnswer(answer: Answer | RoomOutcome | { readonly kind: 'apology' }): CommandOutcome {
  if (answer.kind === 'apology') return 'failed';
  if (answer.kind === 'refused') return 'refused';
  if (answer.kind === 'fault') return 'wrong';
  const failed = endsOf(answer as Answer | RoomOutcome).find(({ outcome }) => outcome === 'failed');
  return failed ? outcomeOfFailure(failed.details.why) : 'answered';
}

/** The audit's own words for what went wrong with a way, and not with what was asked. */
const OF_THE_WAY: ReadonlySet<string> = new Set([APP_FAULT, 'ratelimited', 'not-sent', 'not-taken', 'unconfirmed']);

/** All of the audit's own words have hyphens, while the codes of the app, of Slack and of the network have anything else. */
const OWN_WORD = /^[a-z]+(-[a-z]+)*$/;

/** The audit's own words are about what the person asked for, and codes about what failed at it. */
function outcomeOfFailure(why: string | number | undefined): CommandOutcome {
  const word = String(why);
  if (word === 'busy') return 'busy';
  const isAboutAsked = OWN_WORD.test(word) && !isErrorCode(word) && !OF_THE_WAY.has(word);
  return isAboutAsked ? 'wrong' : 'failed';
}

function outcomeOfKept(outcome: AuditOutcome, why: string | number | undefined): CommandOutcome {
  if (outcome === 'refused') return 'refused';
  return outcome === 'failed' ? outcomeOfFailure(why) : 'answered';
}

/**
 * The same authorization, which takes note of what ends with it: a denial, and what its `keep` writes to the audit. For buttons and forms;
 * an invocation takes note of itself.
 * @param now milliseconds
 */
export function withCommandEnds(
  authorize: Authorize,
  onEnded: OnCommandEnded | undefined,
  now: () => number,
): Authorize {
  if (!onEnded) return authorize;
  return async (asker, needed, action, details) => {
    const startedAt = now();
    const authorization = await authorize(asker, needed, action, details);
    const kind = kindOfAction(action);
    if (kind === undefined) return authorization;
    const end = (outcome: CommandOutcome) => onEnded({ kind, outcome, ms: now() - startedAt });
    if (authorization.denial) end('refused');
    const keep: Authorization['keep'] = (outcome, about) => {
      authorization.keep(outcome, about);
      end(outcomeOfKept(outcome, about.why));
    };
    return { ...authorization, keep };
  };
}
