/** One account's item as Chat sends it; `changes` may take fields away with `undefined`. */
export function itemOf(account: string, changes: Readonly<Record<string, unknown>> = {}) {
  return {
    To_Account: account,
    ResultCode: 0,
    ResultInfo: '',
    FollowerCount: 3,
    FollowingCount: 2,
    MutualFollowingCount: 1,
    ...changes,
  };
}

/** A whole answer of `follow_get_info` as text. */
export function answerOf(items: unknown, changes: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    FollowInfo: items,
    ActionStatus: 'OK',
    ErrorCode: 0,
    ErrorInfo: '',
    ErrorDisplay: '',
    ...changes,
  });
}
