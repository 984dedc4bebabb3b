/** Why a person can't have a digest posted to a conversation: `what` stands in the way and the `fix`, a sentence each. */
export const places = {
  'not-yours': {
    what: 'You aren’t in that conversation, so you can’t have a digest posted there.',
    fix: 'Choose a channel that you are in, or your direct messages with followstats.',
  },
  'not-found': {
    what: 'followstats can’t see that channel: it is gone, or private and the app isn’t in it.',
    fix: 'Invite the app there first, or choose another one.',
  },
  'missing-scope': {
    what: 'followstats can’t find out whether you are in that conversation.',
    fix: 'An admin has to give its Slack app the scopes channels:read, groups:read and im:write.',
  },
  'no-answer': {
    what: 'Slack didn’t say whether you are in that conversation.',
    fix: 'Try again in a minute.',
  },
} as const;
