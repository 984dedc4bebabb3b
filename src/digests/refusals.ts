/** Slack's errors that no waiting mends: the digest is paused and its owner told, once. Slack's own codes, as it sends them. */
const PERMANENT_REFUSALS = [
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
  'messages_tab_disabled',
  'missing_scope',
  'account_inactive',
  'token_revoked',
  'invalid_auth',
] as const;

export type PermanentRefusal = (typeof PERMANENT_REFUSALS)[number];

/** Tells whether Slack's error code is one of them. */
export function isPermanentRefusal(code: string | undefined): code is PermanentRefusal {
  return PERMANENT_REFUSALS.some((refusal) => refusal === code);
}
