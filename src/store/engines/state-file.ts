import { existsSync, readFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Beside the embedded store's file, which it vouches for. A store that was restored comes without it. */
export const STATE_FILE = 'followstats.state';

const State = z.object({
  /** The store's sequence number: it goes up with every synced write that the app proves its disk with. */
  sequence: z.int().nonnegative(),
  /** As much of it had reached the database file itself, which needs no write-ahead log then. */
  inFile: z.int().nonnegative(),
  /** The database file's size; it never shrinks, except by a vacuum. */
  bytes: z.int().nonnegative(),
});

/** What the store surely held at some moment: whatever is opened later holds that much, or has lost data. */
export type StoreState = Readonly<z.infer<typeof State>>;

/**
 * @returns `undefined` when there is none: a new store, one that was restored, or one of an older version of the app
 * @throws the file system's error when there is one that this user may not read, or the disk fails: that damages nothing
 */
export function readState(folder: string): StoreState | 'damaged' | undefined {
  const file = join(folder, STATE_FILE);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  try {
    return State.parse(JSON.parse(text));
  } catch {
    return 'damaged';
  }
}

/**
 * Puts it in place of the last one, synced: after a crash there is one or the other, and never a half.
 * @param owner of the database, whose the state is made as SQLite does with its own files: else a start as root would shut
 *   the app's user out
 */
export async function writeState(
  folder: string,
  state: StoreState,
  owner: { readonly uid: number; readonly gid: number },
): Promise<void> {
  const file = join(folder, STATE_FILE);
  const part = `${file}.part`;
  const handle = await open(part, 'w', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(state)}\n`);
    const { uid } = await handle.stat();
    // Only root may, and only root needs to.
    if (uid !== owner.uid) await handle.chown(owner.uid, owner.gid).catch(() => {});
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
  await syncFolder(folder);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
