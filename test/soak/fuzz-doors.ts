import { createSeededRandom } from '../bench/seeded-random.ts';
import { type AnswerSink, openAnswerSink } from './fuzz/answer-sink.ts';
import { DOORS, type Door } from './fuzz/doors.ts';
import { proveAlive, sendFrame } from './fuzz/frames.ts';
import { type FuzzedApp, startFuzzedApp } from './fuzz/fuzzed-app.ts';
import { createRandomInput, type RandomInput } from './fuzz/random-input.ts';
import { makeRawRequest, sendRaw } from './fuzz/raw-bodies.ts';
import { readSettings } from './fuzz/settings.ts';

/** How much is sent. */
export interface Fuzz {
  /** Inputs of each door. */
  readonly inputs: number;
  readonly seed: number;
}

/** What came of one door's inputs. Times in milliseconds; memory in bytes, as the system sees the process. */
export interface DoorReport {
  readonly door: string;
  readonly inputs: number;
  /** The slowest acknowledgement, and the slowest answer at the `response_url`. */
  readonly slowestAckMs: number;
  readonly slowestAnswerMs: number;
  /** Inputs without an acknowledgement, or without the answer that its person waits for: which of the door's inputs, and what happened. */
  readonly failures: readonly string[];
  readonly memoryAtQuarter: number;
  readonly memoryAtEnd: number;
}

const AT_ONCE = 32;
const ACK_WITHIN_MS = 10_000;
const ANSWER_WITHIN_MS = 30_000;
const SLOWEST_RAW_MS = 15_000;

/**
 * Sends seeded random input to each door of the app, many at a time, and tells what came of it. One app takes all that
 * comes over HTTP, another what comes over its socket.
 */
export async function* fuzzDoors(fuzz: Fuzz): AsyncGenerator<DoorReport> {
  yield* fuzzHttp(fuzz);
  yield fuzzSocket(fuzz);
  yield fuzzSettings(fuzz);
}

async function* fuzzHttp({ inputs, seed }: Fuzz): AsyncGenerator<DoorReport> {
  const app = await startFuzzedApp('http');
  const sink = await openAnswerSink(() => performance.now());
  try {
    for (const [name, door] of Object.entries(DOORS)) {
      const one = (input: RandomInput) => knock(app, sink, door, input);
      yield fuzzDoor(name, app, createRandomInput(createSeededRandom(seed)), inputs, one);
    }
    const raw = async (input: RandomInput): Promise<Outcome> => {
      const closed = await sendRaw(app.url, makeRawRequest(input), SLOWEST_RAW_MS);
      return { ackMs: 0, answerMs: 0, failure: closed ? undefined : 'the connection stayed open' };
    };
    yield fuzzDoor('unsigned', app, createRandomInput(createSeededRandom(seed)), inputs, raw);
  } finally {
    await app.close();
    sink.close();
  }
}

/** Nobody waits for an answer to such a message, so that a command after each proves that the app is there. */
async function fuzzSocket({ inputs, seed }: Fuzz): Promise<DoorReport> {
  const app = await startFuzzedApp('socket');
  try {
    const one = async (input: RandomInput): Promise<Outcome> => {
      sendFrame(app, input);
      const proof = await proveAlive(app);
      return typeof proof === 'number'
        ? { ackMs: proof, answerMs: 0, failure: undefined }
        : { ackMs: 0, answerMs: 0, failure: proof };
    };
    return await fuzzDoor('socket', app, createRandomInput(createSeededRandom(seed)), inputs, one);
  } finally {
    await app.close();
  }
}

/** In this process, whose end would be the end of all. */
async function fuzzSettings({ inputs, seed }: Fuzz): Promise<DoorReport> {
  const here: Watched = { ended: () => undefined, memory: () => process.memoryUsage().rss };
  const one = async (input: RandomInput): Promise<Outcome> => {
    const startedAt = performance.now();
    const failure = readSettings(input);
    return { ackMs: performance.now() - startedAt, answerMs: 0, failure };
  };
  return fuzzDoor('settings', here, createRandomInput(createSeededRandom(seed)), inputs, one);
}

type Watched = Pick<FuzzedApp, 'ended' | 'memory'>;

interface Outcome {
  readonly ackMs: number;
  readonly answerMs: number;
  readonly failure: string | undefined;
}

async function knock(app: FuzzedApp, sink: AnswerSink, door: Door, input: RandomInput): Promise<Outcome> {
  const url = sink.newUrl();
  const { form, wantsAnswer } = door(input, url);
  const startedAt = performance.now();
  const status = await app.send(form, ACK_WITHIN_MS).catch((error: unknown) => `no answer: ${error}`);
  const ackMs = performance.now() - startedAt;
  // A body that is too large or no JSON object is refused; a fault of the app is not a refusal.
  if (typeof status === 'string' || status >= 500)
    return { ackMs, answerMs: 0, failure: `acknowledged with ${status}` };
  if (!wantsAnswer || status !== 200) return { ackMs, answerMs: 0, failure: undefined };
  const answerMs = await sink.answered(url, ANSWER_WITHIN_MS);
  return {
    ackMs,
    answerMs: answerMs ?? 0,
    failure: answerMs === undefined ? 'its person was not answered' : undefined,
  };
}

async function fuzzDoor(
  door: string,
  app: Watched,
  input: RandomInput,
  inputs: number,
  one: (input: RandomInput) => Promise<Outcome>,
): Promise<DoorReport> {
  const outcomes: Outcome[] = [];
  const failures: string[] = [];
  let memoryAtQuarter = 0;
  for (let sent = 0; sent < inputs && !app.ended(); sent += AT_ONCE) {
    const batch = await Promise.all(Array.from({ length: Math.min(AT_ONCE, inputs - sent) }, () => one(input)));
    failures.push(...batch.flatMap(({ failure }, n) => (failure ? [`input ${sent + n}: ${failure}`] : [])));
    outcomes.push(...batch);
    if (memoryAtQuarter === 0 && sent >= inputs / 4) memoryAtQuarter = app.memory();
  }
  const ended = app.ended();
  if (ended) failures.push(`the app ended with ${ended.code}: ${ended.stderr}`);
  return {
    door,
    inputs: outcomes.length,
    slowestAckMs: Math.max(...outcomes.map(({ ackMs }) => ackMs)),
    slowestAnswerMs: Math.max(...outcomes.map(({ answerMs }) => answerMs)),
    failures,
    memoryAtQuarter,
    memoryAtEnd: ended ? 0 : app.memory(),
  };
}
