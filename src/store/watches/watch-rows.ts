import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { AlertContent, WatchStates } from '../../digests/watches/ports.ts';
import type { Watch, WatchId, WatchSpec } from '../../digests/watches/types.ts';
import type { ListName } from '../../followstats/typed/list-name.ts';
import type { AccountId } from '../../followstats/types.ts';
import { WATCH_SPANS } from '../../followstats/watches/rule.ts';
import type { WatchState } from '../../followstats/watches/step-watch.ts';
import { DIGEST_ROWS, type RunContext } from '../digests/digest-rows.ts';
import { readPauseReason } from '../known-words.ts';
import type { Database, Schema } from '../schema.ts';

type WatchRow = Selectable<Schema['watches']>;

const text = <Text extends string>() => z.custom<Text>((value) => typeof value === 'string');

const Rule = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['reaches', 'falls-below']), followers: z.number() }),
  z.object({
    kind: z.enum(['gains', 'loses']),
    by: z.object({ unit: z.enum(['followers', 'percent']), size: z.number() }),
    span: z.enum(WATCH_SPANS),
  }),
  z.object({ kind: z.literal('disappears') }),
]);

const Spec = z.object({
  rule: Rule,
  channelId: z.string(),
  accounts: z.array(text<AccountId>()),
  lists: z.array(text<ListName>()),
});

const Point = z.object({ followers: z.number(), at: z.number() });

const State = z.object({
  isArmed: z.boolean(),
  metAt: z.number().optional(),
  from: Point.optional(),
  latest: z.object({ followers: z.number().optional(), at: z.number() }),
});

const Content = z.object({
  rule: Rule,
  met: z.array(
    z.tuple([
      text<AccountId>(),
      z.object({ followers: z.number().optional(), from: Point.optional(), at: z.number() }),
    ]),
  ),
});

/** Writes the spec alone, also where it is part of a whole watch. */
export function writeSpec(spec: WatchSpec): string {
  return JSON.stringify(Spec.parse(spec));
}

/** @throws when the spec can't be read, as one that another version or a person by hand wrote */
export function toWatch(row: WatchRow): Watch {
  return {
    ...Spec.parse(JSON.parse(row.spec)),
    id: String(row.id) as WatchId,
    ownerId: row.owner_id,
    state:
      row.paused_at === null
        ? { kind: 'active' }
        : { kind: 'paused', reason: readPauseReason(row.paused_reason ?? ''), since: row.paused_at },
    mutedUntil: row.muted_until ?? undefined,
    nextPollAt: row.next_run_at,
    createdAt: row.created_at,
    editedBy: row.edited_by,
    editedAt: row.edited_at,
  };
}

/** As `toWatch`; `undefined` for one that can't be read. */
export function tryWatch(row: WatchRow): Watch | undefined {
  try {
    return toWatch(row);
  } catch {
    return undefined;
  }
}

/** Watches have alerts, as digests have runs. */
export const WATCH_ROWS: RunContext<Watch>['poster'] = {
  ...DIGEST_ROWS,
  // On these tables a row of what is selected has the watches' columns, too.
  read: (row) => tryWatch(row as WatchRow),
  paused: { action: 'watch-pause', detail: 'watch' },
  // The first of a thread must stand before the next looks for it.
  areInOrder: true,
};

/** Reads what is known of a watch's accounts; what this version can't read counts as not read yet. */
export async function readStates(db: Database, ids: readonly number[]): Promise<ReadonlyMap<number, WatchStates>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('watch_states').selectAll().where('watch_id', 'in', ids).execute();
  const byWatch = Map.groupBy(rows, (row) => row.watch_id);
  return new Map(
    [...byWatch].map(([id, held]) => [id, new Map(held.flatMap(({ account, state }) => readState(account, state)))]),
  );
}

function readState(account: AccountId, written: string): readonly [AccountId, WatchState][] {
  const { data } = State.safeParse(tryJson(written));
  if (!data) return [];
  const { isArmed, metAt, from, latest } = data;
  return [[account, { isArmed, metAt, from, latest: { followers: latest.followers, at: latest.at } }]];
}

/** Puts what is known of a watch's accounts in the place of what was. */
export async function writeStates(db: Database, id: number, states: WatchStates): Promise<void> {
  await db.deleteFrom('watch_states').where('watch_id', '=', id).execute();
  if (states.size === 0) return;
  const rows = [...states].map(([account, state]) => ({
    watch_id: id,
    account,
    state: JSON.stringify(State.parse(state)),
  }));
  await db.insertInto('watch_states').values(rows).execute();
}

/** Writes what an alert says. */
export function writeContent({ rule, met }: AlertContent): string {
  return JSON.stringify(Content.parse({ rule, met: [...met] }));
}

/** @returns `undefined` for what another version wrote otherwise */
export function readContent(written: string): AlertContent | undefined {
  const { data } = Content.safeParse(tryJson(written));
  if (!data) return undefined;
  const met = data.met.map(([account, { followers, from, at }]) => [account, { followers, from, at }] as const);
  return { rule: data.rule, met: new Map(met) };
}

function tryJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
