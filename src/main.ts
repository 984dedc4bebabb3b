import { existsSync } from 'node:fs';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { ConfigError } from './errors.ts';

/** sysexits.h: a fault in the configuration; restarting won't help. */
const EX_CONFIG = 78;

if (existsSync('.env')) process.loadEnvFile('.env');

/** One line per fault on stderr and no stack: what is wrong is in the configuration, not in the code. */
function giveUp(error: unknown): never {
  if (!(error instanceof ConfigError)) throw error;
  for (const fault of error.faults) process.stderr.write(`followstats: ${fault}\n`);
  process.exit(EX_CONFIG);
}

function build() {
  try {
    return createApp(readConfig(process.env));
  } catch (error) {
    return giveUp(error);
  }
}

const app = build();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void app.stop().then(() => process.exit(0));
  });
}

try {
  await app.start();
} catch (error) {
  if (error instanceof ConfigError) giveUp(error);
  app.log.fatal({ err: error }, 'could not start');
  process.exit(1);
}
