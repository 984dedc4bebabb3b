import type { ErrorCode, UpstreamFault } from '../errors.ts';

/** What a code means for the call, and so what may be done about it. */
export type CodeClass =
  /** May pass: ask again. */
  | 'retry'
  /** Too many calls: ask again later and more slowly. */
  | 'throttle'
  /** The signature lapsed: sign anew and ask once more. */
  | 're-sign'
  /** Key, region, edition, billing: an administrator must change something. */
  | 'admin'
  /** Something in the request is not accepted. */
  | 'bad-input'
  | 'missing-account'
  /** Asking again doesn't help, and no configuration is at fault. */
  | 'final';

/**
 * Every code of the Follow documents (30001–32103) and of Chat's public table (60002–80005), also those that only its
 * older editions or the pages of its web SDK list. 60022–60024 appear in no edition and are treated as unknown.
 * What people read of each stands in `chat-codes.ts` of the catalogues.
 */
export const CODES = {
  30001: 'bad-input',
  30002: 'admin',
  30003: 'missing-account',
  30004: 'admin',
  30005: 'admin',
  30006: 'retry',
  30007: 'retry',
  32100: 'final',
  32101: 'final',
  32102: 'final',
  32103: 'final',
  40001: 'bad-input',
  40002: 'bad-input',
  40003: 'missing-account',
  40004: 'admin',
  40006: 'retry',
  40007: 'admin',
  40009: 'bad-input',
  60002: 'bad-input',
  60003: 'bad-input',
  60004: 'retry',
  60005: 'retry',
  60006: 'admin',
  60007: 'throttle',
  60008: 'retry',
  60009: 'bad-input',
  60010: 'admin',
  60011: 'throttle',
  60012: 'bad-input',
  60013: 'retry',
  60014: 'retry',
  60015: 'bad-input',
  60016: 'admin',
  60017: 'admin',
  60018: 'throttle',
  60019: 'throttle',
  60020: 'admin',
  60021: 'admin',
  60025: 'admin',
  60026: 'admin',
  60027: 'admin',
  60028: 'admin',
  70001: 're-sign',
  70002: 'admin',
  70003: 'admin',
  70004: 'admin',
  70005: 'admin',
  70006: 'admin',
  70007: 'admin',
  70008: 'admin',
  70009: 'admin',
  70013: 'admin',
  70014: 'admin',
  70016: 'admin',
  70020: 'admin',
  70050: 'admin',
  70051: 'admin',
  70052: 're-sign',
  70107: 'missing-account',
  70114: 'throttle',
  70169: 'retry',
  70202: 'retry',
  70206: 'bad-input',
  70398: 'admin',
  70399: 'final',
  70402: 'bad-input',
  70403: 'admin',
  70404: 'final',
  70500: 'retry',
  71000: 'final',
  72000: 'admin',
  72001: 'admin',
  72002: 'admin',
  72010: 'throttle',
  72011: 'admin',
  72012: 'admin',
  80005: 'admin',
} as const satisfies Readonly<Record<number, CodeClass>>;

/** A code that the documents list. */
export type ChatCode = keyof typeof CODES;

const CLASS_CODES: Readonly<Record<CodeClass, ErrorCode>> = {
  retry: 'upstream_failed',
  throttle: 'throttled',
  're-sign': 'needs_admin',
  admin: 'needs_admin',
  'bad-input': 'upstream_refused',
  'missing-account': 'missing_account',
  final: 'upstream_refused',
};

/** Chat's 30003 when it is the asking account, not an asked one, that doesn't exist. */
export const UNKNOWN_FROM_ACCOUNT: UpstreamFault = { code: 30003, about: 'from-account', info: undefined };

/** A code with which Chat rejected a whole call, and that lasts until an operator mends something. */
export interface OperatorFault extends Pick<UpstreamFault, 'code' | 'about'> {
  /** `rejected`: nothing that is asked so is answered until then. `throttled`: it is answered, but later. */
  readonly kind: 'rejected' | 'throttled';
}

/** Takes note of such a rejection. @param command Chat's name of what was called, as in its documents */
export type OnOperatorFault = (fault: OperatorFault, command: string) => void;

/** Returns what an operator has to know of a code that rejected a whole call; `undefined` when that is nothing. */
export function toOperatorFault(code: number): OperatorFault | undefined {
  const kind = classOf(code);
  // A signature is made anew before its code comes to this. What no document lists is for an operator to ask about.
  if (kind === undefined || kind === 'admin' || kind === 're-sign') return { kind: 'rejected', code };
  return kind === 'throttle' ? { kind: 'throttled', code } : undefined;
}

/** Returns the class of a code; `undefined` for one that no document lists. */
export function classOf(code: number): CodeClass | undefined {
  return (CODES as Readonly<Record<number, CodeClass>>)[code];
}

/**
 * Translates one of Chat's codes.
 * @param info Chat's own text; kept only where the documents leave the meaning open
 */
export function toFailure(code: number, info: string): { readonly code: ErrorCode; readonly upstream: UpstreamFault } {
  const kind = classOf(code);
  if (!kind) return { code: 'upstream_refused', upstream: { code, info } };
  // 30001 may be about one account of the batch; the other bad inputs are about the request itself.
  const errorCode = code === 30001 ? 'rejected_account' : CLASS_CODES[kind];
  return { code: errorCode, upstream: { code, info: code === 30001 || code === 30002 ? info : undefined } };
}
