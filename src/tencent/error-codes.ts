import type { ErrorCode, UpstreamFault } from '../errors.ts';

/** What kind of trouble a code means, and so what may be done about it. */
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
  /** Asking again doesn't help, and nobody's configuration is at fault. */
  | 'final';

type Entry = readonly [kind: CodeClass, what: string, fix: string];

const WAIT = 'Try again in a minute; if it stays, ask Tencent Cloud support.';
const SLOWER =
  'Try again in a few seconds; if it happens often, lower TENCENT_MAX_CALLS_PER_SECOND, since others use the same SDKAppID.';
const IMPORT = 'Check the spelling and case of the UserID, or import the account into Chat.';
const ADMIN_ID = 'Set TENCENT_ADMIN to an app administrator of this Chat app.';
const KEY = 'Check that TENCENT_SECRET_KEY is the key of TENCENT_SDK_APP_ID.';
const KEY_OR_ADMIN =
  'Check that TENCENT_SECRET_KEY is the key of TENCENT_SDK_APP_ID, and that TENCENT_ADMIN is one of its app administrators.';
const REGION = 'Check that TENCENT_REGION is the region of TENCENT_SDK_APP_ID.';
const SUPPORT = 'Ask Tencent Cloud support.';
const BUG = 'This is a fault in followstats; please report it with the code.';
const PLAN = 'Check the plan and the balance of the Chat app in the Tencent Cloud console.';

/**
 * Every code of the Follow documents (30001–32103) and of Chat's public table (60002–80005), also those that only its
 * older editions or the pages of its web SDK list. 60022–60024 appear in no edition and are treated as unknown.
 */
