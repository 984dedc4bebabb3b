import type { Invariant } from './invariant.ts';

interface Entry {
  readonly id: string;
  readonly action: string;
  readonly details: string;
}

type Details = Readonly<Record<string, string | number>>;

/** What is kept, a line each: `grant person U1` → `admin`. */
type State = Map<string, string>;

/** What each change leaves, by its entry. */
const CHANGES: Readonly<Record<string, (state: State, details: Details) => void>> = {
  grant: (state, { subject, role }) => state.set(`grant ${subject}`, String(role)),
  revoke: (state, { subject }) => state.delete(`grant ${subject}`),
  link: (state, { person, account }) => state.set(`link ${person}`, String(account)),
  unlink: (state, { person }) => state.delete(`link ${person}`),
  'list-create': (state, { list, size }) => state.set(`list ${list}`, String(size)),
  'list-add': (state, { list, size }) => state.set(`list ${list}`, String(size)),
  'list-remove': (state, { list, size }) => state.set(`list ${list}`, String(size)),
  'list-delete': (state, { list }) => state.delete(`list ${list}`),
  'digest-create': (state, { digest }) => state.set(`digest ${digest}`, 'active'),
  'digest-pause': (state, { digest, reason }) => state.set(`digest ${digest}`, String(reason)),
  'digest-resume': (state, { digest }) => state.set(`digest ${digest}`, 'active'),
  'digest-delete': (state, { digest }) => move(state, `digest ${digest}`, `deleted ${digest}`),
  'watch-create': (state, { watch }) => state.set(`watch ${watch}`, 'active'),
  'watch-pause': (state, { watch, reason }) => state.set(`watch ${watch}`, String(reason)),
  'watch-resume': (state, { watch }) => state.set(`watch ${watch}`, 'active'),
  'watch-delete': (state, { watch }) => move(state, `watch ${watch}`, `deleted watch ${watch}`),
  'watch-restore': (state, { watch }) => move(state, `deleted watch ${watch}`, `watch ${watch}`),
  'digest-restore': (state, { digest }) => move(state, `deleted ${digest}`, `digest ${digest}`),
};

/** As it was when it was deleted, so it comes back. */
function move(state: State, from: string, to: string): void {
  state.set(to, state.get(from) ?? 'active');
  state.delete(from);
}

const KEPT = `
  select 'grant ' || subject_kind || ' ' || subject_id as what, role as value from grants
  union all select 'link ' || person_id, account from links
  union all select 'list ' || name, (select cast(count(*) as text) from list_accounts where list = name) from lists
  union all select 'digest ' || id, coalesce(paused_reason, 'active') from digests where deleted_at is null
  union all select 'watch ' || id, coalesce(paused_reason, 'active') from watches where deleted_at is null`;

/** Of those nothing may be left. */
const isKept = (what: string) => !what.startsWith('deleted ');

/** The audit log accounts for everything that is kept: each change has its entry, and each entry's change was made. */
export const audited: Invariant = {
  name: 'every change is in the audit log',
  watch({ violated, committed }) {
    const state: State = new Map();
    let last = '';
    return {
      async atRest() {
        const entries = await committed<Entry>(
          "select id, action, details from audit where id > ? and outcome = 'done' order by id",
          [last],
        );
        for (const { id, action, details } of entries) {
          CHANGES[action]?.(state, JSON.parse(details));
          last = id;
        }
        const kept: State = new Map(
          (await committed<{ what: string; value: string }>(KEPT)).map(({ what, value }) => [what, value]),
        );
        for (const what of new Set([...state.keys(), ...kept.keys()].filter(isKept)))
          if (state.get(what) !== kept.get(what))
            violated(`${what} is ${kept.get(what) ?? 'gone'}, and by the log it is ${state.get(what) ?? 'gone'}`, [
              what,
            ]);
      },
    };
  },
};
