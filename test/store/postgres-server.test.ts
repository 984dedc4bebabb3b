import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const SERVER = fileURLToPath(new URL('postgres-server.ts', import.meta.url));

test('a process that had its own Postgres ends with the exit code that it has set', async () => {
  const script = `
    const { startPostgres } = await import(${JSON.stringify(SERVER)});
    const { stop } = await startPostgres();
    process.exitCode = 3;
    await stop();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' });
  expect(await once(child, 'exit')).toEqual([3, null]);
});
