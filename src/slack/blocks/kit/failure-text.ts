import type { ErrorCode, Failure } from '../../../errors.ts';
import { clean } from './inline.ts';

interface Words {
  /** What happened, a clause without a full stop. */
  readonly what: string;
  /** What to do, one sentence. */
  readonly fix: string;
}

const AGAIN = 'Try again in a minute.';
const TELL = 'If it stays, tell whoever runs followstats.';

/** A missing key is a compile error: no failure reaches a person without words. */
const WORDS: Readonly<Record<ErrorCode, Words>> = {
  missing_account: { what: 'no such account in Chat', fix: 'Check the spelling and case of the UserID.' },
  rejected_account: { what: 'Chat refused the account', fix: 'Check that the UserID is written as in Chat.' },
  needs_admin: { what: 'Chat refused the call', fix: 'An administrator has to check the Chat app.' },
  upstream_refused: { what: 'Chat refused the call', fix: TELL },
  throttled: { what: 'Chat was asked too often', fix: 'Try again in a few seconds.' },
  upstream_failed: { what: 'Chat had an error of its own', fix: AGAIN },
  upstream_timeout: { what: 'Chat did not answer in time', fix: `${AGAIN} ${TELL}` },
  upstream_unreachable: { what: 'Chat could not be reached', fix: `${AGAIN} ${TELL}` },
  upstream_status: { what: 'something between here and Chat answered in its place', fix: `${AGAIN} ${TELL}` },
  upstream_garbled: { what: 'the answer from Chat was unreadable', fix: `${AGAIN} ${TELL}` },
  upstream_changed: { what: 'the answer from Chat has a form this version does not know', fix: TELL },
  incomplete_answer: { what: 'Chat answered without this account’s counts', fix: AGAIN },
  upstream_resting: {
    what: 'Chat has not been answering, so it is left alone for a few seconds',
    fix: `Try again in half a minute. ${TELL}`,
  },
  out_of_time: { what: 'the time for this question ran out', fix: AGAIN },
  store_unavailable: { what: 'followstats could not use its own store', fix: `${AGAIN} ${TELL}` },
};

/** A failure in words, with Chat's own code where there is one. Safe to show: untrusted parts are cleaned. */
export function describeFailure({ code, upstream, lastFailure }: Failure): Words {
  if (lastFailure) {
    const { what, fix } = describeFailure(lastFailure);
    return { what: `${what}, until ${WORDS[code].what}`, fix };
  }
  if (!upstream) return WORDS[code];
  const info = upstream.info ? `: “${clean(upstream.info, 120)}”` : '';
  return { what: `${upstream.what} (${upstream.code}${info})`, fix: upstream.fix };
}
