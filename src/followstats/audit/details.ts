/**
 * Everything the details of an entry may hold, by name. Accounts are named only where an entry would be worth nothing
 * without them, and what Chat says of an account never is. `manifest/README.md` shows this table to operators.
 */
export const AUDIT_DETAILS = {
  rule: 'which rule decided: whose it is, its role, where it comes from; or why none does',
  why: 'why it was refused or failed, in one word or code',
  subject: 'the person, user group or channel that a role was given to, taken from or asked about, by id',
  role: 'the role given',
  before: 'what was there before: a role, or of a link the UserID',
  person: 'the person a link is about, by id',
  account: 'the UserID of a link that was made or taken back',
  list: 'the name of a list',
  asked: 'how many accounts a change of a list named',
  changed: 'how many of them it added or removed',
  size: 'how many accounts the list has since',
  accounts: 'how many accounts a look-up, history, file, preview or digest is about',
  failed: 'how many of them could not be read',
  digest: 'the number of a digest',
  watch: 'the number of a watch',
  run: 'the delivery id of a post or an alert',
  reason: 'why a digest or a watch was paused, in one word or code',
  channel: 'where a digest is posted or a watch tells, by id',
  lists: 'the names of the lists of a digest or a watch',
  schedule: 'its times, as a cron line',
  zone: 'its time zone',
} as const satisfies Readonly<Record<string, string>>;

/** The details of one entry, by the names of `AUDIT_DETAILS`. */
export type AuditDetails = Readonly<Partial<Record<keyof typeof AUDIT_DETAILS, string | number>>>;

/**
 * `allowed` and `refused` are decisions; `done` and `failed` say how something ended that was allowed. What ends later than
 * its entry is written is `allowed`: a form that opens, a post that was asked for.
 */
export type AuditOutcome = 'allowed' | 'refused' | 'done' | 'failed';
