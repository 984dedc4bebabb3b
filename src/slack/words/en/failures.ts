/** What people read of failures, in whole sentences. Chat's own codes have words of their own besides, `chat-codes.ts`. */
export const failures = {
  /** What happened. */
  byCode: {
    missing_account: 'Chat doesn’t know this account.',
    rejected_account: 'Chat doesn’t accept this account.',
    needs_admin: 'Chat is turning followstats away.',
    upstream_refused: 'Chat refused this request.',
    throttled: 'Chat is getting too many requests right now.',
    upstream_failed: 'Chat had an error of its own.',
    upstream_timeout: 'Chat didn’t answer in time.',
    upstream_unreachable: 'Chat can’t be reached right now.',
    upstream_status: 'Chat can’t be reached right now.',
    upstream_garbled: 'Chat’s answer couldn’t be read.',
    upstream_changed: 'Chat answered in a way that followstats doesn’t understand yet.',
    incomplete_answer: 'Chat left out the counts of this account.',
    /** For admins; others read that Chat can’t be reached. */
    upstream_resting: 'Chat hasn’t been answering, so followstats waits a little before it asks again.',
    busy: 'Busy: too many questions are waiting.',
    out_of_time: 'There wasn’t enough time to read this.',
    store_unavailable: 'followstats can’t reach its own data right now.',
  },
  /** In the place of `busy`, where it is known how long that takes. */
  busyFor: 'Busy: about {seconds, number} s of questions are waiting.',
  /** What to do about it: for everybody. `admins`: mentions of those who can help. */
  help: {
    spelling: 'Check the spelling and case.',
    again: 'Try again in a minute.',
    againOrTell: 'Try again in a minute, or tell {admins}.',
    againOrTellOperators: 'Try again in a minute. If it keeps failing, tell the people who run followstats.',
    tell: 'Please tell {admins}.',
    tellOperators: 'Please tell the people who run followstats.',
  },
  /** What to do about it: for admins, where no code of Chat’s says more. */
  admins: {
    upstream_timeout: 'If it goes on, look at the network, or give Chat more time with TENCENT_TIMEOUT_MS.',
    upstream_unreachable: 'If it goes on, check the network, the proxy and TENCENT_REGION.',
    upstream_status: 'Something on the way answered instead, most likely a proxy. The log has its HTTP status.',
    upstream_garbled: 'If it goes on, look for a proxy that changes what passes through it.',
    upstream_changed: 'The log says what’s different. Look for a newer version of followstats.',
    upstream_resting: 'The log says how it failed before.',
    store_unavailable: 'The log says why.',
  },
  /** Above what happened, where nothing at all came back. `accounts`: 0 where it isn't known whom it was about. */
  nothingRead:
    '<b>{accounts, plural, =0 {Nothing could be read.} one {This account couldn’t be read.} other {None of the {accounts, number} accounts could be read.}}</b>',
  tryAgain: { text: 'Try again', label: 'Try again: ask Chat once more' },
  unsaved: 'Your change may not have been saved. Check {command} before you try again.',
} as const;
