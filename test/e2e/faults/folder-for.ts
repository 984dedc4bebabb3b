import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for an embedded store, gone once the scope is closed. */
export function folderFor(scope: AsyncDisposableStack): string {
  const folder = mkdtempSync(join(tmpdir(), 'followstats-faults-'));
  scope.defer(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
