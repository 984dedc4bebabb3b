import { expect, test } from 'vitest';
import { createLogger } from '../../../src/logger.ts';
import { createRejectionLog } from '../../../src/ops/http/rejection-log.ts';
import { createLogSink } from '../../log-sink.ts';

test('the first of a kind is logged at once, the others with how many they were', () => {
  const sink = createLogSink();
  const log = createLogger({ level: 'trace', secrets: [], destination: sink });
  let now = 0;
  const rejections = createRejectionLog({ log, now: () => now, everyMs: 10_000 });
  const unsigned = { path: '/a', status: 401, reason: 'it has no signature' };
  for (let n = 0; n < 500; n += 1) rejections.note(unsigned);
  rejections.note({ ...unsigned, status: 413 });
  now = 9999;
  rejections.note(unsigned);
  now = 10_000;
  rejections.note(unsigned);
  rejections.note(unsigned);
  rejections.flush();
  rejections.flush();
  expect(sink.named('HTTP requests were refused')).toMatchObject([
    { status: 401, times: 1 },
    { status: 413, times: 1 },
    { status: 401, times: 501 },
    { status: 401, times: 1 },
  ]);
});
