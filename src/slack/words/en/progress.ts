/** Said while an answer is being made. */
export const progress = {
  reading:
    '{accounts, plural, one {Reading {accounts} account from Tencent Chat …} other {Reading {accounts} accounts from Tencent Chat …}}',
} as const;
