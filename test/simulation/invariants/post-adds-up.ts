import { deliveryOf } from './delivery-of.ts';
import type { Invariant } from './invariant.ts';
import { LAST_POST, readToldRows, type ToldRow } from './told-rows.ts';

/** The first line of a post, in words. */
const HEADLINE =
  /^(?:(?:(?<way>Up|Down) (?<by>[\d,]+) followers?|(?<same>No change|Gains and losses cancel out))(?: over [\d,]+ accounts?)? since .* · (?<all>[\d,]+)|(?<total>[\d,]+) followers?) in (?:(?<whole>all)|the (?<read>one|[\d,]+) )/m;
/** Its last line, where not all accounts were read. */
const PARTLY_READ = /· [\d,]+ of [\d,]+ read/;
/** Where not all words have room. */
const IN_SHORT = 'Each account with its followers';
const MILESTONE = /(account-\d+) reached ([\d,]+) followers?$/gm;

/** A post's first line is the sum of its rows, which stand in order, and what it says of one account is in that account's row. */
export const postAddsUp: Invariant = {
  name: 'a post adds up',
  watch({ violated }) {
    function lookAtSum(run: string, text: string, rows: readonly ToldRow[]): void {
      const { way, by, same, all, total, whole, read } = HEADLINE.exec(text)?.groups ?? {};
      const followers = rows.reduce((sum, { counts }) => sum + counts.followers, 0);
      const change = rows.reduce((sum, row) => sum + gainOf(row, 0), 0);
      const saidChange = same !== undefined ? 0 : Number(plain(by)) * (way === 'Down' ? -1 : 1);
      const said = Number(plain(all ?? total));
      if (said !== followers) violated(`run ${run} says ${said} followers in all, and its rows ${followers}`, [run]);
      const accounts = read === 'one' ? 1 : Number(plain(read));
      if (whole === undefined ? accounts !== rows.length : PARTLY_READ.test(text))
        violated(`run ${run} says of how many accounts its followers are, and its rows are ${rows.length}`, [run]);
      if (total === undefined && saidChange !== change)
        violated(`run ${run} says ${saidChange} more followers, and its rows ${change}`, [run]);
    }

    function lookAtOrder(run: string, rows: readonly ToldRow[]): void {
      for (const [n, row] of rows.entries()) {
        const next = rows[n + 1];
        if (next && compare(row, next) > 0)
          violated(`run ${run} has ${row.account} before ${next.account}`, [run, row.account]);
      }
    }

    function lookAtMilestones(run: string, text: string, rows: readonly ToldRow[]): void {
      for (const [, account = '', reached] of text.matchAll(MILESTONE)) {
        const row = rows.find((one) => one.account === account);
        const now = row?.counts.followers ?? 0;
        // The last post may not have read it: then what it had before isn't said.
        const before = row?.change ? now - gainOf(row, 0) : 0;
        const step = Number(plain(reached));
        if (now < step || before >= step)
          violated(`run ${run} says that ${account} reached ${step}, from ${before} to ${now}`, [run, account]);
      }
    }

    return {
      message(message) {
        const run = deliveryOf(message);
        const { text } = message;
        const rows = readToldRows(text);
        if (run === undefined || rows.length === 0 || text.includes(IN_SHORT)) return;
        lookAtSum(run, text, rows);
        lookAtOrder(run, rows);
        lookAtMilestones(run, text, rows);
      },
    };
  },
};

/** @param otherwise where the row doesn't say it */
function gainOf({ change }: ToldRow, otherwise: number): number {
  return change?.since === LAST_POST ? change.by : otherwise;
}

/** Who gained most stands first, then who has most followers; those of whom no change is known stand last. */
function compare(a: ToldRow, b: ToldRow): number {
  const [gainA, gainB] = [gainOf(a, -1e9), gainOf(b, -1e9)];
  return gainB - gainA || b.counts.followers - a.counts.followers;
}

const plain = (digits = ''): string => digits.replaceAll(',', '');
