import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLogger, type Logger } from '../src/logger.ts';
import { createLogSink } from './log-sink.ts';

const KEY = '0123456789abcdef'.repeat(4);
const TOKEN = 'xoxb-1-abc';

/** The lines that `use` has a logger with these secrets write. */
function linesOf(use: (log: Logger) => void, secrets: readonly string[] = [KEY, TOKEN], level = 'info') {
  const sink = createLogSink();
  use(createLogger({ level, secrets, destination: sink }));
  return sink.lines;
}

test('a line is one JSON object with level, time and message', () => {
  const [line] = linesOf((log) => log.info({ accounts: 3 }, 'asked'));
  expect(line).toMatch(/\n$/);
  expect(JSON.parse(line ?? '')).toEqual({
    level: 30,
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    accounts: 3,
    msg: 'asked',
  });
});

test('below its level nothing is written', () => {
  expect(linesOf((log) => log.info('asked'), [], 'warn')).toEqual([]);
});

test.each<[where: string, use: (log: Logger) => void]>([
  ['a message', (log) => log.info(`key ${KEY}, token ${TOKEN}, key ${KEY}`)],
  ['a field', (log) => log.info({ note: KEY, deep: { list: [{ x: TOKEN }] } }, 'asked')],
  ['the name of a field', (log) => log.info({ [KEY]: 1 }, 'asked')],
  ['an error', (log) => log.error(new Error(`bad ${KEY}`, { cause: new Error(TOKEN) }), 'failed')],
  ['a child logger', (log) => log.child({ note: TOKEN }).info(KEY)],
  ['a URL', (log) => log.info({ at: `https://x.test/?key=${KEY}` }, 'asked')],
])('a known secret in %s is blanked out, and the line stays JSON', (_, use) => {
  const lines = linesOf(use);
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain(KEY);
  expect(lines[0]).not.toContain(TOKEN);
  expect(lines[0]).toContain('[secret]');
  expect(() => JSON.parse(lines[0] ?? '')).not.toThrow();
});

test('a secret is found in the form JSON gives it, whatever characters it has', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (odd) => {
      // Begun and ended so that it is nowhere in a line but where it was put.
      const secret = `zq${odd}"\\\nqz`;
      const [line] = linesOf((log) => log.info({ note: `a${secret}b` }, secret), [secret]);
      expect(JSON.parse(line ?? '')).toMatchObject({ note: 'a[secret]b', msg: '[secret]' });
    }),
  );
});

test.each(['token', 'secret', 'secretKey', 'signingSecret', 'usersig', 'authorization', 'url', 'response_url'])(
  'a field called %s is never written, nor one level down',
  (field) => {
    const lines = linesOf((log) =>
      log.info({ [field]: 'not-known-before', headers: { [field]: 'not-known-before' } }, 'x'),
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('not-known-before');
  },
);
