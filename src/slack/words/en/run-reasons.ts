const askOperator = 'Whoever runs followstats has to see to that, most likely by an update.';
const giveToken = 'Whoever runs followstats has to install it in the workspace again and give it the new token.';

/**
 * Why a run is in its state, and why a digest is paused; by the codes that the store keeps. Each `what` is a clause without a
 * full stop, which follows a colon; each `fix` a sentence.
 */
export const runReasons = {
  unrecognized: 'a reason that this version of followstats does not know ({word})',
  /** What a run is that is in such a state. */
  unrecognizedState: 'in a state that this version of followstats does not know ({word})',
  rejected: 'Slack refused the post ({code})',
  runs: {
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
  },
  pauses: {
    unrecognized: {
      what: 'it is paused for a reason that this version of followstats does not know ({word})',
      fix: 'Whoever runs followstats has to update it to see more.',
    },
    /** A code that another version of the app has kept. */
    unknownCode: { what: 'the reason that is kept is not known to this version of followstats', fix: askOperator },
    rejectedThrice: {
      what: 'Slack refused the last three posts ({code})',
      fix: 'Ask the people who run followstats what that means, or choose another channel.',
    },
    own: {
      'by-person': { what: 'a person paused it', fix: 'Nothing else has to be done.' },
      'no-accounts': {
        what: 'it names no account, and its lists are empty or gone',
        fix: 'Add accounts to it or to its lists.',
      },
      unreadable: {
        what: 'what is kept of it cannot be read by this version of followstats',
        fix: askOperator,
      },
    },
    /** What Slack’s permanent errors mean, by their class; `code` is Slack’s own. */
    errors: {
      'not-a-member': {
        what: 'followstats is not a member of the channel ({code})',
        fix: 'Invite it there: type /invite and the name of the app.',
      },
      'no-channel': {
        what: 'the channel is gone, or private and followstats is not in it ({code})',
        fix: 'Invite the app there, or choose another channel.',
      },
      archived: { what: 'the channel is archived ({code})', fix: 'Unarchive it, or choose another channel.' },
      restricted: {
        what: 'a setting of the workspace or the channel keeps apps from posting there ({code})',
        fix: 'Ask an admin of the workspace, or choose another channel.',
      },
      workspace: {
        what: 'the workspace or its organisation does not let followstats post ({code})',
        fix: 'Ask an admin of the workspace to allow the app there.',
      },
      'messages-off': {
        what: 'direct messages with followstats are switched off ({code})',
        fix: 'Whoever runs followstats has to switch on its Messages tab.',
      },
      person: {
        what: 'the person it goes to takes no direct messages from followstats ({code})',
        fix: 'Choose a channel instead.',
      },
      scope: {
        what: 'followstats may not post in this workspace ({code})',
        fix: 'Whoever runs followstats has to install it again with all scopes of its manifest.',
      },
      deactivated: { what: 'the bot of followstats is deactivated ({code})', fix: giveToken },
      revoked: { what: 'the token of followstats was revoked ({code})', fix: giveToken },
      expired: { what: 'the token of followstats has expired ({code})', fix: giveToken },
      token: { what: 'Slack does not take the token of followstats ({code})', fix: giveToken },
    },
  },
} as const;
