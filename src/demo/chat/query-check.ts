import type { ChatCode } from './codes.ts';
import { createSignatureCheck } from './signature-check.ts';

interface Options {
  readonly sdkAppId: number;
  readonly secretKey: string;
  readonly admins: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Returns the code a call is rejected with, or undefined when its URL parameters are in order. Names and values are case-sensitive. */
export type QueryCheck = (query: URLSearchParams) => ChatCode | undefined;

const MAX_RANDOM = 4_294_967_295;

/** Checks the form first, then the signature, then the role: only a caller with a good signature learns who is an admin. */
export function createQueryCheck({ sdkAppId, secretKey, admins, now }: Options): QueryCheck {
  const checkSignature = createSignatureCheck({ sdkAppId, secretKey, now });

  return (query) => {
    const app = query.get('sdkappid');
    const identifier = query.get('identifier');

    if (!app) return 60012;
    if (!/^\d+$/.test(app)) return 60006;
    if (Number(app) !== sdkAppId) return 70020;
    if (query.get('contenttype') !== 'json' || !identifier) return 60025;
    // The form of `random` is documented, the code for a bad one is not: 60002 is the code for a URL that can't be read.
    if (!isUnsigned32(query.get('random'))) return 60002;
    return checkSignature(query.get('usersig') ?? '', identifier) ?? (admins.includes(identifier) ? undefined : 60010);
  };
}

function isUnsigned32(text: string | null): boolean {
  return text !== null && /^\d{1,10}$/.test(text) && Number(text) <= MAX_RANDOM;
}
