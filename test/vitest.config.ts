import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/property-limits.ts'],
    globalSetup: ['test/store/postgres-server.ts'],
    // Two cores on CI: more workers only make the real servers of the end-to-end tests wait for each other.
    maxWorkers: 2,
    // A browser, three replicas or a property of a hundred runs may wait for two busy cores.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
