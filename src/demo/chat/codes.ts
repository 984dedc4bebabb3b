// The documents give each code's meaning, not its text: these words are ours, and nothing may depend on them.
const MEANING = {
  30001: 'request parameter is invalid',
  30002: 'requested account is illegal',
  30003: 'requested account does not exist',
  30004: 'app admin permission required',
  30005: 'follow feature is not enabled',
  30006: 'server error, please try again',
  30007: 'network timeout, please try again later',
  32100: 'the account follows as many as it may',
  40001: 'request parameter is invalid',
  40002: 'To_Account is missing',
  40003: 'requested account does not exist',
  40009: 'profile tag is unknown',
  60002: 'HTTP parse error',
  60003: 'request JSON parse error',
  60006: 'SDKAppID is invalid',
  60007: 'REST API call frequency exceeds the limit',
  60009: 'request resource error',
  60010: 'app admin permission required',
  60012: 'SDKAppID is missing in the request URL',
  60015: 'account in the request body is not a string',
  60025: 'SDKAppID, identifier, UserSig or contenttype is wrong in the request URL',
  70001: 'UserSig expired',
  70002: 'UserSig is empty',
  70003: 'UserSig is illegal',
  70009: 'UserSig check failed',
  70013: 'identifier does not match the UserSig',
  70014: 'SDKAppID does not match the UserSig',
  70020: 'SDKAppID not found',
  70050: 'UserSig was wrong too often, please try again in a minute',
} as const;

/** A code that the stand-in gives by itself; a fault on the switch may give any other. */
export type ChatCode = keyof typeof MEANING;

/** Words for a documented code, and a plain sentence for any other. */
export function meaningOf(code: number): string {
  return Object.hasOwn(MEANING, code) ? MEANING[code as ChatCode] : `error ${code}`;
}
