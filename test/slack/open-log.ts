import { createLogger } from '../../src/logger.ts';
import { createBoltLogger } from '../../src/slack/web-api/bolt-logger.ts';
import { createLogSink } from '../log-sink.ts';

/** A log whose every line can be read, and Bolt's view of it. */
export function openLog() {
  const sink = createLogSink();
  const log = createLogger({ level: 'trace', secrets: [], destination: sink });
  return { sink, log, logger: createBoltLogger(log) };
}
