const lockedOut = 'Slack doesn’t let followstats in.';
const giveToken = 'Install the app in the workspace again, and give followstats the new token.';

/**
 * Why a run is in its state, and why a digest is paused; by the codes that the store keeps. Whole sentences: `what` happened,
 * and the `fix`, which says what to do. What only an operator can do is among the `admins`; others read who can help.
 */
export const runReasons = {
  unrecognized: 'This version of followstats doesn’t know the reason ({word}).',
  /** What a run is that is in such a state. */
  unrecognizedState: 'This version of followstats doesn’t know its state ({word}).',
  rejected: 'Slack refused the post.',
  runs: {
    'rate-limited': 'Slack asked followstats to slow down.',
    'slack-unreachable': 'Slack couldn’t be reached.',
    'post-again': 'Its owner asked for it again.',
    'sign-of-life': 'Nothing had changed for a week, so one line said just that.',
    found: 'Slack’s answer was lost, but the post is there.',
    arrived: 'Slack’s answer was lost, but its owner saw the post.',
    unchanged: 'Nothing had changed.',
    'digest-stopped': 'The digest was paused or deleted.',
    'slack-refused': 'Slack refused the post.',
    broken: 'Something went wrong in followstats itself.',
    'no-answer': 'Slack never answered.',
    'holder-died': 'followstats was stopped in the middle of posting.',
    down: 'followstats wasn’t running.',
  },
  /** Why accounts couldn’t be read then, of what is otherwise said as of now. */
  lookups: {
    needs_admin: 'Chat turned followstats away.',
    throttled: 'Chat was getting too many requests.',
    upstream_unreachable: 'Chat couldn’t be reached.',
    upstream_status: 'Chat couldn’t be reached.',
    upstream_resting: 'Chat hadn’t been answering.',
    store_unavailable: 'followstats couldn’t reach its own data.',
  },
  /** What to do about a run that failed, where it isn’t one of the reasons below. */
  fixes: {
    runAgain: 'Run it again in a while.',
    /** For admins. */
    rejectedCode: 'Slack’s documentation says what this code means.',
    readLog: 'The log of followstats says more.',
  },
  pauses: {
    unrecognized: 'It’s paused for a reason that this version of followstats doesn’t know ({word}).',
    /** A code that another version of the app has kept. */
    unknownCode: 'It’s paused for a reason that this version of followstats doesn’t know.',
    /** For admins: of what another version has kept. */
    update: 'Update followstats to see more.',
    rejectedThrice: 'Slack refused the last three posts.',
    own: {
      'by-person': { what: 'Somebody paused it.', fix: 'Resume it whenever you like.' },
      'no-accounts': {
        what: 'It has no accounts: it names none itself, and its lists are empty or gone.',
        fix: 'Add accounts to it or to its lists.',
      },
      unreadable: { what: 'This version of followstats can’t read what was saved of it.' },
    },
    /** What Slack’s permanent errors mean, by their class. `place`: where it is posted. */
    what: {
      'not-a-member': 'followstats isn’t in {place}.',
      'no-channel': 'followstats can’t see {place}: it’s gone, or private without followstats in it.',
      archived: '{place} is archived.',
      restricted: 'Apps aren’t allowed to post in {place}.',
      workspace: 'This workspace doesn’t allow followstats to post in {place}.',
      'messages-off': 'Direct messages with followstats are switched off.',
      person: 'The person it goes to takes no direct messages from followstats.',
      scope: 'followstats isn’t allowed to post in this workspace.',
      deactivated: lockedOut,
      revoked: lockedOut,
      expired: lockedOut,
      token: lockedOut,
    },
    /** What anybody can do about them. */
    fix: {
      'not-a-member': 'Invite it there with /invite, or choose another channel.',
      'no-channel': 'Invite followstats there, or choose another channel.',
      archived: 'Unarchive it, or choose another channel.',
      restricted: 'Ask an admin of the workspace to allow it, or choose another channel.',
      workspace: 'Ask an admin of the workspace to allow it.',
      person: 'Choose a channel instead.',
    },
    /** What an operator can. */
    admins: {
      'messages-off': 'Switch on the Messages tab in the settings of its Slack app.',
      scope: 'Install the app in the workspace again, with all scopes of its manifest.',
      deactivated: giveToken,
      revoked: giveToken,
      expired: giveToken,
      token: giveToken,
    },
  },
} as const;
