import type { PlantedBug } from './bug.ts';

const KEPT = 'every acknowledged event is kept';
const LIVE = 'counts are never older than the last event';

/** Bugs in what the app hears of who follows whom. */
export const EVENT_BUGS: readonly PlantedBug[] = [
  {
    name: 'event-not-idempotent',
    about: 'a webhook that comes twice fails the transaction of all that came with it',
    file: 'store/subjects/events.ts',
    find: '.onConflict((conflict) => conflict.doNothing())',
    replace: '',
    seed: 32,
    days: 3,
    by: 'a crossing that lasts is told once, and soon',
  },
  {
    name: 'answered-before-it-is-kept',
    about: 'a webhook counts as kept before the store has its events',
    file: 'followstats/events/keep-events.ts',
    find: "promise.then(() => 'kept'),",
    replace: "Promise.race([promise, Promise.resolve()]).then(() => 'kept'),",
    seed: 32,
    days: 1,
    by: KEPT,
  },
  {
    name: 'cache-kept-elsewhere',
    about: 'only the replica that takes a webhook forgets the counts that it changes',
    file: 'compose/webhooks.ts',
    find: "if (from === 'elsewhere') droppedCounts.drop(accounts);",
    replace: "if (from !== 'elsewhere') droppedCounts.drop(accounts);",
    seed: 64,
    days: 1,
    by: LIVE,
  },
  {
    name: 'events-before-the-opening-count',
    about: 'a ledger counts who came and left on the day before it begins, too',
    file: 'followstats/changes/read-changes.ts',
    find: 'withOpening.map(({ account, opening, closing }) => [account, { after: opening.readAt,',
    replace: 'withOpening.map(({ account, opening, closing }) => [account, { after: opening.readAt - 86_400_000,',
    seed: 112,
    days: 2,
    by: 'who came and who left is what was heard',
  },
  {
    name: 'who-left-is-added',
    about: 'what is unexplained has those who left with the wrong sign',
    file: 'followstats/changes/ledger.ts',
    find: 'return closing.followers - opening.followers - came + left;',
    replace: 'return closing.followers - opening.followers - came - left;',
    seed: 32,
    days: 2,
    by: 'a ledger adds up',
  },
];
