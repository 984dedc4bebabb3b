import { z } from 'zod';
import type { Changes } from '../../followstats/changes/changes.ts';
import { CHANGE_SPANS } from '../../followstats/changes/spans.ts';
import type { FollowEvent } from '../../followstats/events/ports.ts';
import type { Snapshot } from '../../followstats/reports/snapshots.ts';
import type { AccountId } from '../../followstats/types.ts';

/** Followers, following, mutual, and when they were read. */
const Counted = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const Event = z.object({ kind: z.enum(['follow', 'unfollow']), follower: z.string(), at: z.number() });

/** Who came and left as it was shown, as the store has it. */
export const WrittenChanges = z.object({
  span: z.enum(CHANGE_SPANS),
  at: z.number(),
  ledgers: z.array(
    z.object({ account: z.string(), opening: Counted, closing: Counted, came: z.number(), left: z.number() }),
  ),
  firsts: z.array(z.object({ account: z.string(), reading: Counted })),
  unread: z.array(z.string()),
  heard: z.object({
    any: z.boolean(),
    outages: z.array(z.object({ from: z.number(), to: z.number() })),
    lost: z.number(),
  }),
  newest: z.object({ account: z.string(), came: z.array(Event), left: z.array(Event) }).optional(),
  names: z.array(z.tuple([z.string(), z.string()])),
});

type Written = z.infer<typeof WrittenChanges>;

/** Writes changes for the store. Of those that couldn't be read only who they are is kept: they are counted where others read it. */
export function writeChangesShown({ span, at, ledgers, firsts, unread, heard, newest, names }: Changes): Written {
  const toEvents = (events: readonly FollowEvent[]) =>
    events.map(({ kind, follower, at: when }) => ({ kind, follower, at: when }));
  const account = ledgers[0]?.account;
  return {
    ...{ span, at },
    ledgers: ledgers.map(({ opening, closing, ...one }) => ({
      ...one,
      opening: toWritten(opening),
      closing: toWritten(closing),
    })),
    firsts: firsts.map(({ account: first, reading }) => ({ account: first, reading: toWritten(reading) })),
    unread: unread.map((row) => row.account),
    heard: { any: heard.any, outages: [...heard.outages], lost: heard.lost },
    ...(newest && account && { newest: { account, came: toEvents(newest.came), left: toEvents(newest.left) } }),
    names: [...names],
  };
}

/** Reads what `writeChangesShown` wrote. */
export function readChangesShown({ ledgers, firsts, unread, newest, names, ...rest }: Written): Changes {
  const toEvents = (events: readonly z.infer<typeof Event>[]) =>
    events.map(
      (event): FollowEvent => ({
        ...event,
        follower: event.follower as AccountId,
        account: newest?.account as AccountId,
      }),
    );
  const accounts = [...ledgers, ...firsts].map(({ account }) => account as AccountId);
  return {
    ...rest,
    who: { accounts: [...accounts, ...(unread as AccountId[])], linked: [], unlinked: [], empty: [] },
    ledgers: ledgers.map(({ account, opening, closing, ...one }) => ({
      ...one,
      account: account as AccountId,
      opening: toReading(opening),
      closing: toReading(closing),
    })),
    firsts: firsts.map(({ account, reading }) => ({ account: account as AccountId, reading: toReading(reading) })),
    unread: unread.map((account) => ({
      account: account as AccountId,
      lookup: { kind: 'failed', failure: { code: 'incomplete_answer' } },
    })),
    ...(newest && { newest: { came: toEvents(newest.came), left: toEvents(newest.left) } }),
    names: new Map(names as [AccountId, string][]),
  };
}

function toWritten({ followers, following, mutual, readAt }: Snapshot): z.infer<typeof Counted> {
  return [followers, following, mutual, readAt];
}

function toReading([followers, following, mutual, readAt]: z.infer<typeof Counted>): Snapshot {
  return { followers, following, mutual, readAt };
}
