import { isPermanentRefusal, type PermanentRefusal } from '../../digests/refusals.ts';
import type { PauseReason, RunReason, Unrecognized } from '../../digests/types.ts';
import type { ErrorCode } from '../../errors.ts';
import { describeFailure } from './failure-text.ts';
import { clean } from './inline.ts';

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

/** Why a digest is paused, and what to do before it is resumed; a reason without words does not compile. */
const PAUSES: Readonly<Record<PauseReason, Words>> = {
  'by-person': { what: 'a person paused it', fix: 'Nothing else has to be done.' },
  'no-accounts': {
    what: 'it names no account, and its lists are empty or gone',
    fix: 'Add accounts to it or to its lists.',
  },
  unreadable: {
    what: 'what is kept of it cannot be read by this version of followstats',
    fix: 'Whoever runs followstats has to see to that, most likely by an update.',
  },
  not_in_channel: {
    what: 'followstats is not a member of the channel',
    fix: 'Invite it there: type /invite and the name of the app.',
  },
  channel_not_found: {
    what: 'the channel is gone, or private and followstats is not in it',
    fix: 'Invite the app there, or choose another channel.',
  },
  is_archived: { what: 'the channel is archived', fix: 'Unarchive it, or choose another channel.' },
  restricted_action: {
    what: 'a setting of the workspace keeps apps from posting there',
    fix: 'Ask an admin of the workspace, or choose another channel.',
  },
  messages_tab_disabled: {
    what: 'direct messages with followstats are switched off',
    fix: 'Whoever runs followstats has to switch on its Messages tab.',
  },
  missing_scope: {
    what: 'followstats may not post in this workspace',
    fix: 'Whoever runs followstats has to install it again with all scopes of its manifest.',
  },
  account_inactive: { what: 'the bot of followstats is deactivated', fix: TOKEN_FIX },
  token_revoked: { what: 'the token of followstats was revoked', fix: TOKEN_FIX },
  invalid_auth: { what: 'Slack does not take the token of followstats', fix: TOKEN_FIX },
};

type OtherReason = Exclude<RunReason, ErrorCode | PermanentRefusal | 'no-accounts' | 'unreadable'>;

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
  if (isPermanentRefusal(reason)) return `${PAUSES[reason].what} (${reason})`;
  if (reason === 'no-accounts' || reason === 'unreadable') return PAUSES[reason].what;
  return isOther(reason) ? REASONS[reason] : describeFailure({ code: reason }).what;
}

const isOther = (reason: RunReason): reason is OtherReason => Object.hasOwn(REASONS, reason);

/** Why a digest is paused, with what to do. */
export function describePause(reason: PauseReason | Unrecognized): Words {
  if (typeof reason !== 'string')
    return { what: describeUnrecognized('it is paused for a reason', reason), fix: UPDATE };
  const { what, fix } = PAUSES[reason];
  return { what: isPermanentRefusal(reason) ? `${what} (${reason})` : what, fix };
}
