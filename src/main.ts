import { setGlobalProxyFromEnv } from 'node:http';
import { createApp } from './app.ts';
import { asTypedBesideApp } from './as-typed.ts';
import { loadEnvFile } from './config/env-file.ts';
import { unknownVariables } from './config/unknown-variables.ts';
import { readConfig } from './config.ts';
import { ConfigError, ListenError } from './errors.ts';

/** sysexits.h: a fault in the configuration; restarting won't help. */
const EX_CONFIG = 78;

/** By Node's code; `variable` names the port. */
const WHY_NOT_LISTENING: ReadonlyMap<unknown, (variable: string) => string> = new Map([
  ['EADDRINUSE', (variable) => `another process listens there (EADDRINUSE); end it, or set another ${variable}`],
  ['EACCES', (variable) => `this user may not use that port (EACCES); set a ${variable} above 1023`],
  [
    'ENOTFOUND',
    () => 'HOST is no address and no known name (ENOTFOUND); an address stands there alone, without port or brackets',
  ],
  ['EAI_AGAIN', () => 'the name in HOST cannot be resolved at the moment (EAI_AGAIN); set HOST to an address'],
  ['EADDRNOTAVAIL', () => 'this machine has no such address (EADDRNOTAVAIL); set HOST to one of its own'],
] satisfies [string, (variable: string) => string][]);

/** Ends the process with one line per fault on stderr and no stack: they lie in the configuration, not in the code. */
function giveUp(error: unknown): never {
  if (!(error instanceof ConfigError)) throw error;
  for (const fault of error.faults) process.stderr.write(`followstats: ${fault}\n`);
  process.exit(EX_CONFIG);
}

/** Whether Node's own flag is set, on the command line or in NODE_OPTIONS. Node applies it to Slack's calls alone; Chat's have to follow it, too. */
function hasProxyFlag(): boolean {
  const options = [...process.execArgv, ...(process.env.NODE_OPTIONS ?? '').split(/\s+/)];
  return options.includes('--use-env-proxy');
}

function build() {
  try {
    loadEnvFile('.env', process.env);
    if (hasProxyFlag()) process.env.NODE_USE_ENV_PROXY = '1';
    const config = readConfig(process.env);
    // For Slack's calls. Node does it itself when it starts, but a `.env` is read only now.
    if (config.proxy) {
      const { http, https, exempt } = config.proxy;
      setGlobalProxyFromEnv({ http_proxy: http, https_proxy: https, no_proxy: exempt });
    }
    const [, file = ''] = process.argv;
    return createApp(config, { doctor: asTypedBesideApp('npm run doctor', file) });
  } catch (error) {
    return giveUp(error);
  }
}

const app = build();
const unknown = unknownVariables(process.env);
if (unknown) app.log.warn(unknown);
let isStopping = false;

async function end(code: number): Promise<void> {
  isStopping = true;
  await app.stop();
  process.exit(code);
}

// Not `once`: npm sends Ctrl-C a second time, and a signal without a listener would end the process in the middle. SIGHUP comes when
// its terminal is closed, or from who expects it to read its configuration anew: started again by a supervisor, it does.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!isStopping) void end(0);
  });
}

// A bug: what runs is finished, and a supervisor starts the app again. Further ones until then are only logged.
for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
  process.on(event, (error: unknown) => {
    app.log.fatal({ err: error }, 'ended by an error that nothing handles');
    if (!isStopping) void end(1);
  });
}

void app.tokenRejected.then(async (error) => {
  if (isStopping) return;
  isStopping = true;
  await app.stop();
  giveUp(error);
});

try {
  await app.start();
} catch (error) {
  if (error instanceof ConfigError) giveUp(error);
  if (error instanceof ListenError) {
    const why = WHY_NOT_LISTENING.get(error.code)?.(error.variable);
    if (why) {
      process.stderr.write(`followstats: ${error.message}: ${why}\n`);
      process.exit(1);
    }
  }
  if (!isStopping) {
    app.log.fatal({ err: error }, 'could not start');
    process.exit(1);
  }
}
