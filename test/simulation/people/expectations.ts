import type { DatabaseEngine } from '../parts/database-engine.ts';
import { writeRule } from './known-watches.ts';

/** Something that people change and that must then be so: a list, a grant, a link, a digest or a watch. */
export type Subject =
  | { readonly kind: 'list'; readonly name: string }
  | { readonly kind: 'grant'; readonly personId: string }
  | { readonly kind: 'link'; readonly personId: string }
  /** By its title, of which there is only one. */
  | { readonly kind: 'digest'; readonly title: string }
  | { readonly kind: 'watch'; readonly id: number };

/** What an answer says of a change: it was made; it surely wasn't; or nothing is known of it. */
export type Said = 'done' | 'not-done' | 'nothing';

/** What people have been told, compared with what is kept. */
export interface Expectations {
  /**
   * Makes one change of a subject, unless another one is under way.
   * @param change returns the value that the subject has when it is done, and what the answer said
   * @returns what was said; `undefined`, and nothing is done, when another one is under way or the subject's value isn't known
   */
  change(
    subject: Subject,
    change: (before: string) => Promise<{ after: string; said: Said }>,
  ): Promise<Said | undefined>;
  /** Keeps a subject as it is while work goes on. @returns `undefined` as `change` */
  keep<Result>(subject: Subject, work: (value: string) => Promise<Result>): Promise<Result | undefined>;
  /** What a subject surely is at present; `undefined` when that isn't known. */
  of(subject: Subject): string | undefined;
  /** Compares all with what is kept; what wasn't known is known from then on. */
  compare(): Promise<void>;
}

const keyOf = (subject: Subject): string => Object.values(subject).join(' ');

export function createExpectations(
  engine: DatabaseEngine,
  violated: (what: string, about: readonly string[]) => void,
): Expectations {
  const known = new Map<string, { readonly subject: Subject; readonly values: ReadonlySet<string> }>();
  const busy = new Set<string>();

  async function certain(subject: Subject): Promise<string | undefined> {
    const values = known.get(keyOf(subject))?.values;
    if (values === undefined) return readSubject(engine, subject);
    const [value] = values;
    return values.size === 1 ? value : undefined;
  }

  async function exclusively<Result>(
    subject: Subject,
    work: (value: string) => Promise<Result>,
  ): Promise<Result | undefined> {
    const key = keyOf(subject);
    if (busy.has(key)) return undefined;
    busy.add(key);
    try {
      const value = await certain(subject);
      return value === undefined ? undefined : await work(value);
    } finally {
      busy.delete(key);
    }
  }

  const set = (subject: Subject, ...values: readonly string[]) =>
    known.set(keyOf(subject), { subject, values: new Set(values) });

  return {
    change: (subject, change) =>
      exclusively(subject, async (before) => {
        // What is begun may be done, as long as nothing else is known.
        set(subject, before);
        const { after, said } = await change(before);
        if (said === 'done') {
          set(subject, after);
          const kept = await readSubject(engine, subject);
          if (kept !== after)
            violated(`“${keyOf(subject)}” was said to be ${after}, and is kept as ${kept}`, [keyOf(subject)]);
        } else set(subject, before, ...(said === 'nothing' ? [after] : []));
        return said;
      }),
    keep: exclusively,
    of(subject) {
      const values = known.get(keyOf(subject))?.values;
      return values?.size === 1 && !busy.has(keyOf(subject)) ? [...values][0] : undefined;
    },
    async compare() {
      for (const [key, { subject, values }] of known) {
        if (busy.has(key)) continue;
        const kept = await readSubject(engine, subject);
        if (!values.has(kept))
          violated(`“${key}” is kept as ${kept}, and was said to be ${[...values].join(' or ')}`, [key]);
        set(subject, kept);
      }
    },
  };
}

/** Reads a subject's value as it is kept, in one word or line. */
export async function readSubject(engine: DatabaseEngine, subject: Subject): Promise<string> {
  switch (subject.kind) {
    case 'list': {
      const [list] = await engine.committed<{ name: string }>('select name from lists where name = ?', [subject.name]);
      if (!list) return 'absent';
      const rows = await engine.committed<{ account: string }>(
        'select account from list_accounts where list = ? order by position',
        [subject.name],
      );
      return `[${rows.map(({ account }) => account).join(' ')}]`;
    }
    case 'grant': {
      const [row] = await engine.committed<{ role: string }>(
        "select role from grants where subject_kind = 'person' and subject_id = ?",
        [subject.personId],
      );
      return row?.role ?? 'none';
    }
    case 'link': {
      const [row] = await engine.committed<{ account: string }>('select account from links where person_id = ?', [
        subject.personId,
      ]);
      return row?.account ?? 'none';
    }
    case 'watch': {
      const [row] = await engine.committed<{ spec: string; paused_reason: string | null }>(
        'select spec, paused_reason from watches where id = ? and deleted_at is null',
        [subject.id],
      );
      if (!row) return 'absent';
      // The app itself may pause it at any time, for a reason of its own.
      const state = row.paused_reason === 'by-person' ? 'paused' : 'active';
      return `${state} ${writeRule(JSON.parse(row.spec).rule)}`;
    }
    case 'digest': {
      const rows = await engine.committed<{ spec: string; paused_reason: string | null }>(
        'select spec, paused_reason from digests where deleted_at is null',
      );
      const found = rows.filter(({ spec }) => JSON.parse(spec).title === subject.title);
      if (found.length > 1) return 'made twice';
      const [row] = found;
      if (!row) return 'absent';
      // The app itself may pause it at any time, for a reason of its own.
      const state = row.paused_reason === 'by-person' ? 'paused' : 'active';
      return `${state} ${JSON.parse(row.spec).schedule.line}`;
    }
  }
}
