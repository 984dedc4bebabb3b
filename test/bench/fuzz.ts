import { fuzzDoors } from '../soak/fuzz-doors.ts';

const INPUTS = 20_000;
const SEED = 20_261_128;
const MIB = 1024 * 1024;
const MOST_FAILURES_SHOWN = 5;

/** Twenty thousand seeded inputs to each door of a running app, a line each as soon as it is done. */
export async function* benchFuzz(): AsyncGenerator<string> {
  for await (const report of fuzzDoors({ inputs: INPUTS, seed: SEED })) {
    const { door, inputs, slowestAckMs, slowestAnswerMs, failures, memoryAtQuarter, memoryAtEnd } = report;
    yield `${door}: ${inputs} inputs, ${failures.length} failures, slowest acknowledgement ${slowestAckMs.toFixed(0)} ms, ` +
      `slowest answer ${slowestAnswerMs.toFixed(0)} ms, memory ${(memoryAtQuarter / MIB).toFixed(0)} MiB at a quarter, ` +
      `${(memoryAtEnd / MIB).toFixed(0)} MiB at the end`;
    for (const failure of failures.slice(0, MOST_FAILURES_SHOWN)) yield `  ${failure}`;
  }
}
