import { withDeadline } from '../../deadline.ts';
import type { ExpiringValues } from '../expiring-values.ts';
import type { ReadRelations } from '../relations/ports.ts';
import type { AccountId } from '../types.ts';
import {
  countJoined,
  type Joining,
  type JoiningCurves,
  type JoiningNeed,
  type JoiningTimes,
  MOST_JOINED,
} from './joining-curve.ts';

/** Reads the time before an account was first read; waits for Chat no longer than an answer can, and never rejects. */
export type ReadJoining = (need: JoiningNeed) => Promise<Joining>;

type NoCurve = Exclude<Joining, { kind: 'curve' }>['kind'];

interface Options {
  readonly readRelations: ReadRelations;
  readonly curves: JoiningCurves;
  readonly values: Pick<ExpiringValues, 'add' | 'remove'>;
  /** Takes why they couldn't be read or kept. */
  readonly onError: (error: unknown) => void;
  /** How long an answer waits for it, milliseconds. */
  readonly waitMs?: number;
  /** Keeps what goes on after the answer until it is over. */
  readonly track: (work: Promise<unknown>) => void;
  /** Aborts when the app stops. */
  readonly signal: AbortSignal;
}

const WAIT_MS = 3000;
/** Longer than a hundred pages take at the slowest; after that another may try. */
const CLAIM_MS = 10 * 60_000;
/** Pages may be smaller than they could be. */
const MOST_PAGES = MOST_JOINED / 100 + 1;

/** Makes a `ReadJoining`: each account is asked about once, by one replica, and kept. */
export function createReadJoining(options: Options): ReadJoining {
  const { readRelations, curves, values, onError, waitMs = WAIT_MS, track, signal } = options;

  /** @returns `undefined` for more followers than are read */
  async function readTimes(account: AccountId): Promise<JoiningTimes | undefined> {
    const since: number[] = [];
    let cursor: string | undefined = '';
    let readAt = 0;
    for (let pages = 0; cursor !== undefined; pages += 1) {
      const page: Awaited<ReturnType<ReadRelations>> = await readRelations(account, 'fans', cursor, {
        priority: 'export',
        signal,
      });
      for (const one of page.relations) if (one.since !== undefined) since.push(one.since);
      if (since.length > MOST_JOINED || pages >= MOST_PAGES) return undefined;
      readAt ||= page.readAt;
      cursor = page.next;
    }
    return { readAt, since: since.sort((one, other) => one - other) };
  }

  async function readOnce(account: AccountId): Promise<JoiningTimes | NoCurve> {
    const claim = `joining:${account}`;
    if (!(await values.add(claim, '', CLAIM_MS))) return (await curves.read(account)) ?? 'pending';
    try {
      const times = await readTimes(account);
      if (!times) await values.remove(claim);
      if (!times) return 'too-many';
      await curves.keep(account, times);
      return times;
    } catch (error) {
      await values.remove(claim).catch(onError);
      throw error;
    }
  }

  return async ({ account, followers, instants }) => {
    try {
      const kept = await curves.read(account);
      if (kept) return toCurve(kept, instants);
      if (followers > MOST_JOINED) return { kind: 'too-many' };
      const reading = readOnce(account).catch((error: unknown): NoCurve => {
        onError(error);
        return 'failed';
      });
      track(reading);
      const read = await withDeadline(reading, { ms: waitMs }, (): NoCurve => 'pending');
      return typeof read === 'object' ? toCurve(read, instants) : { kind: read };
    } catch (error) {
      onError(error);
      return { kind: 'failed' };
    }
  };
}

function toCurve(times: JoiningTimes, instants: readonly number[]): Joining {
  return { kind: 'curve', instants, followers: countJoined(times, instants), readAt: times.readAt };
}
