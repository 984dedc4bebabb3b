const SUPPORT = 'Ask Tencent Cloud support if it goes on.';
const SLOWER = 'Lower TENCENT_MAX_CALLS_PER_SECOND if it happens often: other programs use the same SDKAppID.';
const IMPORT = 'If the spelling is right, import it into Chat.';
const ADMIN_ID = 'Set TENCENT_ADMIN to an app administrator of this Chat app.';
const KEY = 'Check that TENCENT_SECRET_KEY is the key of TENCENT_SDK_APP_ID.';
const KEY_OR_ADMIN =
  'Check that TENCENT_SECRET_KEY is the key of TENCENT_SDK_APP_ID, and that TENCENT_ADMIN is one of its app administrators.';
const REGION = 'Check that TENCENT_REGION is the region of TENCENT_SDK_APP_ID.';
const BUG = 'That’s a bug in followstats. Please report it with the code.';
const PLAN = 'Look at the plan and the balance of the Chat app in the Tencent Cloud console.';
const CLOCK = 'Check the clock of the server that followstats runs on.';

/**
 * What people read of Chat's own codes, in whole sentences. Each code of `CODES` in `tencent/error-codes.ts` has its words for
 * admins, which the compiler asks for. Admins read them behind what everybody reads, so that neither says what the other does.
 */
export const chatCodes = {
  /** For everybody, where a code says more than the kind of failure that it belongs to. */
  people: {
    30005: 'Follow isn’t switched on for this Chat app.',
    32100: 'This account has reached Chat’s limit of accounts it can follow.',
    32101: 'This account has reached Chat’s limit of followers.',
    32103: 'This account has reached Chat’s limit of mutual follows.',
    60020: 'The Chat plan has run out.',
    60028: 'The trial of Chat has used up its calls for today.',
    70399: 'This account was deleted from Chat.',
    72000: 'The trial of Chat has used up its users for today.',
    72002: 'The trial of Chat has used up its users for this month.',
  },
  /** For admins: what Chat means, where that isn’t said yet, and what to do about it. */
  admins: {
    30001: 'Check that the UserID is written as in Chat.',
    30002: 'Check TENCENT_SDK_APP_ID and TENCENT_FROM_ACCOUNT.',
    30003: IMPORT,
    30004: `Only an app administrator may ask that. ${ADMIN_ID}`,
    30005:
      'Switch it on in the Chat console: Configuration → Friends and Relationship Chains → Follow/Fan settings (Pro, Pro-plus or Enterprise edition).',
    30006: SUPPORT,
    30007: SUPPORT,
    32100: 'The limit is Chat’s own.',
    32101: 'The limit is Chat’s own.',
    32102:
      'The account that followstats asks as has reached Chat’s limit of mutual follows. Set TENCENT_FROM_ACCOUNT to another one.',
    32103: 'The limit is Chat’s own.',
    40001: BUG,
    40002: BUG,
    40003: IMPORT,
    40004: `Only an app administrator may ask that. ${ADMIN_ID}`,
    40006: SUPPORT,
    40007: `The account that followstats asks as may not read this. ${ADMIN_ID}`,
    40009: BUG,
    60002: BUG,
    60003: BUG,
    60004: 'If it goes on, check TENCENT_ADMIN and TENCENT_SECRET_KEY.',
    60005: 'If it goes on, check TENCENT_ADMIN and TENCENT_SECRET_KEY.',
    60006: 'The SDKAppID isn’t valid. Check TENCENT_SDK_APP_ID.',
    60007: SLOWER,
    60008: SUPPORT,
    60009: 'Check TENCENT_BASE_URL. If it isn’t set, this is a bug in followstats.',
    60010: `The identifier isn’t an app administrator. ${ADMIN_ID}`,
    60011: SLOWER,
    60012: BUG,
    60013: SUPPORT,
    60014: SUPPORT,
    60015: BUG,
    60016: 'This SDKAppID is disabled. Ask Tencent Cloud support why.',
    60017: 'Requests of this app are disabled. Ask Tencent Cloud support why.',
    60018: SLOWER,
    60019: SLOWER,
    60020: PLAN,
    60021: 'Add the address of this server to the IP allow-list in the Chat console.',
    60025: 'Check TENCENT_SDK_APP_ID, TENCENT_ADMIN and TENCENT_SECRET_KEY.',
    60026: `The SDKAppID belongs to another region. ${REGION}`,
    60027: 'The SDKAppID is of another product than Chat. Check TENCENT_SDK_APP_ID.',
    60028: PLAN,
    70001: `The signature has expired, even a new one. ${CLOCK}`,
    70002: `The signature is empty. ${KEY}`,
    70003: `The signature isn’t valid. ${KEY}`,
    70004: `The signature isn’t valid. ${KEY_OR_ADMIN}`,
    70005: `The signature isn’t valid. ${KEY}`,
    70006: `The signature isn’t valid. ${KEY_OR_ADMIN}`,
    70007: `The signature isn’t valid. ${KEY_OR_ADMIN}`,
    70008: `The signature isn’t valid. ${KEY_OR_ADMIN}`,
    70009: `The signature doesn’t fit. ${KEY}`,
    70013: `The signature is for another identifier. ${ADMIN_ID}`,
    70014: `The signature is for another SDKAppID. ${KEY}`,
    70016: `Chat has no key for this SDKAppID. ${REGION}`,
    70020: 'Chat doesn’t know this SDKAppID. Check TENCENT_SDK_APP_ID and TENCENT_REGION.',
    70050: `The signature was wrong too often and is locked out for a minute. ${KEY} Then wait a minute.`,
    70051: 'The administrator account is blocked. Ask Tencent Cloud support why.',
    70052: `The signature no longer counts, even a new one. Check TENCENT_ADMIN. ${CLOCK}`,
    70107: IMPORT,
    70114: SLOWER,
    70169: SUPPORT,
    70202: SUPPORT,
    70206: BUG,
    70398: `The app has reached its edition’s limit of accounts. ${PLAN}`,
    70399: 'It can’t come back for three months.',
    70402: BUG,
    70403: `Only an app administrator may ask that. ${ADMIN_ID}`,
    70404: BUG,
    70500: SUPPORT,
    71000: 'Accounts of this app can’t be deleted.',
    72000: PLAN,
    72001: `A feature this needs isn’t enabled. ${PLAN}`,
    72002: PLAN,
    72010: SLOWER,
    72011: `A feature this needs isn’t enabled. ${PLAN}`,
    72012: `A feature this needs isn’t enabled. ${PLAN}`,
    80005: `The Chat service of this app is deactivated. ${PLAN}`,
  },
  /** 30003 of the account in whose name is asked. */
  unknownFromAccount:
    'Chat doesn’t know the account that followstats asks as. Set TENCENT_FROM_ACCOUNT to an account that exists in Chat, or import that one.',
  /** A code that no document lists. */
  undocumented: 'No document lists this code. Ask Tencent Cloud support what it means.',
  /** Chat’s own words, where the documents leave the meaning open. */
  info: 'Chat says: “{info}”.',
} as const;
