import { causeOf, type ErrorCode, type Failure, type UpstreamFault } from '../../../errors.ts';
import type { Reader } from '../../words/reader.ts';
import { clean, type Inline, type Sentence } from './inline.ts';
import { joinSentences } from './join-sentences.ts';
import { mentionAdmins } from './mention-people.ts';

/** A failure in the reader's words, in whole sentences. Safe to show: untrusted parts are cleaned. */
export interface FailureText {
  /** What happened. */
  readonly what: Sentence;
  /** What this reader can do about it. */
  readonly fix: Sentence;
  /** Chat's own code, by which an operator can search; `undefined` where there is none. */
  readonly code: Inline | undefined;
}

/** Chat's own text is cut here, code points. */
const INFO_LENGTH = 120;

/** What anybody can do about a failure, by its code. */
const HELP = {
  missing_account: 'spelling',
  rejected_account: 'spelling',
  needs_admin: 'tell',
  upstream_refused: 'tell',
  throttled: 'againOrTell',
  upstream_failed: 'again',
  upstream_timeout: 'againOrTell',
  upstream_unreachable: 'againOrTell',
  upstream_status: 'againOrTell',
  upstream_garbled: 'againOrTell',
  upstream_changed: 'tell',
  incomplete_answer: 'again',
  upstream_resting: 'againOrTell',
  busy: 'again',
  out_of_time: 'again',
  store_unavailable: 'againOrTell',
} as const satisfies Record<ErrorCode, 'spelling' | 'again' | 'againOrTell' | 'tell'>;

/**
 * A failure in words: what happened, and what fits the reader's role. What an operator has to do only admins read.
 * @param again what to do where it may pass, in the place of trying again in a minute
 */
export function describeFailure(reader: Reader, failure: Failure, again?: Sentence): FailureText {
  const { code, upstream, waitMs } = causeOf(failure);
  // That the app waits for Chat by itself is for those who run it.
  const isRest = code === 'upstream_resting' && reader.role !== 'admin';
  const general = reader.words.failures.byCode[isRest ? 'upstream_unreachable' : code];
  const said = wordsOfCode(reader, upstream) ?? general;
  return {
    what: waitMs === undefined ? said() : reader.words.failures.busyFor({ seconds: Math.ceil(waitMs / 1000) }),
    fix:
      reader.role === 'admin'
        ? helpForAdmin(reader, { code, upstream }, again)
        : helpForAnyone(reader, HELP[code], again),
    code: upstream === undefined ? undefined : { code: `${upstream.code}` },
  };
}

/** Whether Chat's own code says what happened, in words of its own. */
export function hasOwnWords(reader: Reader, failure: Failure): boolean {
  return wordsOfCode(reader, causeOf(failure).upstream) !== undefined;
}

function wordsOfCode({ words }: Reader, upstream: UpstreamFault | undefined): (() => Sentence) | undefined {
  const people: Partial<Record<number, () => Sentence>> = words.chatCodes.people;
  return upstream && !upstream.about ? people[upstream.code] : undefined;
}

/** Asking again later may help. */
const mayPass = (kind: (typeof HELP)[ErrorCode]): boolean => kind === 'again' || kind === 'againOrTell';

/** All of it on one line: what happened, what to do, the code. */
export function failureSentence(reader: Reader, failure: Failure): Sentence {
  const { what, fix, code } = describeFailure(reader, failure);
  return joinSentences(reader, what, fix, code === undefined ? undefined : [code]);
}

/** Whom to turn to: the admins by name, where the reader may know them. */
function helpForAnyone(reader: Reader, kind: (typeof HELP)[ErrorCode], again: Sentence | undefined): Sentence {
  const { help } = reader.words.failures;
  if (again && mayPass(kind)) return again;
  if (kind === 'spelling' || kind === 'again') return help[kind]();
  return reader.admins.length > 0 ? help[kind]({ admins: mentionAdmins(reader) }) : help[`${kind}Operators`]();
}

/** What an operator has to do, behind what happened; whether asking again may help is said first. */
function helpForAdmin(
  reader: Reader,
  { code, upstream }: Pick<Failure, 'code' | 'upstream'>,
  instead: Sentence | undefined,
): Sentence {
  const { help, admins } = reader.words.failures;
  const kind = HELP[code];
  const again = mayPass(kind) ? (instead ?? help.again()) : undefined;
  if (upstream) return joinSentences(reader, again, ...sayUpstream(reader, upstream));
  const operators: Partial<Record<ErrorCode, () => Sentence>> = admins;
  const own = operators[code]?.();
  return joinSentences(reader, again ?? (own ? undefined : help[kind === 'spelling' ? kind : 'again']()), own);
}

function sayUpstream({ words: { chatCodes } }: Reader, { code, about, info }: UpstreamFault): readonly Sentence[] {
  const admins: Partial<Record<number, () => Sentence>> = chatCodes.admins;
  const say = about ? chatCodes.unknownFromAccount : (admins[code] ?? chatCodes.undocumented);
  return [say(), ...(info ? [chatCodes.info({ info: clean(info, INFO_LENGTH) })] : [])];
}
