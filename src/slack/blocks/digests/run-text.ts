import {
  codeOf,
  type ErrorClass,
  errorClass,
  isRepeatedError,
  isUnknownError,
  type PermanentError,
  type RepeatedError,
  type UnknownError,
} from '../../../digests/delivery/permanent-errors.ts';
import { isPause } from '../../../digests/delivery/run-rules.ts';
import type { PauseReason, RunReason, Unrecognized } from '../../../digests/types.ts';
import type { ErrorCode } from '../../../errors.ts';
import { describeFailure } from '../kit/failure-text.ts';
import { clean } from '../kit/inline.ts';

/** Of a word that nobody here knows; ours are shorter. */
const MOST_SHOWN = 60;

interface Words {
  /** A clause without a full stop. */
  readonly what: string;
  /** What to do, a sentence. */
  readonly fix: string;
}

const UPDATE = 'Whoever runs followstats has to update it to see more.';

/** What a newer version wrote. @param what what it is, e.g. `a reason` */
export function describeUnrecognized(what: string, { unrecognized }: Unrecognized): string {
  return `${what} that this version of followstats does not know (${clean(unrecognized, MOST_SHOWN)})`;
}

const TOKEN_FIX = 'Whoever runs followstats has to install it in the workspace again and give it the new token.';

/** Why a digest is paused by something other than Slack, and what to do before it is resumed. */
const PAUSES: Readonly<Record<Exclude<PauseReason, PermanentError | RepeatedError>, Words>> = {
  'by-person': { what: 'a person paused it', fix: 'Nothing else has to be done.' },
  'no-accounts': {
    what: 'it names no account, and its lists are empty or gone',
    fix: 'Add accounts to it or to its lists.',
  },
  unreadable: {
    what: 'what is kept of it cannot be read by this version of followstats',
    fix: 'Whoever runs followstats has to see to that, most likely by an update.',
  },
};

/** What Slack's refusals mean, and what to do; a class without words does not compile. */
const REFUSALS: Readonly<Record<ErrorClass, Words>> = {
  'not-a-member': {
    what: 'followstats is not a member of the channel',
    fix: 'Invite it there: type /invite and the name of the app.',
  },
  'no-channel': {
    what: 'the channel is gone, or private and followstats is not in it',
    fix: 'Invite the app there, or choose another channel.',
  },
  archived: { what: 'the channel is archived', fix: 'Unarchive it, or choose another channel.' },
  restricted: {
    what: 'a setting of the workspace or the channel keeps apps from posting there',
    fix: 'Ask an admin of the workspace, or choose another channel.',
  },
  workspace: {
    what: 'the workspace or its organisation does not let followstats post',
    fix: 'Ask an admin of the workspace to allow the app there.',
  },
  'messages-off': {
    what: 'direct messages with followstats are switched off',
    fix: 'Whoever runs followstats has to switch on its Messages tab.',
  },
  person: {
    what: 'the person it goes to takes no direct messages from followstats',
    fix: 'Choose a channel instead.',
  },
  scope: {
    what: 'followstats may not post in this workspace',
    fix: 'Whoever runs followstats has to install it again with all scopes of its manifest.',
  },
  deactivated: { what: 'the bot of followstats is deactivated', fix: TOKEN_FIX },
  revoked: { what: 'the token of followstats was revoked', fix: TOKEN_FIX },
  expired: { what: 'the token of followstats has expired', fix: TOKEN_FIX },
  token: { what: 'Slack does not take the token of followstats', fix: TOKEN_FIX },
};

/** Of a reason that another version of the app has kept. */
const FOREIGN: Words = {
  what: 'the reason that is kept is not known to this version of followstats',
  fix: 'Whoever runs followstats has to see to that, most likely by an update.',
};

type OtherReason = Exclude<RunReason, ErrorCode | PermanentError | RepeatedError | UnknownError | keyof typeof PAUSES>;

const REASONS: Readonly<Record<OtherReason, string>> = {
  'rate-limited': 'Slack was asked too often',
  'slack-unreachable': 'Slack could not be reached',
  'post-again': 'its owner asked for it again',
  'sign-of-life': 'nothing had changed for a week',
  found: 'Slack’s answer was lost, and the post is in the channel',
  arrived: 'Slack’s answer was lost, and its owner saw the post',
  unchanged: 'nothing had changed',
  'digest-stopped': 'the digest was paused or deleted',
  'slack-refused': 'Slack refused the post',
  broken: 'something went wrong in followstats itself',
  'no-answer': 'Slack never answered',
  'holder-died': 'followstats was stopped while it posted',
  down: 'followstats was not running',
};

/** Why a run is in its state, a clause without a full stop; Slack's own code stands with its refusals. */
export function describeRunReason(reason: RunReason | Unrecognized): string {
  if (typeof reason !== 'string') return describeUnrecognized('a reason', reason);
  if (isUnknownError(reason)) return `Slack refused the post (${codeOf(reason)})`;
  if (isPause(reason) || isOwn(reason)) return describePause(reason).what;
  return isOther(reason) ? REASONS[reason] : describeFailure({ code: reason as ErrorCode }).what;
}

const isOwn = (reason: string): reason is keyof typeof PAUSES => Object.hasOwn(PAUSES, reason);
const isOther = (reason: RunReason): reason is OtherReason => Object.hasOwn(REASONS, reason);

/** Why a digest is paused, a clause without a full stop, with Slack's code where it was Slack; and what to do, a sentence. */
export function describePause(reason: PauseReason | Unrecognized): Words {
  if (typeof reason !== 'string')
    return { what: describeUnrecognized('it is paused for a reason', reason), fix: UPDATE };
  if (isOwn(reason)) return PAUSES[reason];
  if (isRepeatedError(reason)) {
    return {
      what: `Slack refused the last three posts (${codeOf(reason)})`,
      fix: 'Ask the people who run followstats what that means, or choose another channel.',
    };
  }
  const known = errorClass(reason);
  if (!known) return FOREIGN;
  const { what, fix } = REFUSALS[known];
  return { what: `${what} (${reason})`, fix };
}
