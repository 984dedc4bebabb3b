/* What the dumps hold: rows as the app writes them, with texts, numbers and gaps that could come to harm on the way. */

/** Monday, 09:00 UTC; long ago, since the audit keeps younger entries from being deleted. */
export const NINE = Date.parse('2024-03-04T09:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The largest whole number that JavaScript reads exactly. */
export const LARGEST = Number.MAX_SAFE_INTEGER;

/** Accounts whose names look like something else. */
export const ODD_ACCOUNTS = ['__proto__', "o'neil", '@creator"1"', "'); drop table lists;--", '%_\\$1$(x)'] as const;

/** A title of many scripts; RIGHT-TO-LEFT OVERRIDE, a zero-width joiner and a line break among them. */
export const TITLE = 'Créateurs 它 мир 🙂 👩\u200d🚀 \u202eabc\u202c <!channel> &amp; `x` \n"last line"';

const spec = (changes: object) =>
  JSON.stringify({
    title: TITLE,
    channelId: 'C0TEAM',
    accounts: ['alice', ...ODD_ACCOUNTS],
    lists: ['vip', 'empty'],
    schedule: { line: '0 9 * * *', zone: 'Asia/Kathmandu' },
    chart: true,
    onlyIfChanged: false,
    thresholds: { percent: 2.5 },
    language: 'ja',
    ...changes,
  });

const edited = { created_at: NINE - 9 * DAY, edited_by: 'U0OTHER', edited_at: NINE - 8 * DAY };
const digest = {
  ...{ owner_id: 'U0ADMIN', paused_reason: null, paused_at: null, next_run_at: NINE + DAY, ...edited },
  ...{ deleted_at: null, form_id: null },
};

const run = {
  ...{ digest_id: 1, origin: 'schedule', reason: null, attempts: 1, token: 1, lease_until: null, again_at: null },
  ...{ tell_at: null, post_channel_id: null, post_ts: null, post_at: null, marks: null },
};
const at = (slot: number) => ({
  id: `1-${slot}`,
  slot,
  first_tried_at: slot + 5,
  due_at: slot,
  changed_at: slot + 900,
});
const posted = (slot: number) => ({
  ...{ state: 'posted', post_channel_id: 'C0TEAM', post_ts: '1709542800.000100', post_at: slot + 800 },
  marks: JSON.stringify([
    ['alice', 12_480, 3, 0, 12_000],
    ['__proto__', 'missing_account', null],
    ["o'neil", LARGEST, 0, 0, 4, LARGEST],
    ['bob', 'throttled', 7],
  ]),
});

const rule = { kind: 'gains', by: { unit: 'percent', size: 12.5 }, span: 'day' };
const watch = { rule, channelId: 'C0TEAM', accounts: ['alice', "o'neil"], lists: ['vip'] };
const content = { rule, met: [["o'neil", { followers: 27, from: { followers: 20, at: NINE - DAY }, at: NINE }]] };

/** Table → its rows, with all columns of the newest version; a dump of an older one holds those that it had. */
export const ROWS: Readonly<Record<string, readonly Readonly<Record<string, string | number | null>>[]>> = {
  grants: [
    { id: 'g1', subject_kind: 'person', subject_id: 'U0BOSS', role: 'admin', by: 'U0ADMIN', at: NINE - DAY },
    { id: 'g2', subject_kind: 'group', subject_id: 'S0TEAM', role: 'editor', by: 'U0ADMIN', at: NINE },
    { id: 'g3', subject_kind: 'everyone', subject_id: '', role: 'viewer', by: 'U0BOSS', at: NINE + 1 },
  ],
  links: [
    { person_id: 'U0MAYA', account: 'alice', by: 'U0ADMIN', at: NINE },
    { person_id: 'U0PRIYA', account: "o'neil", by: 'U0BOSS', at: NINE + 1 },
  ],
  lists: [
    { name: 'empty', by: 'U0ADMIN', at: NINE },
    { name: 'vip', by: 'U0ADMIN', at: NINE + 1 },
  ],
  // One was taken out since: positions have gaps.
  list_accounts: ['zoe', ...ODD_ACCOUNTS, 'alice'].map((account, n) => ({ list: 'vip', account, position: n * 3 })),
  audit: [
    {
      ...{ id: '01HR4A', at: NINE, action: 'list-create', actor: 'U0ADMIN', channel_id: 'C0PLACE', outcome: 'done' },
      details: '{"list":"vip","asked":7,"changed":7,"size":7}',
    },
    {
      ...{ id: '01HR4B', at: NINE + 1, action: 'lookup', actor: 'U0MAYA', channel_id: '', outcome: 'refused' },
      details: JSON.stringify({ why: TITLE, accounts: LARGEST }),
    },
  ],
  snapshots: [
    { account: 'alice', read_at: NINE - 400 * DAY, followers: 9, following: 3, mutual: 0 },
    { account: 'alice', read_at: NINE, followers: 12_480, following: 3, mutual: 1 },
    ...ODD_ACCOUNTS.map((account, n) => ({ account, read_at: NINE, followers: LARGEST - n, following: n, mutual: 0 })),
  ],
  rate: [{ budget: 'follow_get_info', free_at: NINE + 0.25, leased_at: NINE - 0.75 }],
  digests: [
    { ...digest, id: 1, spec: spec({}), form_id: 'V0FORM' },
    {
      ...{ ...digest, id: 2, spec: spec({ thresholds: {}, language: undefined, lists: [] }) },
      ...{ paused_reason: 'not_in_channel', paused_at: NINE - DAY },
    },
    { ...digest, id: 4100, spec: spec({ title: 'gone' }), deleted_at: NINE - DAY },
  ],
  digest_runs: [
    { ...run, ...at(NINE - 3 * DAY), ...posted(NINE - 3 * DAY) },
    { ...run, ...at(NINE - 2 * DAY), state: 'missed', reason: 'down', attempts: 0, first_tried_at: null },
    { ...run, ...at(NINE - DAY), state: 'failed', reason: 'slack-refused:metadata_too_large', attempts: 3, token: 3 },
    { ...run, ...at(NINE), state: 'unknown', reason: 'no-answer', tell_at: NINE + HOUR },
  ],
  expiring_values: [
    { key: `button:${ODD_ACCOUNTS[3]}`, value: `lookup alice ${TITLE}`, expires_at: NINE + 365_000 * DAY },
  ],
  learned_bursts: [{ command: 'follow_get_info', calls: 37 }],
  homes: [
    {
      ...{ person_id: 'U0MAYA', channel_id: 'D0MAYA', opened_at: NINE, pages: 'lists=1', notice: TITLE },
      ...{ notice_until: NINE + 365_000 * DAY, shown: 'a1b2', claimed_until: 0 },
    },
    {
      ...{ person_id: 'U0PRIYA', channel_id: '', opened_at: NINE, pages: '', notice: null, notice_until: null },
      ...{ shown: '', claimed_until: NINE },
    },
  ],
  follow_events: [
    { account: 'alice', at: NINE - 5, follower: "o'neil", kind: 'follow' },
    { account: 'alice', at: NINE, follower: "o'neil", kind: 'unfollow' },
  ],
  hearing_spans: [
    { id: 'h1', kind: 'hearing', began_at: NINE - DAY, ended_at: NINE, events: 2 },
    { id: 'h2', kind: 'lost', began_at: NINE - HOUR, ended_at: NINE - 1, events: 1 },
  ],
  // Two moments, as `joining-times.ts` writes them.
  joining_curves: [{ account: 'alice', read_at: NINE, times: 'ABAAAAAgAAA=' }],
  watches: [
    {
      ...{ ...digest, id: 1, spec: JSON.stringify(watch), next_run_at: NINE + HOUR, form_id: 'V0WATCH' },
      ...{ muted_until: NINE + DAY, threads_from: 0, token: 7, lease_until: null, looked_at: NINE },
    },
    {
      ...{ ...digest, id: 3, spec: JSON.stringify({ ...watch, rule: { kind: 'disappears' } }) },
      ...{ paused_reason: 'by-person', paused_at: NINE, muted_until: null, threads_from: NINE },
      ...{ token: 0, lease_until: null, looked_at: null },
    },
  ],
  watch_states: [
    {
      ...{ watch_id: 1, account: "o'neil" },
      state: JSON.stringify({
        ...{ isArmed: false, metAt: NINE, from: { followers: 20, at: NINE - DAY } },
        latest: { followers: 27, at: NINE },
      }),
    },
    { watch_id: 3, account: 'alice', state: JSON.stringify({ isArmed: true, latest: { at: NINE } }) },
  ],
  watch_alerts: [
    {
      ...{ ...run, ...at(NINE), state: 'posted', post_channel_id: 'C0TEAM', post_ts: '1709542800.000200' },
      ...{ post_at: NINE + 800, content: JSON.stringify(content), head_id: null, head_shown: TITLE },
    },
  ],
};
