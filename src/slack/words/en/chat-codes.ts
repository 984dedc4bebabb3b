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
 * What people read of Chat's own codes: `what` happened, a clause without a full stop, and the `fix`, a sentence. Each code of
 * `CODES` in `tencent/error-codes.ts` has its words, which the compiler asks for.
 */
export const chatCodes = {
  30001: { what: 'Chat refused a parameter of the request', fix: 'Check that the UserID is written as in Chat.' },
  30002: {
    what: 'Chat says the SDKAppID does not match or the account is not legal',
    fix: 'Check TENCENT_SDK_APP_ID and TENCENT_FROM_ACCOUNT.',
  },
  30003: { what: 'no such account in Chat', fix: IMPORT },
  30004: { what: 'app administrator rights are needed', fix: ADMIN_ID },
  30005: {
    what: 'the Follow feature is not enabled, or the edition does not include it',
    fix: 'Switch it on in the Chat console: Configuration → Friends and Relationship Chains → Follow/Fan settings (Pro, Pro-plus or Enterprise edition).',
  },
  30006: { what: 'Chat had a server error', fix: WAIT },
  30007: { what: 'Chat timed out inside', fix: WAIT },
  32100: { what: 'the account follows as many others as it may', fix: SUPPORT },
  32101: { what: 'the account has as many followers as it may', fix: SUPPORT },
  32102: { what: 'the asking account has as many mutual follows as it may', fix: SUPPORT },
  32103: { what: 'the account has as many mutual follows as it may', fix: SUPPORT },
  40001: { what: 'Chat refused a parameter of the request', fix: BUG },
  40002: { what: 'the request named no account', fix: BUG },
  40003: { what: 'no such account in Chat', fix: IMPORT },
  40004: { what: 'app administrator rights are needed', fix: ADMIN_ID },
  40006: { what: 'Chat had a server error', fix: WAIT },
  40007: { what: 'reading this is not permitted', fix: ADMIN_ID },
  40009: { what: 'Chat does not know a field of the request', fix: BUG },
  60002: { what: 'Chat could not read the HTTP request', fix: BUG },
  60003: { what: 'Chat could not read the request as JSON', fix: BUG },
  60004: {
    what: 'Chat could not check the administrator account',
    fix: 'Try again; if it stays, check TENCENT_ADMIN and TENCENT_SECRET_KEY.',
  },
  60005: {
    what: 'Chat could not check the administrator account',
    fix: 'Try again; if it stays, check TENCENT_ADMIN and TENCENT_SECRET_KEY.',
  },
  60006: { what: 'the SDKAppID is not valid', fix: 'Check TENCENT_SDK_APP_ID.' },
  60007: { what: 'Chat was asked too often', fix: SLOWER },
  60008: { what: 'Chat timed out', fix: WAIT },
  60009: {
    what: 'Chat does not know the path that was asked',
    fix: 'Check TENCENT_BASE_URL; without it this is a fault in followstats.',
  },
  60010: { what: 'the identifier is not an app administrator', fix: ADMIN_ID },
  60011: { what: 'this SDKAppID asks Chat too often', fix: SLOWER },
  60012: { what: 'the request carried no SDKAppID', fix: BUG },
  60013: { what: 'Chat could not build its answer', fix: WAIT },
  60014: { what: 'Chat timed out while checking the administrator account', fix: WAIT },
  60015: { what: 'an account in the request was not text', fix: BUG },
  60016: { what: 'this SDKAppID is disabled', fix: SUPPORT },
  60017: { what: 'requests of this app are disabled', fix: SUPPORT },
  60018: { what: 'Chat was asked too often', fix: SLOWER },
  60019: { what: 'Chat was asked too often', fix: SLOWER },
  60020: { what: 'the Chat plan is missing, expired or in arrears', fix: PLAN },
  60021: {
    what: 'Chat does not accept calls from this address',
    fix: 'Add the address of this server to the IP allow-list in the Chat console.',
  },
  60025: {
    what: 'SDKAppID, administrator or signature in the request is not accepted',
    fix: 'Check TENCENT_SDK_APP_ID, TENCENT_ADMIN and TENCENT_SECRET_KEY.',
  },
  60026: { what: 'the SDKAppID belongs to another region', fix: REGION },
  60027: { what: 'the SDKAppID is of another product than Chat', fix: 'Check TENCENT_SDK_APP_ID.' },
  60028: { what: 'the trial edition has used up its calls for 24 hours', fix: PLAN },
  70001: {
    what: 'the signature has expired, even a new one',
    fix: 'Check the clock of this server: the signature is made with it.',
  },
  70002: { what: 'the signature is empty', fix: KEY },
  70003: { what: 'the signature is not valid', fix: KEY },
  70004: { what: 'the signature is not valid', fix: KEY_OR_ADMIN },
  70005: { what: 'the signature is not valid', fix: KEY },
  70006: { what: 'the signature is not valid', fix: KEY_OR_ADMIN },
  70007: { what: 'the signature is not valid', fix: KEY_OR_ADMIN },
  70008: { what: 'the signature is not valid', fix: KEY_OR_ADMIN },
  70009: { what: 'the signature does not fit', fix: KEY },
  70013: { what: 'the signature is for another identifier', fix: ADMIN_ID },
  70014: { what: 'the signature is for another SDKAppID', fix: KEY },
  70016: { what: 'Chat has no key for this SDKAppID', fix: REGION },
  70020: { what: 'Chat does not know this SDKAppID', fix: 'Check TENCENT_SDK_APP_ID and TENCENT_REGION.' },
  70050: {
    what: 'the signature was wrong too often and is locked out for a minute',
    fix: `${KEY} Then wait a minute.`,
  },
  70051: { what: 'the administrator account is blocked', fix: SUPPORT },
  70052: {
    what: 'the signature is no longer valid, even a new one',
    fix: 'Check the clock of this server and TENCENT_ADMIN.',
  },
  70107: { what: 'no such account in Chat', fix: IMPORT },
  70114: { what: 'Chat limits this account for safety', fix: SLOWER },
  70169: { what: 'Chat timed out inside', fix: WAIT },
  70202: { what: 'Chat timed out inside', fix: WAIT },
  70206: { what: 'the request named too many accounts', fix: BUG },
  70398: { what: 'the app has as many accounts as its edition allows', fix: PLAN },
  70399: { what: 'the account was deleted and cannot come back for three months', fix: SUPPORT },
  70402: { what: 'Chat refused a parameter of the request', fix: BUG },
  70403: { what: 'app administrator rights are needed', fix: ADMIN_ID },
  70404: { what: 'Chat asks for a newer SDK', fix: BUG },
  70500: { what: 'Chat had a server error', fix: WAIT },
  71000: { what: 'accounts of this app cannot be deleted', fix: SUPPORT },
  72000: { what: 'the trial edition has used up its daily active users', fix: PLAN },
  72001: { what: 'a feature this needs is not enabled', fix: PLAN },
  72002: { what: 'the trial edition has used up its monthly active users', fix: PLAN },
  72010: { what: 'this account is asked about too often', fix: SLOWER },
  72011: { what: 'a feature this needs is not enabled', fix: PLAN },
  72012: { what: 'a feature this needs is not enabled', fix: PLAN },
  80005: { what: 'the Chat service of this app is deactivated', fix: PLAN },
  /** 30003 of the account in whose name is asked. */
  unknownFromAccount: {
    what: 'Chat does not know the account in whose name is asked',
    fix: 'Set TENCENT_FROM_ACCOUNT to an account that exists in Chat, or import the administrator.',
  },
  /** A code that no document lists. */
  undocumented: { what: 'Chat answered with a code that is not documented', fix: SUPPORT },
  /** A code's words with the code itself, and with Chat's own text where the documents leave the meaning open. */
  withCode: '{what} ({chatCode})',
  withInfo: '{what} ({chatCode}: “{info}”)',
} as const;
