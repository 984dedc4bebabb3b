import { armedAgainAt } from '../../../src/followstats/watches/rule.ts';
import { MINUTE } from '../faults/fault.ts';
import type { World } from '../world.ts';
import type { PersonTools } from './action.ts';
import { STARS } from './cast.ts';

interface Row {
  readonly id: string;
  readonly state: string;
  readonly content: string;
}

/** Longer than it takes from a webhook to the post of an alert, where nothing fails. */
const TOLD_WITHIN_MS = 3 * MINUTE;

/**
 * While nothing fails, a watch is crossed, the count hovers, falls back, and crosses again: that is told exactly twice, and soon. A
 * watch that is paused or muted tells nothing of it.
 */
export function proveWatches(world: World, tools: PersonTools): Promise<void> {
  return tools.chat.standStill(() => prove(world, tools));
}

async function prove({ engine }: World, tools: PersonTools): Promise<void> {
  const { chance, chat, time, marks, violated } = tools;
  const watches = (await tools.watches()).filter(({ rule }) => rule.kind === 'reaches');
  const [star] = STARS;
  if (watches.length === 0 || star === undefined) return;
  const { id, rule, isPaused, mutedUntil } = chance.pick(watches);
  if (rule.kind !== 'reaches') return;
  const goal = rule.followers;

  const alerts = async (): Promise<readonly Row[]> =>
    (await engine.committed<Row>('select id, state, content from watch_alerts where digest_id = ?', [id])).filter(
      ({ content }) => JSON.parse(content).met.some(([account]: [string]) => account === star),
    );

  /** @returns how many alerts of the star came of it */
  async function bring(followers: number): Promise<number> {
    const before = await alerts();
    chat.bring(star as string, followers);
    await time.sleep(TOLD_WITHIN_MS);
    const known = new Set(before.map((row) => row.id));
    const added = (await alerts()).filter((row) => !known.has(row.id));
    const unposted = added.find(({ state }) => state !== 'posted');
    if (unposted) violated(NAME, `alert ${unposted.id} is ${unposted.state} after three minutes`, [unposted.id]);
    return added.length;
  }

  await bring(armedAgainAt(rule) - 1);
  // It ends within the day, and may do so in between.
  if (mutedUntil !== undefined && mutedUntil > time.now() - MINUTE && mutedUntil < time.now() + 60 * MINUTE) return;
  const tells = isPaused || (mutedUntil !== undefined && mutedUntil > time.now()) ? 0 : 1;
  for (const [followers, told] of [
    [goal + 2, tells],
    [goal - 1, 0],
    [goal + 1, 0],
    [armedAgainAt(rule), 0],
    [goal, tells],
  ] as const) {
    const added = await bring(followers);
    if (added !== told)
      violated(
        NAME,
        `watch ${id} told ${added} times that ${star} has ${followers} followers, and ${goal} are its mark`,
        [`watch ${id}`, star],
      );
  }
  marks.reach(tells === 0 ? 'watch was muted' : 'told twice over a crossing and back');
}

const NAME = 'a crossing that lasts is told once, and soon';
