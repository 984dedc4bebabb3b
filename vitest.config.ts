import { defineConfig } from 'vitest/config';

/** Tests that share a real Postgres, started once for them. */
const STORE = ['test/store/**/*.test.ts', 'test/**/*.store.test.ts'];
/** Tests of whole processes, over real HTTP and WebSocket, of replicas on Postgres, and of the demo in a browser. */
const E2E = [
  'test/e2e/**/*.test.ts',
  'test/soak/**/*.test.ts',
  'test/demo/**/*.test.ts',
  'test/ops/http/**/*.test.ts',
  'test/slack/{connection,web-api}/**/*.test.ts',
];
/** Simulations: whole processes that keep both cores of CI busy for minutes. */
const SIMULATION = ['test/simulation/**/*.test.ts'];
/** What the built image does: `npm run image-test`, which needs more than Node and npm. */
const IMAGE = ['test/image/built/**/*.test.ts'];

const common = {
  setupFiles: ['test/property-limits.ts'],
  // A browser, three replicas or a property of a hundred runs may wait for two busy cores.
  testTimeout: 60_000,
  hookTimeout: 60_000,
};
const withPostgres = { ...common, globalSetup: ['test/store/postgres-server.ts'] };

export default defineConfig({
  test: {
    // Two cores on CI: more workers only make the real servers of the end-to-end tests wait for each other.
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          // One module graph a worker, since the app keeps no state in modules: most of the time went into importing.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...STORE, ...E2E, ...SIMULATION, ...IMAGE],
        },
      },
      { test: { ...withPostgres, name: 'store', include: STORE } },
      { test: { ...withPostgres, name: 'e2e', include: E2E } },
      {
        test: {
          ...common,
          name: 'simulation',
          include: SIMULATION,
          exclude: STORE,
          // After all others and one file after the other, each with two processes at most: two virtual years have two minutes.
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          maxConcurrency: 2,
          testTimeout: 300_000,
        },
      },
    ],
  },
});
