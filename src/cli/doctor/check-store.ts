import type { Config } from '../../config.ts';
import { AppError, ConfigError } from '../../errors.ts';
import { judgeLeast, judgeMost, OVERDUE, SPACE } from '../../followstats/health/limits.ts';
import type { examineStore, StoreExam } from '../../store/upkeep/examine-store.ts';
import { type Finding, type Findings, fail, ok, sentences, skip, warn } from './check.ts';

interface Options {
  readonly store: Config['store'];
  /** Of the app that may be running beside; `undefined` when its configuration has faults. */
  readonly app: Pick<Config, 'host' | 'port'> | undefined;
  readonly fetch: typeof globalThis.fetch;
  /** How long the running app may take, milliseconds. */
  readonly timeoutMs: number;
  readonly examine: typeof examineStore;
  /** Bytes that the disk below a folder has left. */
  readonly freeBytes: (folder: string) => Promise<number | undefined>;
}

const MB = 1_000_000;
const MINUTE_MS = 60_000;

/** Looks at the store and at the digests in it. Beside a running app an embedded one is read only, and the app is asked how it is. */
export async function checkStore(options: Options): Promise<Findings> {
  const space = { 'store-space': await judgeSpace(options) };
  try {
    const exam = await options.examine(options.store);
    return { ...space, store: await judgeStore(exam, options), digests: judgeDigests(exam) };
  } catch (error) {
    return { ...space, store: judgeFailure(error, options.store), digests: skip('The store has to work first.') };
  }
}

async function judgeStore(exam: StoreExam, options: Options): Promise<Finding> {
  const engine = `${exam.engine === 'sqlite' ? 'SQLite' : 'Postgres'} ${exam.version}`;
  if (exam.schema === 'newer')
    return fail(
      `A newer version of followstats made the store (${engine}).`,
      'Start that version, or go back to a backup.',
    );
  if (exam.isInUse) return judgeRunningApp(engine, options);
  const within = `within ${Math.ceil(exam.writeMs ?? 0)} ms (${engine})`;
  if (exam.schema === 'none')
    return ok(`The store is empty and can be written ${within}; the first start makes its tables.`);
  if (exam.schema === 'older')
    return ok(`The store takes a synced write ${within}; the next start brings its tables up to date.`);
  return ok(`The store takes a synced write ${within}.`);
}

async function judgeRunningApp(engine: string, { app, fetch, timeoutMs }: Options): Promise<Finding> {
  const elsewhere =
    'Run the doctor with the HOST and PORT of the app that runs, or stop the process that uses DATA_DIR.';
  if (!app || app.port === 0)
    return warn(`Another process uses DATA_DIR (${engine}), and PORT does not say where to ask it.`, elsewhere);
  try {
    const { status } = await fetch(`http://${reachable(app.host)}:${app.port}/readyz`, {
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (status === 200)
      return ok(`The running app can write its store (${engine}); the doctor writes nothing beside it.`);
    return fail(
      `The running app is not ready: its /readyz answers ${status} (${engine}).`,
      'Look into its log, which says whether it is the store or Slack; while it starts, wait a minute.',
    );
  } catch {
    return fail(`Another process uses DATA_DIR (${engine}), and no app answers at HOST and PORT.`, elsewhere);
  }
}

/** An address that means every one of this machine leads to none. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

function judgeFailure(error: unknown, store: Config['store']): Finding {
  const name = store.kind === 'postgres' ? 'DATABASE_URL' : 'DATA_DIR';
  if (error instanceof ConfigError)
    return fail(sentences(error.faults), `Set ${name} right, or do what the sentence says.`);
  if (!(error instanceof AppError)) throw error;
  const fix =
    store.kind === 'postgres'
      ? 'Start Postgres, or let this machine reach it; check the host and port in DATABASE_URL.'
      : 'Make room on the disk of DATA_DIR, and look whether it is sound.';
  return fail(`${error.message}.`, fix);
}

async function judgeSpace({ store, freeBytes }: Options): Promise<Finding> {
  if (store.kind === 'postgres')
    return skip('Postgres keeps its data on a disk of its own, which cannot be seen from here.');
  try {
    const free = await freeBytes(store.folder);
    if (free === undefined) return skip('DATA_DIR is not on a disk that has a size.');
    const what = `${Math.floor(free / MB)} MB are free for DATA_DIR.`;
    const health = judgeLeast(free, SPACE);
    if (health === 'ok') return ok(what);
    const fix = 'Make room on its disk, or move DATA_DIR to a larger one with the app stopped.';
    return health === 'warn' ? warn(what, fix) : fail(what, fix);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'no reason given';
    return skip(`The disk of DATA_DIR cannot be looked at (${code}).`);
  }
}

function judgeDigests({ overdue }: StoreExam): Finding {
  if (!overdue) return skip('There are no digests yet.');
  const { count, lateMs } = overdue;
  const health = judgeMost(lateMs, OVERDUE);
  if (health === 'ok') return ok('No post of a digest is overdue.');
  const minutes = Math.floor(lateMs / MINUTE_MS);
  const late = minutes < 120 ? `${minutes} min` : `${Math.floor(minutes / 60)} h`;
  const what = `${count} ${count === 1 ? 'post of a digest is' : 'posts of digests are'} overdue, the oldest by ${late}.`;
  const fix = 'Start the app if it is stopped; else its log says what keeps its digests.';
  return health === 'warn' ? warn(what, fix) : fail(what, fix);
}
