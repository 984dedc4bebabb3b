import { Api } from 'tls-sig-api-v2';

/** Tencent advises at least 24 h (error 70001's handling); more would only make a leaked one live longer. */
const LIFE_SECONDS = 24 * 60 * 60;
/** Renewed with a tenth of its life left, so that no call ever carries one about to lapse. */
const RENEW_AFTER_MS = LIFE_SECONDS * 1000 * 0.9;

interface Options {
  readonly sdkAppId: number;
  readonly secretKey: string;
  /** The admin identifier that signs; the signature is good for no other. */
  readonly identifier: string;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** The signature of one administrator. Signing is local and costs no call. */
export interface UserSig {
  /** Returns a signature that is valid now, escaped for a query string. */
  current(): string;
  /** Makes `current` sign anew, unless it has done so since it returned `rejected`: many calls may be rejected at once. */
  renew(rejected: string): void;
}

/** Signs at the first use, then keeps the signature until a tenth of its life is left. Never returns or logs the key. */
export function createUserSig({ sdkAppId, secretKey, identifier, now }: Options): UserSig {
  const api = new Api(sdkAppId, secretKey);
  let signature: string | undefined;
  let signedAt = 0;

  function current(): string {
    if (signature === undefined || now() - signedAt >= RENEW_AFTER_MS) {
      signature = encodeURIComponent(api.genSig(identifier, LIFE_SECONDS));
      signedAt = now();
    }
    return signature;
  }

  return {
    current,
    renew(rejected) {
      if (signature === rejected) signature = undefined;
    },
  };
}
