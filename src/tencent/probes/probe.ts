import type { Ask, ProbedCommand, RawAnswer } from './ask.ts';

/** The accounts that a probe asks about. */
export interface ProbedAccounts {
  /** Those that are in Chat; at least one. */
  readonly existing: readonly [string, ...string[]];
  /** One that isn't. */
  readonly missing: string;
  /** In whose name the app asks. */
  readonly from: string;
}

/** What Chat answered, as far as it was asked for. */
export interface Finding {
  /** `ErrorCode` of the call. */
  readonly call: number;
  /** `ResultCode` by what the account is; `null` where the answer leaves it out. */
  readonly items?: { readonly existing?: number | null; readonly missing?: number | null };
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
}

/** One thing to find out of Chat by a read. */
export interface Probe {
  readonly command: ProbedCommand;
  /** What is particular about the call; with the command it names the probe. */
  readonly situation: string;
  /** In words. */
  readonly asks: string;
  /** Whether the app can do without a call like this being answered; such a probe is taken or rejected, and no other. */
  readonly isNeeded?: boolean;
  /** @returns `undefined` where these accounts can't ask it */
  readonly ask: (ask: Ask, accounts: ProbedAccounts) => Promise<Finding | undefined>;
}

/** What an answer says of the accounts asked about. */
export function findIn(answer: RawAnswer, { existing = [], missing }: Asked): Finding {
  const codeOf = (account: string) => answer.items.find((item) => item.account === account)?.code ?? null;
  const [first] = existing;
  if (answer.code !== 0) return { call: answer.code };
  return {
    call: 0,
    items: {
      ...(first !== undefined && { existing: codeOf(first) }),
      ...(missing !== undefined && { missing: codeOf(missing) }),
    },
  };
}

interface Asked {
  readonly existing?: readonly string[];
  readonly missing?: string | undefined;
}

/** So many UserIDs that no account is likely to have. @param first the ones to begin with */
export function fillUp(first: readonly string[], count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => first[n] ?? `followstats-nobody-${n}`);
}
