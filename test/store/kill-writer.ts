import { openStore, type StoreOptions } from '../../src/store/open.ts';
import { ADMIN, accounts } from '../contracts/askers.ts';
import { membersOf, personOf, SNAPSHOTS_A_WRITE } from './kill-rounds.ts';

/* Writes until it is killed, and says each write's number on stdout once it has been acknowledged. */

const WRITERS = 4;

const [, , options = '', list = ''] = process.argv;
process.stdout.write('opening\n');
const store = await openStore(JSON.parse(options) as StoreOptions);
await store.lists.create(list as never, [], ADMIN);
let next = 0;

async function writeOn(): Promise<void> {
  for (;;) {
    const n = next++;
    const person = personOf(list, n);
    await store.links.link(person, accounts(person)[0] as never, ADMIN);
    await store.lists.add(list as never, accounts(person), ADMIN);
    const counts = { followers: n, following: SNAPSHOTS_A_WRITE, mutual: 0, readAt: 1 };
    await store.snapshots.record(new Map(membersOf(person).map((account) => [account, counts])));
    process.stdout.write(`${n}\n`);
  }
}

await Promise.all(Array.from({ length: WRITERS }, writeOn));
