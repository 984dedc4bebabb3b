import { MINUTE } from '../faults/fault.ts';
import { readToldLedgers } from '../invariants/told-ledger.ts';
import type { World } from '../world.ts';
import type { PersonTools } from './action.ts';
import { STARS } from './cast.ts';

/** Longer than counts are remembered, and than a webhook is under way. */
const PAUSE_MS = 3 * MINUTE;
const NAME = 'who came and who left is what was heard';

interface Snapshot {
  readonly read_at: number;
  readonly followers: number;
}

/** While nothing fails and nobody comes or goes, a ledger has exactly the events that are kept since its opening. */
export async function proveLedger(
  { engine, chat, time, violated }: World,
  { ask, chance }: PersonTools,
): Promise<void> {
  const account = chance.pick(STARS);
  await chat.standStill(async () => {
    await time.sleep(PAUSE_MS);
    const snapshots = await engine.committed<Snapshot>('select read_at, followers from snapshots where account = ?', [
      account,
    ]);
    const events = await engine.committed<{ kind: string; at: number }>(
      'select kind, at from follow_events where account = ?',
      [account],
    );
    const { text } = await ask(`changes ${account} ${chance.pick(['24h', '7d', '30d'])}`);
    const [ledger] = readToldLedgers(text);
    if (!ledger) {
      // Where it was read for the first time, or by webhooks never.
      if (!text.includes(account)) violated(NAME, `${account} has no ledger in “${text.slice(0, 200)}”`, [account]);
      return;
    }
    const { opening, came, left, closing } = ledger;
    const isOfSome = snapshots
      .filter(({ followers }) => followers === opening)
      .some(({ read_at: from }) => {
        const heard = events.filter(({ at }) => at > from);
        const arrived = heard.filter(({ kind }) => kind === 'follow').length;
        return arrived === came && heard.length - arrived === left;
      });
    if (!isOfSome)
      violated(NAME, `${account} is said to go from ${opening} by ${came} came and ${left} left, and no reading fits`, [
        account,
      ]);
    if (closing !== chat.followersOf(account))
      violated(NAME, `${account} is said to have ${closing}, and has ${chat.followersOf(account)}`, [account]);
  });
}
