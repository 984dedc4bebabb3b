import type { RunChange } from '../parts/database-engine.ts';
import { deliveryOf } from './delivery-of.ts';
import type { Invariant } from './invariant.ts';
import { readToldRows } from './told-rows.ts';

interface Spec {
  readonly channelId: string;
  readonly accounts: readonly string[];
  readonly schedule: { readonly zone: string };
}

interface Row {
  readonly spec: string;
  readonly marks: string | null;
}

/** A post is what its digest said when its run was claimed: in that channel, about those accounts, in its zone. */
export const rightPost: Invariant = {
  name: 'a post is what its digest says',
  watch({ violated, committed }) {
    const asked = new Map<string, Spec>();

    const read = async (id: string): Promise<Row | undefined> =>
      (
        await committed<Row>(
          'select spec, marks from digest_runs join digests on digests.id = digest_id where digest_runs.id = ?',
          [id],
        )
      )[0];

    async function look({ id, to, token, tokenBefore }: RunChange): Promise<void> {
      const row = await read(id);
      if (!row) return;
      if (token !== tokenBefore) asked.set(id, JSON.parse(row.spec));
      const spec = asked.get(id);
      if (to !== 'posting' || spec === undefined) return;
      const told = new Set(JSON.parse(row.marks ?? '[]').map(([account]: [string]) => account));
      const missing = spec.accounts.find((account) => !told.has(account));
      if (missing !== undefined) violated(`run ${id} says nothing of ${missing}`, [id]);
    }

    return {
      runs(changes) {
        for (const change of changes)
          if (change.token !== change.tokenBefore || (change.from === 'claimed' && change.to === 'posting'))
            void look(change);
      },
      message(message) {
        const id = deliveryOf(message);
        const spec = id === undefined ? undefined : asked.get(id);
        if (id === undefined || !spec) return;
        if (spec.channelId !== message.channelId)
          violated(`run ${id} was posted to ${message.channelId}, and its digest is for ${spec.channelId}`, [id]);
        const { zone } = spec.schedule;
        const { text } = message;
        if (readToldRows(text).length > 0 && !text.includes(`, ${zone}`))
          violated(`run ${id} says nothing of its zone, ${zone}`, [id]);
        if (text.includes('<!date')) violated(`run ${id} has times of several zones`, [id]);
      },
    };
  },
};
