const AGAIN = 'Try again in a minute; if it stays, ask Tencent Cloud support.';
const SLOWER = 'If it happens often, lower TENCENT_MAX_CALLS_PER_SECOND, since other programs use the same SDKAppID.';
const IMPORT = 'If the spelling is right, import the account into Chat.';
const ADMIN_ID = 'Set TENCENT_ADMIN to an app administrator of this Chat app.';
const KEY = 'Check that TENCENT_SECRET_KEY is the key of TENCENT_SDK_APP_ID.';
const KEY_OR_ADMIN =
  'Check that TENCENT_SECRET_KEY is the key of TENCENT_SDK_APP_ID, and that TENCENT_ADMIN is one of its app administrators.';
const REGION = 'Check that TENCENT_REGION is the region of TENCENT_SDK_APP_ID.';
const SUPPORT = 'Ask Tencent Cloud support.';
const BUG = 'This is a fault in followstats; please report it with the code.';
const PLAN = 'Check the plan and the balance of the Chat app in the Tencent Cloud console.';

/**
 * What people read of Chat's own codes, in whole sentences. Each code of `CODES` in `tencent/error-codes.ts` has its words for
 * admins, which the compiler asks for.
 */
export const chatCodes = {
  /** For everybody, where a code says more than the kind of failure that it belongs to. */
  people: {
    30005: 'The Follow feature isn’t switched on for this Chat app.',
    32100: 'This account already follows as many others as it may.',
    32101: 'This account already has as many followers as it may.',
    32103: 'This account already has as many mutual follows as it may.',
    60020: 'The Chat plan of this app is missing, expired or unpaid.',
    60028: 'The trial edition of Chat has used up its calls for today.',
    70399: 'This account was deleted from Chat.',
    72000: 'The trial edition of Chat has used up its users for today.',
    72002: 'The trial edition of Chat has used up its users for this month.',
  },
  /** For admins: what Chat means, and what to do about it. */
  admins: {
    30001: 'Chat refused a parameter of the request. Check that the UserID is written as in Chat.',
    30002:
      'Chat says the SDKAppID does not match or the account is not legal. Check TENCENT_SDK_APP_ID and TENCENT_FROM_ACCOUNT.',
    30003: `No such account in Chat. ${IMPORT}`,
    30004: `App administrator rights are needed. ${ADMIN_ID}`,
    30005:
      'The Follow feature is not enabled, or the edition does not include it. Switch it on in the Chat console: Configuration → Friends and Relationship Chains → Follow/Fan settings (Pro, Pro-plus or Enterprise edition).',
    30006: `Chat had a server error. ${AGAIN}`,
    30007: `Chat timed out inside. ${AGAIN}`,
    32100: `The account follows as many others as it may. ${SUPPORT}`,
    32101: `The account has as many followers as it may. ${SUPPORT}`,
    32102: `The asking account has as many mutual follows as it may. ${SUPPORT}`,
    32103: `The account has as many mutual follows as it may. ${SUPPORT}`,
    40001: `Chat refused a parameter of the request. ${BUG}`,
    40002: `The request named no account. ${BUG}`,
    40003: `No such account in Chat. ${IMPORT}`,
    40004: `App administrator rights are needed. ${ADMIN_ID}`,
    40006: `Chat had a server error. ${AGAIN}`,
    40007: `Reading this is not permitted. ${ADMIN_ID}`,
    40009: `Chat does not know a field of the request. ${BUG}`,
    60002: `Chat could not read the HTTP request. ${BUG}`,
    60003: `Chat could not read the request as JSON. ${BUG}`,
    60004:
      'Chat could not check the administrator account. Try again; if it stays, check TENCENT_ADMIN and TENCENT_SECRET_KEY.',
    60005:
      'Chat could not check the administrator account. Try again; if it stays, check TENCENT_ADMIN and TENCENT_SECRET_KEY.',
    60006: 'The SDKAppID is not valid. Check TENCENT_SDK_APP_ID.',
    60007: `Chat was asked too often. ${SLOWER}`,
    60008: `Chat timed out. ${AGAIN}`,
    60009:
      'Chat does not know the path that was asked. Check TENCENT_BASE_URL; without it this is a fault in followstats.',
    60010: `The identifier is not an app administrator. ${ADMIN_ID}`,
    60011: `This SDKAppID asks Chat too often. ${SLOWER}`,
    60012: `The request carried no SDKAppID. ${BUG}`,
    60013: `Chat could not build its answer. ${AGAIN}`,
    60014: `Chat timed out while checking the administrator account. ${AGAIN}`,
    60015: `An account in the request was not text. ${BUG}`,
    60016: `This SDKAppID is disabled. ${SUPPORT}`,
    60017: `Requests of this app are disabled. ${SUPPORT}`,
    60018: `Chat was asked too often. ${SLOWER}`,
    60019: `Chat was asked too often. ${SLOWER}`,
    60020: `The Chat plan is missing, expired or in arrears. ${PLAN}`,
    60021:
      'Chat does not accept calls from this address. Add the address of this server to the IP allow-list in the Chat console.',
    60025:
      'SDKAppID, administrator or signature in the request is not accepted. Check TENCENT_SDK_APP_ID, TENCENT_ADMIN and TENCENT_SECRET_KEY.',
    60026: `The SDKAppID belongs to another region. ${REGION}`,
    60027: 'The SDKAppID is of another product than Chat. Check TENCENT_SDK_APP_ID.',
    60028: `The trial edition has used up its calls for 24 hours. ${PLAN}`,
    70001: 'The signature has expired, even a new one. Check the clock of this server: the signature is made with it.',
    70002: `The signature is empty. ${KEY}`,
    70003: `The signature is not valid. ${KEY}`,
    70004: `The signature is not valid. ${KEY_OR_ADMIN}`,
    70005: `The signature is not valid. ${KEY}`,
    70006: `The signature is not valid. ${KEY_OR_ADMIN}`,
    70007: `The signature is not valid. ${KEY_OR_ADMIN}`,
    70008: `The signature is not valid. ${KEY_OR_ADMIN}`,
    70009: `The signature does not fit. ${KEY}`,
    70013: `The signature is for another identifier. ${ADMIN_ID}`,
    70014: `The signature is for another SDKAppID. ${KEY}`,
    70016: `Chat has no key for this SDKAppID. ${REGION}`,
    70020: 'Chat does not know this SDKAppID. Check TENCENT_SDK_APP_ID and TENCENT_REGION.',
    70050: `The signature was wrong too often and is locked out for a minute. ${KEY} Then wait a minute.`,
    70051: `The administrator account is blocked. ${SUPPORT}`,
    70052: 'The signature is no longer valid, even a new one. Check the clock of this server and TENCENT_ADMIN.',
    70107: `No such account in Chat. ${IMPORT}`,
    70114: `Chat limits this account for safety. ${SLOWER}`,
    70169: `Chat timed out inside. ${AGAIN}`,
    70202: `Chat timed out inside. ${AGAIN}`,
    70206: `The request named too many accounts. ${BUG}`,
    70398: `The app has as many accounts as its edition allows. ${PLAN}`,
    70399: `The account was deleted and cannot come back for three months. ${SUPPORT}`,
    70402: `Chat refused a parameter of the request. ${BUG}`,
    70403: `App administrator rights are needed. ${ADMIN_ID}`,
    70404: `Chat asks for a newer SDK. ${BUG}`,
    70500: `Chat had a server error. ${AGAIN}`,
    71000: `Accounts of this app cannot be deleted. ${SUPPORT}`,
    72000: `The trial edition has used up its daily active users. ${PLAN}`,
    72001: `A feature this needs is not enabled. ${PLAN}`,
    72002: `The trial edition has used up its monthly active users. ${PLAN}`,
    72010: `This account is asked about too often. ${SLOWER}`,
    72011: `A feature this needs is not enabled. ${PLAN}`,
    72012: `A feature this needs is not enabled. ${PLAN}`,
    80005: `The Chat service of this app is deactivated. ${PLAN}`,
  },
  /** 30003 of the account in whose name is asked. */
  unknownFromAccount:
    'Chat doesn’t know the account in whose name followstats asks. Set TENCENT_FROM_ACCOUNT to an account that exists in Chat, or import the administrator.',
  /** A code that no document lists. */
  undocumented: `Chat answered with a code that isn’t documented. ${SUPPORT}`,
  /** Chat’s own words, where the documents leave the meaning open. */
  info: 'Chat says: “{info}”.',
} as const;
