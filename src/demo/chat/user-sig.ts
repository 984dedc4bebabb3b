import { createHmac, timingSafeEqual } from 'node:crypto';
import { inflateSync } from 'node:zlib';

/** What a UserSig 2.0 claims. Nothing of it is proven before `isSignedWith`. */
export interface UserSig {
  readonly identifier: string;
  readonly sdkAppId: number;
  /** Unix seconds. */
  readonly time: number;
  /** How long it lives, in seconds from `time`. */
  readonly expire: number;
  /** Standard base64 of the HMAC-SHA256. */
  readonly sig: string;
}

// A UserSig holds six short fields. The bound keeps a small text from inflating into a large one.
const MAX_JSON_BYTES = 4096;

/** Reads base64 (with `*-_` for `+/=`) of zlib-deflated JSON. Undefined when any of these steps or a field is not as it should be. */
export function readUserSig(text: string): UserSig | undefined {
  if (!/^[A-Za-z0-9*-]+_{0,2}$/.test(text)) return undefined;
  const base64 = text.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=');
  let claims: unknown;
  try {
    claims = JSON.parse(inflateSync(Buffer.from(base64, 'base64'), { maxOutputLength: MAX_JSON_BYTES }).toString());
  } catch {
    return undefined; // not zlib, too large, or not JSON: the service has one code for all three
  }
  return toUserSig(claims);
}

/** Whether the holder of this key signed exactly these claims. The key's own characters are the HMAC key; it is not hex-decoded. */
export function isSignedWith(secretKey: string, { identifier, sdkAppId, time, expire, sig }: UserSig): boolean {
  const text = `TLS.identifier:${identifier}\nTLS.sdkappid:${sdkAppId}\nTLS.time:${time}\nTLS.expire:${expire}\n`;
  const expected = createHmac('sha256', secretKey).update(text).digest();
  const given = Buffer.from(sig, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function toUserSig(claims: unknown): UserSig | undefined {
  if (typeof claims !== 'object' || claims === null) return undefined;
  const fields: Readonly<Record<string, unknown>> = { ...claims };
  const {
    'TLS.ver': ver,
    'TLS.identifier': identifier,
    'TLS.sdkappid': sdkAppId,
    'TLS.time': time,
    'TLS.expire': expire,
    'TLS.sig': sig,
  } = fields;
  if (ver !== '2.0' || typeof identifier !== 'string' || typeof sig !== 'string') return undefined;
  if (!isWhole(sdkAppId) || !isWhole(time) || !isWhole(expire)) return undefined;
  return { identifier, sdkAppId, time, expire, sig };
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
