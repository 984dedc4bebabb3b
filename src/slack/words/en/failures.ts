const AGAIN = 'Try again in a minute.';
const TELL = 'If it stays, tell whoever runs followstats.';
const AGAIN_OR_TELL = `${AGAIN} ${TELL}` as const;

/**
 * What people read of failures: `what` happened, a clause without a full stop, and the `fix`, one or two sentences. Chat's
 * own codes have words of their own, `chat-codes.ts`.
 */
export const failures = {
  byCode: {
    missing_account: { what: 'no such account in Chat', fix: 'Check the spelling and case of the UserID.' },
    rejected_account: { what: 'Chat refused the account', fix: 'Check that the UserID is written as in Chat.' },
    needs_admin: { what: 'Chat refused the call', fix: 'An administrator has to check the Chat app.' },
    upstream_refused: { what: 'Chat refused the call', fix: TELL },
    throttled: { what: 'Chat was asked too often', fix: 'Try again in a few seconds.' },
    upstream_failed: { what: 'Chat had an error of its own', fix: AGAIN },
    upstream_timeout: { what: 'Chat did not answer in time', fix: AGAIN_OR_TELL },
    upstream_unreachable: { what: 'Chat could not be reached', fix: AGAIN_OR_TELL },
    upstream_status: { what: 'something between here and Chat answered in its place', fix: AGAIN_OR_TELL },
    upstream_garbled: { what: 'the answer from Chat was unreadable', fix: AGAIN_OR_TELL },
    upstream_changed: { what: 'the answer from Chat has a form this version does not know', fix: TELL },
    incomplete_answer: { what: 'Chat answered without this account’s counts', fix: AGAIN },
    upstream_resting: {
      what: 'Chat has not been answering, so it is left alone for a few seconds',
      fix: `Try again in half a minute. ${TELL}`,
    },
    out_of_time: { what: 'the time for this question ran out', fix: AGAIN },
    store_unavailable: { what: 'followstats could not use its own store', fix: AGAIN_OR_TELL },
  },
  /** What failed last before the end that `limit` says. */
  until: '{what}, until {limit}',
  /** `accounts`: 0 where it isn't known whom it was about. */
  nothingRead:
    '<b>{accounts, plural, =0 {Nothing could be read} one {Nothing could be read} other {Nothing could be read of {accounts} accounts}}</b>: {what}. {fix}',
  nothingReadNeedsAdmin:
    '<b>{accounts, plural, =0 {Nothing could be read} one {Nothing could be read} other {Nothing could be read of {accounts} accounts}}</b>: {what}. {fix} Only whoever runs followstats can do that.',
  tryAgain: { text: 'Try again', label: 'Ask Chat again' },
  unsaved:
    'The change may not have been saved: {what}. Look at {command} before you try again; if it stays, tell whoever runs followstats.',
} as const;