export const CODES: Readonly<Record<number, Entry>> = {
  30001: ['bad-input', 'Chat refused a parameter of the request', 'Check that the UserID is written as in Chat.'],
  30002: [
    'admin',
    'Chat says the SDKAppID does not match or the account is not legal',
    'Check TENCENT_SDK_APP_ID and TENCENT_FROM_ACCOUNT.',
  ],
  30003: ['missing-account', 'no such account in Chat', IMPORT],
  30004: ['admin', 'app administrator rights are needed', ADMIN_ID],
  30005: [
    'admin',
    'the Follow feature is not enabled, or the edition does not include it',
    'Switch it on in the Chat console: Configuration → Friends and Relationship Chains → Follow/Fan settings (Pro, Pro-plus or Enterprise edition).',
  ],
  30006: ['retry', 'Chat had a server error', WAIT],
  30007: ['retry', 'Chat timed out inside', WAIT],
  32100: ['final', 'the account follows as many others as it may', SUPPORT],
  32101: ['final', 'the account has as many followers as it may', SUPPORT],
  32102: ['final', 'the asking account has as many mutual follows as it may', SUPPORT],
  32103: ['final', 'the account has as many mutual follows as it may', SUPPORT],
  40001: ['bad-input', 'Chat refused a parameter of the request', BUG],
  40002: ['bad-input', 'the request named no account', BUG],
  40003: ['missing-account', 'no such account in Chat', IMPORT],
  40004: ['admin', 'app administrator rights are needed', ADMIN_ID],
  40006: ['retry', 'Chat had a server error', WAIT],
  40007: ['admin', 'reading this is not permitted', ADMIN_ID],
  40009: ['bad-input', 'Chat does not know a field of the request', BUG],
  60002: ['bad-input', 'Chat could not read the HTTP request', BUG],
  60003: ['bad-input', 'Chat could not read the request as JSON', BUG],
  60004: [
    'retry',
    'Chat could not check the administrator account',
    'Try again; if it stays, check TENCENT_ADMIN and TENCENT_SECRET_KEY.',
  ],
  60005: [
    'retry',
    'Chat could not check the administrator account',
    'Try again; if it stays, check TENCENT_ADMIN and TENCENT_SECRET_KEY.',
  ],
  60006: ['admin', 'the SDKAppID is not valid', 'Check TENCENT_SDK_APP_ID.'],
  60007: ['throttle', 'Chat was asked too often', SLOWER],
  60008: ['retry', 'Chat timed out', WAIT],
  60009: [
    'bad-input',
    'Chat does not know the path that was asked',
    'Check TENCENT_BASE_URL; without it this is a fault in followstats.',
  ],
  60010: ['admin', 'the identifier is not an app administrator', ADMIN_ID],
  60011: ['throttle', 'this SDKAppID asks Chat too often', SLOWER],
  60012: ['bad-input', 'the request carried no SDKAppID', BUG],
  60013: ['retry', 'Chat could not build its answer', WAIT],
  60014: ['retry', 'Chat timed out while checking the administrator account', WAIT],
  60015: ['bad-input', 'an account in the request was not text', BUG],
  60016: ['admin', 'this SDKAppID is disabled', SUPPORT],
  60017: ['admin', 'requests of this app are disabled', SUPPORT],
  60018: ['throttle', 'Chat was asked too often', SLOWER],
  60019: ['throttle', 'Chat was asked too often', SLOWER],
  60020: ['admin', 'the Chat plan is missing, expired or in arrears', PLAN],
  60021: [
    'admin',
    'Chat does not accept calls from this address',
    'Add the address of this server to the IP allow-list in the Chat console.',
  ],
  60025: [
    'admin',
    'SDKAppID, administrator or signature in the request is not accepted',
    'Check TENCENT_SDK_APP_ID, TENCENT_ADMIN and TENCENT_SECRET_KEY.',
  ],
  60026: ['admin', 'the SDKAppID belongs to another region', REGION],
  60027: ['admin', 'the SDKAppID is of another product than Chat', 'Check TENCENT_SDK_APP_ID.'],
  60028: ['admin', 'the trial edition has used up its calls for 24 hours', PLAN],
  70001: [
    're-sign',
    'the signature has expired, even a new one',
    'Check the clock of this server: the signature is made with it.',
  ],
  70002: ['admin', 'the signature is empty', KEY],
  70003: ['admin', 'the signature is not valid', KEY],
  70004: ['admin', 'the signature is not valid', KEY_OR_ADMIN],
  70005: ['admin', 'the signature is not valid', KEY],
  70006: ['admin', 'the signature is not valid', KEY_OR_ADMIN],
  70007: ['admin', 'the signature is not valid', KEY_OR_ADMIN],
  70008: ['admin', 'the signature is not valid', KEY_OR_ADMIN],
  70009: ['admin', 'the signature does not fit', KEY],
  70013: ['admin', 'the signature is for another identifier', ADMIN_ID],
  70014: ['admin', 'the signature is for another SDKAppID', KEY],
  70016: ['admin', 'Chat has no key for this SDKAppID', REGION],
  70020: ['admin', 'Chat does not know this SDKAppID', 'Check TENCENT_SDK_APP_ID and TENCENT_REGION.'],
  70050: ['admin', 'the signature was wrong too often and is locked out for a minute', `${KEY} Then wait a minute.`],
  70051: ['admin', 'the administrator account is blocked', SUPPORT],
  70052: [
    're-sign',
    'the signature is no longer valid, even a new one',
    'Check the clock of this server and TENCENT_ADMIN.',
  ],
  70107: ['missing-account', 'no such account in Chat', IMPORT],
  70114: ['throttle', 'Chat limits this account for safety', SLOWER],
  70169: ['retry', 'Chat timed out inside', WAIT],
  70202: ['retry', 'Chat timed out inside', WAIT],
  70206: ['bad-input', 'the request named too many accounts', BUG],
  70398: ['admin', 'the app has as many accounts as its edition allows', PLAN],
  70399: ['final', 'the account was deleted and cannot come back for three months', SUPPORT],
  70402: ['bad-input', 'Chat refused a parameter of the request', BUG],
  70403: ['admin', 'app administrator rights are needed', ADMIN_ID],
  70404: ['final', 'Chat asks for a newer SDK', BUG],
  70500: ['retry', 'Chat had a server error', WAIT],
  71000: ['final', 'accounts of this app cannot be deleted', SUPPORT],
  72000: ['admin', 'the trial edition has used up its daily active users', PLAN],
  72001: ['admin', 'a feature this needs is not enabled', PLAN],
  72002: ['admin', 'the trial edition has used up its monthly active users', PLAN],
  72010: ['throttle', 'this account is asked about too often', SLOWER],
  72011: ['admin', 'a feature this needs is not enabled', PLAN],
  72012: ['admin', 'a feature this needs is not enabled', PLAN],
  80005: ['admin', 'the Chat service of this app is deactivated', PLAN],
};

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
export const UNKNOWN_FROM_ACCOUNT: UpstreamFault = {
  code: 30003,
  what: 'Chat does not know the account in whose name is asked',
  fix: 'Set TENCENT_FROM_ACCOUNT to an account that exists in Chat, or import the administrator.',
  info: undefined,
};

/** The class of a code; `undefined` for one that no document lists. */
export function classOf(code: number): CodeClass | undefined {
  return CODES[code]?.[0];
}

/**
 * Translates one of Chat's codes.
 * @param info Chat's own text; kept only for a code without words of ours
 */
export function toFailure(code: number, info: string): { readonly code: ErrorCode; readonly upstream: UpstreamFault } {
  const entry = CODES[code];
  if (!entry) {
    const upstream = { code, what: 'Chat answered with a code that is not documented', fix: SUPPORT, info };
    return { code: 'upstream_refused', upstream };
  }
  const [kind, what, fix] = entry;
  // 30001 may be about one account of the batch; the other bad inputs are about the request itself.
  const errorCode = code === 30001 ? 'rejected_account' : CLASS_CODES[kind];
  return { code: errorCode, upstream: { code, what, fix, info: code === 30001 || code === 30002 ? info : undefined } };
}
