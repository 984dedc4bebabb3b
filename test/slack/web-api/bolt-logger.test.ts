import { expect, test } from 'vitest';
import { openLog } from '../open-log.ts';

test('what Bolt says goes into the log, its chatter one level lower', () => {
  const { sink, logger } = openLog();
  logger.info('started', 1);
  logger.warn('careful');
  logger.error('broken:', new Error('why'));
  expect(sink.lines.map((line) => JSON.parse(line))).toMatchObject([
    { level: 20, msg: 'started 1' },
    { level: 40, msg: 'careful' },
    { level: 50, msg: 'broken: Error: why' },
  ]);
});

test('its debug lines, which hold whole payloads, go nowhere', () => {
  const { sink, logger } = openLog();
  logger.debug({ response_url: 'https://hooks/the-secret-part' });
  expect(sink.lines).toEqual([]);
});
