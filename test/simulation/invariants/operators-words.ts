import { BOT_USER_ID } from '../../../src/demo/slack/installed-app.ts';
import { MINUTE } from '../faults/fault.ts';
import { CAST } from '../people/cast.ts';
import type { Invariant, InvariantTools } from './invariant.ts';

/** Names of environment variables: only who runs the app can do something with them. */
const FOR_OPERATORS = /\b(?:TENCENT|FOLLOWSTATS|SLACK|DATABASE|CACHE|METRICS)_[A-Z][A-Z_]+\b/;
/** What was written for an admin may come so long after they lost the role. */
const UNDER_WAY_MS = 30 * MINUTE;

interface Entry {
  readonly at: number;
  readonly action: string;
  readonly details: string;
}

/** What operators have to do is told to admins alone, and to no channel. */
export const operatorsWords: Invariant = {
  name: 'only admins read what operators have to do',
  watch(tools) {
    const { violated, marks } = tools;
    return {
      message({ authorId, channelId, visibleTo, text, blocks }) {
        if (authorId !== BOT_USER_ID) return;
        const [name] = FOR_OPERATORS.exec(`${text} ${JSON.stringify(blocks)}`) ?? [];
        if (name === undefined) return;
        marks.reach('operators’ words');
        if (visibleTo === undefined) {
          // Of direct messages it isn't said here whose they are; only owners of digests get some that they didn't ask for.
          if (!channelId.startsWith('D')) violated(`a whole channel reads of ${name}`, [channelId]);
        } else void look(tools, visibleTo, name);
      },
    };
  },
};

async function look({ committed, violated, storeNow }: InvariantTools, personId: string, name: string): Promise<void> {
  if (personId === CAST.anders.id) return;
  const entries = await committed<Entry>(
    `select at, action, details from audit
     where outcome = 'done' and action in ('grant', 'revoke') and details like ? order by id`,
    [`%${personId}%`],
  );
  const since = storeNow() - UNDER_WAY_MS;
  const wasAdmin = entries.some(({ action, details }, n) => {
    const endsAt = entries[n + 1]?.at ?? Number.POSITIVE_INFINITY;
    return action === 'grant' && JSON.parse(details).role === 'admin' && endsAt >= since;
  });
  if (!wasAdmin) violated(`${personId} reads of ${name} and is no admin`, [personId]);
}
