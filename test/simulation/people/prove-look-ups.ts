import { MINUTE, SECOND } from '../faults/fault.ts';
import { readToldRows } from '../invariants/told-rows.ts';
import type { PersonTools } from './action.ts';
import { ACCOUNTS } from './cast.ts';

/** So many that surely each replica gets some. */
const TIMES = 4;
/** Longer than counts are remembered. */
const PAUSE_MS = 2 * MINUTE;
const LONGEST_MS = MINUTE;

/** While nothing fails, a person who asks for accounts that Chat knows reads all their counts, and soon. */
export async function proveLookUps({ ask, chance, time, violated }: PersonTools): Promise<void> {
  for (let n = 0; n < TIMES; n += 1) {
    await time.sleep(PAUSE_MS);
    const accounts = [...new Set(Array.from({ length: chance.pick([1, 3, 40]) }, () => chance.pick(ACCOUNTS)))];
    const from = time.elapsed();
    const { text } = await ask(accounts.join(' '));
    const [read, ms] = [readToldRows(text).length, time.elapsed() - from];
    if (read === accounts.length && ms <= LONGEST_MS) continue;
    const inTime = `after ${Math.round(ms / SECOND)} s`;
    violated(
      'look-ups are answered',
      `${read} of ${accounts.length} accounts were read ${inTime}: “${text.slice(0, 200)}”`,
    );
  }
}
