import { expect, test } from 'vitest';
import { createChatFaultLog } from '../../src/compose/chat-fault-log.ts';
import { createLogger } from '../../src/logger.ts';
import { createLogSink } from '../log-sink.ts';

const MINUTE = 60_000;
const ERROR = 50;
const WARN = 40;

test('a code is logged at once, then once in ten minutes with how many came since; another code for itself', () => {
  const sink = createLogSink();
  let now = 0;
  const note = createChatFaultLog({
    log: createLogger({ level: 'info', secrets: [], destination: sink }),
    now: () => now,
  });
  for (now = 0; now < 21 * MINUTE; now += MINUTE) note({ kind: 'rejected', code: 70009 }, 'follow_get_info');
  now = 5 * MINUTE;
  note({ kind: 'rejected', code: 30003, about: 'from-account' }, 'follow_get');
  note({ kind: 'rejected', code: 30005 }, 'follow_get');
  note({ kind: 'throttled', code: 60007 }, 'portrait_get');
  const lines = sink.lines.map((line) => JSON.parse(line));
  expect(lines.map(({ level, code, command, more }) => [level, code, command, more])).toEqual([
    [ERROR, 70009, 'follow_get_info', 0],
    [ERROR, 70009, 'follow_get_info', 9],
    [ERROR, 70009, 'follow_get_info', 9],
    [ERROR, 30003, 'follow_get', 0],
    [ERROR, 30005, 'follow_get', 0],
    [WARN, 60007, 'portrait_get', 0],
  ]);
});
