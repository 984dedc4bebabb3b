import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../../src/store/open.ts';

/** A store that doesn't exist yet, for the running test; what is made of it goes with the test. */
export type NewStore = () => Promise<StoreOptions>;

/** A new embedded store, which needs no server. */
export async function newSqlite(): Promise<StoreOptions> {
  return { kind: 'sqlite', folder: join(temporaryFolder(), 'data') };
}

/** Opens a new store for the running test. */
export async function openNew(newStore: NewStore, now?: () => number): Promise<Store> {
  const store = await openStore({ ...(await newStore()), now });
  onTestFinished(() => store.close());
  return store;
}

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
