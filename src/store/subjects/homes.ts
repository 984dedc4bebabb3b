import { HOME_OPEN_MS, type Home, type Homes } from '../../followstats/homes.ts';
import type { PersonId } from '../../followstats/ids.ts';
import { type Context, later } from '../clock.ts';

const NOT_KNOWN = '';

/** Keeps open Homes in the table `homes`, by the store's own clock. */
export function createHomes({ db, clock }: Context): Homes {
  async function change(
    personId: PersonId,
    changed: { readonly pages?: string; readonly notice?: string; readonly noticeMs?: number },
  ): Promise<void> {
    const { pages, notice, noticeMs = 0 } = changed;
    const set = {
      opened_at: clock(),
      ...(pages !== undefined && { pages }),
      ...(notice !== undefined && { notice, notice_until: later(clock, noticeMs) }),
    };
    await db
      .insertInto('homes')
      .values({ person_id: personId, channel_id: '', pages: '', shown: NOT_KNOWN, claimed_until: 0, ...set })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(set))
      .execute();
  }

  return {
    async open(personId, channelId) {
      const opened = {
        channel_id: channelId,
        opened_at: clock(),
        pages: '',
        notice: null,
        notice_until: null,
        shown: NOT_KNOWN,
      };
      await db
        .insertInto('homes')
        .values({ person_id: personId, claimed_until: 0, ...opened })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet(opened))
        .execute();
    },
    turn: (personId, pages) => change(personId, { pages }),
    tell: (personId, notice, noticeMs) => change(personId, { notice, noticeMs }),
    async untell(personId, notice) {
      await db
        .updateTable('homes')
        .set({ notice: null, notice_until: null })
        .where('person_id', '=', personId)
        .where('notice', '=', notice)
        .execute();
    },
    async read(personId) {
      const row = await db
        .selectFrom('homes')
        .selectAll()
        .select(clock().as('now'))
        .where('person_id', '=', personId)
        .executeTakeFirst();
      if (!row) return undefined;
      const { notice: value, notice_until: until } = row;
      const notice: Home['notice'] = value !== null && until !== null && until > row.now ? { value, until } : undefined;
      return { channelId: row.channel_id, pages: row.pages, notice, shown: row.shown };
    },
    async openPeople() {
      const rows = await db
        .selectFrom('homes')
        .select('person_id')
        .where('opened_at', '>', later(clock, -HOME_OPEN_MS))
        .orderBy('opened_at', 'desc')
        .execute();
      return rows.map(({ person_id: personId }) => personId);
    },
    async claim(personId, shown, leaseMs) {
      const { numUpdatedRows } = await db
        .updateTable('homes')
        .set({ claimed_until: later(clock, leaseMs), shown: NOT_KNOWN })
        .where('person_id', '=', personId)
        .where('shown', '=', shown)
        .where('claimed_until', '<=', clock())
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async release(personId, shown) {
      await db.updateTable('homes').set({ claimed_until: 0, shown }).where('person_id', '=', personId).execute();
    },
    async prune() {
      const { numDeletedRows } = await db
        .deleteFrom('homes')
        .where('opened_at', '<=', later(clock, -HOME_OPEN_MS))
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
