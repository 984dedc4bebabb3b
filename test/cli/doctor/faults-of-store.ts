import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type StoreOptions } from '../../../src/store/open.ts';
import { freePort } from '../../free-port.ts';
import { temporaryFolder } from '../../store/new-store.ts';
import { serve, silentPort } from './doctor-scene.ts';
import type { Faults } from './fault.ts';

/** A store that the app has used, closed again. */
export async function used(options: StoreOptions): Promise<void> {
  await (await openStore(options)).close();
}

export const STORE_FAULTS: Faults = {
  'a folder that is a file': {
    make() {
      const file = join(temporaryFolder(), 'file');
      writeFileSync(file, '');
      return { DATA_DIR: file };
    },
    trouble: { store: 'fail' },
    what: /DATA_DIR is not a folder/,
    fix: /DATA_DIR/,
  },
  'a folder where none can be made': {
    env: { DATA_DIR: '/proc/followstats' },
    trouble: { store: 'fail' },
    what: /DATA_DIR is not a folder/,
    fix: /DATA_DIR/,
  },
  'a damaged database': {
    make({ folder }) {
      mkdirSync(folder);
      writeFileSync(join(folder, 'followstats.db'), 'x'.repeat(8192));
    },
    trouble: { store: 'fail' },
    what: /damaged, or no store of this app/,
    fix: /DATA_DIR/,
  },
  'a database that is gone': {
    async make({ folder }) {
      await used({ kind: 'sqlite', folder });
      rmSync(join(folder, 'followstats.db'));
      return {};
    },
    trouble: { store: 'fail' },
    what: /DATA_DIR has lost data: followstats\.db is missing/,
    fix: /what the sentence says/,
  },
  'another process in the folder, and no app at HOST and PORT': {
    async make({ folder }) {
      await holdOpen({ kind: 'sqlite', folder });
      return { PORT: String(await freePort()) };
    },
    trouble: { store: 'fail' },
    what: /Another process uses DATA_DIR/,
    fix: /HOST and PORT/,
  },
  'another process in the folder, and any port': {
    async make({ folder }) {
      await holdOpen({ kind: 'sqlite', folder });
      return { PORT: '0' };
    },
    trouble: { store: 'warn' },
    what: /PORT does not say/,
    fix: /HOST and PORT/,
  },
  'a running app that isn’t ready': {
    async make({ folder }) {
      await holdOpen({ kind: 'sqlite', folder });
      const url = await serve((request, response) => response.writeHead(request.url === '/readyz' ? 503 : 404).end());
      return { PORT: new URL(url).port };
    },
    trouble: { store: 'fail' },
    what: /\/readyz answers 503/,
    fix: /its log/,
  },
  'a running app that hangs': {
    async make({ folder }) {
      await holdOpen({ kind: 'sqlite', folder });
      return { PORT: String(await silentPort()) };
    },
    seams: { times: { appMs: 150 } },
    trouble: { store: 'fail' },
    what: /no app answers/,
    fix: /HOST and PORT/,
  },
  'a disk with 150 MB': {
    seams: { freeBytes: async () => 150_000_000 },
    trouble: { 'store-space': 'warn' },
    what: /^150 MB are free/,
    fix: /Make room/,
  },
  'a disk with 19 MB': {
    seams: { freeBytes: async () => 19_999_999 },
    trouble: { 'store-space': 'fail' },
    what: /^19 MB are free/,
    fix: /Make room/,
  },
};

/** Holds the store open until the test has ended. */
async function holdOpen(options: StoreOptions): Promise<void> {
  const store = await openStore(options);
  onTestFinished(() => store.close());
}
