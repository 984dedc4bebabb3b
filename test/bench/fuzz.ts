import { fuzzDoors } from '../soak/fuzz-doors.ts';

const INPUTS = 20_000;
const SEED = 20_261_128;
const MIB = 1024 * 1024;
const MOST_FAILURES_SHOWN = 5;

/** Twenty thousand seeded inputs to each door of one running app, a line each. */
export async function benchFuzz(): Promise<readonly string[]> {
  const reports = await fuzzDoors({ inputs: INPUTS, seed: SEED });
  return reports.flatMap(({ door, inputs, slowestAckMs, slowestAnswerMs, failures, memoryAtQuarter, memoryAtEnd }) => [
    `${door}: ${inputs} inputs, ${failures.length} failures, slowest acknowledgement ${slowestAckMs.toFixed(0)} ms, ` +
      `slowest answer ${slowestAnswerMs.toFixed(0)} ms, memory ${(memoryAtQuarter / MIB).toFixed(0)} MiB at a quarter, ` +
      `${(memoryAtEnd / MIB).toFixed(0)} MiB at the end`,
    ...failures.slice(0, MOST_FAILURES_SHOWN).map((failure) => `  ${failure}`),
  ]);
}
