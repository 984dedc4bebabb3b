import type { Circumstances, Prepared } from '../delivery/prepare-post.ts';
import type { AlertClaim, AlertPost, Alerts, ThreadHead, Watches } from './ports.ts';
import { isMuted } from './types.ts';

interface Options {
  readonly watches: Pick<Watches, 'states'>;
  readonly alerts: Pick<Alerts, 'content' | 'head' | 'join'>;
}

/** Alerts of one watch go into the thread of one that isn't older than this, milliseconds. */
const THREAD_MS = 24 * 3_600_000;

/**
 * Finds out what an alert says, and into which thread it goes. Asks nothing of Chat, and posts nothing. Rejects when the store
 * fails, or the alert can't be read.
 */
export function createPrepareAlert({ watches, alerts }: Options) {
  return async (claim: AlertClaim, { now }: Pick<Circumstances, 'now'>): Promise<Prepared<AlertPost>> => {
    const { run, digest: watch, isPostAgain } = claim;
    const alert = await alerts.content(run.id);
    if (!alert) throw new Error('an alert can’t be read');
    const report = { rows: [...alert.met], read: alert.met.size, readings: new Map() };
    if (isMuted(watch, now()) && !isPostAgain) return { kind: 'unchanged', report };
    const [latest, states] = await Promise.all([alerts.head(watch.id), watches.states(watch.id)]);
    const head = latest && isOpen(latest, run.slot) ? latest : undefined;
    // Where it is another's by now, its next step says so.
    await alerts.join(claim, head?.run);
    return { kind: 'post', report, post: { run, digest: watch, content: { kind: 'alert', alert, head, states } } };
  };
}

function isOpen({ post }: ThreadHead, slot: number): boolean {
  return slot - post.at < THREAD_MS;
}
