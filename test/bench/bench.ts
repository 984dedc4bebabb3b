import { benchAckLatency } from './ack-latency.ts';
import { benchLookUpOverhead } from './look-up-overhead.ts';

/** Ratios within one run, medians over rounds: the milliseconds beside them are this machine's and no promise. */
const BENCHES = {
  'look-up of 4,000 accounts, 200 calls, 8 at once': benchLookUpOverhead,
  'acknowledging 200 commands at once': benchAckLatency,
};

for (const [title, bench] of Object.entries(BENCHES)) {
  process.stdout.write(`${title}\n`);
  for (const [name, value] of Object.entries(await bench())) process.stdout.write(`  ${name.padEnd(40)} ${value}\n`);
}
