import type { ChatCode } from './codes.ts';
import { isSignedWith, readUserSig } from './user-sig.ts';

interface Options {
  readonly sdkAppId: number;
  readonly secretKey: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Returns the code a call is rejected with, or undefined when the UserSig is good for this identifier now. */
export type SignatureCheck = (usersig: string, identifier: string) => ChatCode | undefined;

const LOCKOUT_MS = 60_000; // 70050: "try again after one minute"

// "Tried too often" has no number in the documents. Ten in a minute is ours: a client that loops on a bad signature gets there
// at once, a person who corrects a setting does not.
const MAX_BAD_TRIES = 10;

// Only these mean that the signature itself is bad; an empty or expired one is a different mistake.
const BAD_SIGNATURES: ReadonlySet<ChatCode | undefined> = new Set([70003, 70009, 70013, 70014]);

/**
 * Checks signatures and remembers the bad ones: too many lock the app out for a minute, for good signatures as well.
 * Whether the real lock counts by app, identifier or address isn't documented; here it is by app.
 */
export function createSignatureCheck({ sdkAppId, secretKey, now }: Options): SignatureCheck {
  let badTries: readonly number[] = [];
  let lockedUntil = Number.NEGATIVE_INFINITY;

  const judge = (usersig: string, identifier: string): ChatCode | undefined => {
    const claims = readUserSig(usersig);
    if (!claims) return 70003;
    if (!isSignedWith(secretKey, claims)) return 70009;
    if (claims.identifier !== identifier) return 70013;
    if (claims.sdkAppId !== sdkAppId) return 70014;
    // A `time` ahead of the clock is let through: the documents name no tolerance and no code for it.
    return now() >= (claims.time + claims.expire) * 1000 ? 70001 : undefined;
  };

  return (usersig, identifier) => {
    const at = now();
    if (usersig === '') return 70002;
    if (at < lockedUntil) return 70050;

    const code = judge(usersig, identifier);
    if (!BAD_SIGNATURES.has(code)) return code;

    badTries = [...badTries.filter((tried) => at - tried < LOCKOUT_MS), at];
    if (badTries.length >= MAX_BAD_TRIES) {
      badTries = [];
      lockedUntil = at + LOCKOUT_MS;
    }
    return code;
  };
}
