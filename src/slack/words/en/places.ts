/** Why a person can’t have a digest or alerts posted to a conversation: `what` stands in the way and the `fix`, a sentence each. */
export const places = {
  'not-yours': {
    what: 'You aren’t in that conversation, so you can’t have anything posted there.',
    fix: 'Choose a channel that you are in, or your messages with followstats.',
  },
  'not-found': {
    what: 'followstats can’t see that channel. It is gone, or it is private and followstats isn’t in it.',
    fix: 'Invite followstats there first, or choose another channel.',
  },
  'missing-scope': {
    what: 'followstats can’t find out whether you are in that conversation.',
    fix: 'Tell an admin of followstats, or choose your messages with followstats.',
    fixForAdmins: 'Give the Slack app the scopes channels:read, groups:read and im:write.',
  },
  'no-answer': {
    what: 'Slack didn’t say whether you are in that conversation.',
    fix: 'Try again in a minute.',
  },
} as const;
