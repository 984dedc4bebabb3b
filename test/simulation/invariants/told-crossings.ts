import { armedAgainAt, SPAN_MS, type WatchRule } from '../../../src/followstats/watches/rule.ts';
import { DAY, HOUR, MINUTE } from '../faults/fault.ts';
import type { Invariant } from './invariant.ts';

interface StateRow {
  readonly id: number;
  readonly account: string;
  readonly state: string;
}

interface Row {
  readonly id: string;
  readonly digest_id: number;
  readonly content: string;
}

/** What an alert says of one account. */
interface Met {
  readonly followers?: number;
  readonly from?: { readonly followers: number; readonly at: number };
  readonly at: number;
}

interface Told {
  readonly alert: string;
  readonly rule: WatchRule;
  readonly met: Met;
}

/** Clocks of replicas differ by less. */
const UNSURE_MS = MINUTE;
/** The database's clock may have been set in between. */
const SET_MS = 30 * MINUTE;
/** When a watch last began anew, so that it may tell what it told before. */
const ANEW = `select max(at) as at from audit where outcome = 'done' and details like ?
  and action in ('watch-edit', 'watch-resume', 'watch-restore')`;

/** Where it began anew, or was muted: what is met by then isn't told. */
const UNTOLD = `select id from audit where outcome = 'done' and details like ? and (
  (at between ? and ? and action in ('watch-create', 'watch-edit', 'watch-resume', 'watch-restore'))
  or (at between ? and ? and action = 'watch-mute'))`;
/** The first reading of a watch that begins anew may be late, as long as Chat can't be asked. */
const FIRST_READ_WITHIN_MS = 12 * HOUR;

/** What an alert says was so, and a crossing is told again only once it was left far enough: a count that hovers is told once. What counts as told has its alert. */
export const toldCrossings: Invariant = {
  name: 'a crossing is told once',
  watch({ violated, committed, hadCounts, followersBetween }) {
    /** What was told last, by watch and account. */
    const last = new Map<string, Told>();
    const looked = new Set<string>();

    function look(account: string, before: Told | undefined, told: Told, anewAt: number): void {
      const { alert, rule, met } = told;
      const about = [alert, account];
      const { followers = -1, at, from } = met;
      if (rule.kind === 'disappears') return;
      if (!hadCounts(account, { followers }, at - UNSURE_MS, at + UNSURE_MS))
        violated(`alert ${alert} says that ${account} had ${followers} followers, which it hadn’t`, about);
      if (from && !hadCounts(account, { followers: from.followers }, from.at - UNSURE_MS, from.at + UNSURE_MS))
        violated(`alert ${alert} says that ${account} had ${from.followers} followers before, which it hadn’t`, about);
      if ('span' in rule) {
        const moved = (rule.kind === 'gains' ? 1 : -1) * (followers - (from?.followers ?? followers));
        const least = rule.by.unit === 'followers' ? rule.by.size : ((from?.followers ?? 0) * rule.by.size) / 100;
        if (moved <= 0 || moved < least) violated(`alert ${alert} tells of ${account}, which moved by ${moved}`, about);
        if (from && at - from.at > SPAN_MS[rule.span] + UNSURE_MS)
          violated(`alert ${alert} compares ${account} with a reading before its span`, about);
        return;
      }
      const isUp = rule.kind === 'reaches';
      if (isUp ? followers < rule.followers : followers >= rule.followers)
        violated(`alert ${alert} tells of ${account}, which has ${followers}`, about);
      if (!before || !('followers' in before.rule)) return;
      const between = followersBetween(account, before.met.at - UNSURE_MS, at + UNSURE_MS);
      if (!between) return;
      // A watch that begins anew is armed by any count for which its rule isn't met.
      const mark = anewAt > before.met.at - SET_MS ? (isUp ? rule.followers - 1 : rule.followers) : armedAgainAt(rule);
      if (isUp ? between.least > mark : between.most < mark)
        violated(
          `alert ${alert} tells of ${account} again, which between ${before.alert} and it had ${between.least} to ${between.most}`,
          about,
        );
    }

    /** What a watch keeps as met was told, unless it was so from the start, or the watch was muted. */
    async function lookAtStates(rows: readonly Row[]): Promise<void> {
      const told = new Set(
        rows.flatMap(({ digest_id: id, content }) =>
          JSON.parse(content).met.map(([account, { at }]: [string, Met]) => `${id} ${account} ${at}`),
        ),
      );
      const states = await committed<StateRow>(
        `select watches.id as id, account, state from watch_states join watches on watches.id = watch_id
         where deleted_at is null and paused_at is null`,
      );
      for (const { id, account, state } of states) {
        const { isArmed, metAt: at } = JSON.parse(state);
        if (isArmed || at === undefined || told.has(`${id} ${account} ${at}`)) continue;
        const untold = await committed(UNTOLD, [
          `%"watch":"${id}"%`,
          ...[at - FIRST_READ_WITHIN_MS, at + SET_MS],
          ...[at - DAY - SET_MS, at + SET_MS],
        ]);
        if (untold.length === 0)
          violated(`watch ${id} counts as having told of ${account} at ${new Date(at).toISOString()}, and hasn’t`, [
            `watch ${id}`,
            account,
          ]);
      }
    }

    return {
      async atRest() {
        const rows = await committed<Row>('select id, digest_id, content from watch_alerts order by digest_id, slot');
        await lookAtStates(rows);
        for (const watch of new Set(rows.map(({ digest_id: id }) => id))) {
          const own = rows.filter(({ id, digest_id: of }) => of === watch && !looked.has(id));
          if (own.length === 0) continue;
          const [entry] = await committed<{ at: number | null }>(ANEW, [`%"watch":"${watch}"%`]);
          for (const { id, content } of own) {
            looked.add(id);
            const { rule, met } = JSON.parse(content) as { rule: WatchRule; met: readonly (readonly [string, Met])[] };
            for (const [account, one] of met) {
              const key = `${watch} ${account}`;
              const told = { alert: id, rule, met: one };
              look(account, last.get(key), told, entry?.at ?? 0);
              last.set(key, told);
            }
          }
        }
      },
    };
  },
};
