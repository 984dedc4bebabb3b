/** How fast Homes are shown whose people have done nothing there just now. */
export interface HomePace {
  /** After how long the next may be shown, milliseconds; 0: now. */
  waitMs(): number;
  /** One was shown. @param isUrgent its person has just done something there, so that it didn't wait */
  spend(isUrgent: boolean): void;
}

/** Slack takes a hundred Homes a minute and more. */
const EACH_MS = 600;
/** Shown as soon as they change; more of them wait for their turns. */
const AT_ONCE = 50;
/** As many are left to changes, however many people have just opened theirs. */
const LEFT = 30;

/** Makes a pace that has waited for long. @param monotonic milliseconds */
export function createHomePace(monotonic: () => number): HomePace {
  let left = AT_ONCE;
  let countedAt = monotonic();

  function count(): void {
    const now = monotonic();
    left = Math.min(AT_ONCE, left + (now - countedAt) / EACH_MS);
    countedAt = now;
  }

  return {
    waitMs() {
      count();
      return left >= 1 ? 0 : Math.ceil((1 - left) * EACH_MS);
    },
    spend(isUrgent) {
      count();
      left = isUrgent ? Math.max(Math.min(left, LEFT), left - 1) : left - 1;
    },
  };
}
