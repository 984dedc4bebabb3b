import type { DigestId } from '../../src/digests/types.ts';
import type { WatchId } from '../../src/digests/watches/types.ts';
import type { ListName } from '../../src/followstats/typed/list-name.ts';
import type { AccountId } from '../../src/followstats/types.ts';
import type { Store } from '../../src/store/open.ts';
import { ODD_ACCOUNTS } from './dumps/rows.ts';
import { snapshotsOf } from './snapshots-of.ts';

const ALICE = 'alice' as AccountId;
const [FIRST, WATCH] = ['1' as DigestId, '1' as WatchId];
const EVER = Number.MAX_SAFE_INTEGER;

/** What the dumps hold, by the app's own ways to read it. */
export async function readAll(store: Store) {
  const { grants, links, lists, audit, snapshots, digests, runs, watches, alerts } = store;
  return {
    grants: await grants.all(),
    links: await links.all(),
    lists: [...(await lists.read(['vip', 'empty'] as ListName[])).values()],
    audit: await Array.fromAsync(audit.read(0)),
    history: await snapshotsOf(store, ALICE),
    counts: await snapshots.before(ODD_ACCOUNTS as readonly string[] as readonly AccountId[], EVER),
    digests: await digests.all(),
    deletedDigest: await digests.readDeleted('4100' as DigestId),
    runs: await runs.log(FIRST, 9),
    posted: await runs.posted(FIRST, EVER, 9),
    button: await store.expiringValues.get(`button:${ODD_ACCOUNTS[3]}`),
    burst: await store.learnedBursts.read('follow_get_info'),
    home: await store.homes.read('U0MAYA'),
    events: await store.events.last(ALICE, 9),
    hearing: await store.hearing.spans(0, EVER),
    joining: await store.joiningCurves.read(ALICE),
    watches: await watches.all(),
    states: await watches.states(WATCH),
    alerts: await alerts.latest(),
    head: await alerts.head(WATCH),
  };
}
