import { expect, test } from 'vitest';
import { SCOPES } from '../../../manifest/manifest.ts';
import { type Check, sentences } from '../../../src/cli/doctor/check.ts';
import { isWell, peopleLines, toHookJson, toJson } from '../../../src/cli/doctor/report.ts';
import { SCOPES as CHECKED } from '../../../src/slack/web-api/scopes.ts';

const FINE: Check = { id: 'config', status: 'ok', what: 'Every variable is in order.', fix: null };
const WARNED: Check = { id: 'store-space', status: 'warn', what: '150 MB are free.', fix: 'Make room.' };
const FAILED: Check = { id: 'chat-key', status: 'fail', what: 'Chat answered 70009.', fix: 'Check the key.' };
const SKIPPED: Check = { id: 'chat-follow', status: 'skip', what: 'It can be told once chat-key is right.', fix: null };
const ALL = [FINE, WARNED, FAILED, SKIPPED];

test('people read a line each, with what to do below it, and the sum', () => {
  expect([...peopleLines(ALL, false)]).toEqual([
    '✓ config: Every variable is in order.',
    '! store-space: 150 MB are free.',
    '    Make room.',
    '✗ chat-key: Chat answered 70009.',
    '    Check the key.',
    '– chat-follow: It can be told once chat-key is right.',
    '1 failed, 1 to look at, 1 skipped, 1 fine.',
  ]);
});

test('a terminal gets colours, and nothing else can steer it', () => {
  const [line] = peopleLines([{ ...FAILED, what: 'a\u001b[2J\rb' }], true);
  expect(line).toBe('\u001b[31m✗ chat-key\u001b[0m: a\ufffd[2J\ufffdb');
});

test('several faults are a line each, below their check, and one sentence after the other for the Slack CLI', () => {
  const faults: Check = {
    id: 'config',
    status: 'fail',
    what: sentences(['A is x; y', 'B is z\u001b[2J']),
    fix: 'Mend it.',
  };
  expect([...peopleLines([faults], false)].slice(0, -1)).toEqual([
    '✗ config: A is x; y.',
    '  B is z\ufffd[2J.',
    '    Mend it.',
  ]);
  const [version] = JSON.parse(toHookJson([{ ...faults, what: 'A.\nB.' }])).versions;
  expect(version.error.message).toBe('A. B. Mend it.');
});

test('only a failure is not well', () => {
  expect([isWell(ALL), isWell([FINE, WARNED, SKIPPED]), isWell([FAILED])]).toEqual([false, true, false]);
});

test('programs read one object', () => {
  expect(JSON.parse(toJson(ALL))).toEqual({ ok: false, checks: ALL });
  expect(JSON.parse(toJson([WARNED]))).toEqual({ ok: true, checks: [WARNED] });
});

test('the Slack CLI reads an error as an object, and takes everything else for a version', () => {
  expect(JSON.parse(toHookJson(ALL))).toEqual({
    versions: [
      { name: 'config', current: 'ok', message: FINE.what },
      { name: 'store-space', current: 'warn', message: '150 MB are free. Make room.' },
      { name: 'chat-key', current: 'fail', error: { message: 'Chat answered 70009. Check the key.' } },
      { name: 'chat-follow', current: 'skip', message: SKIPPED.what },
    ],
  });
});

test('the scopes that are checked are those of the manifest', () => {
  const asked = SCOPES.map(({ scope, isOptional }) => [scope, isOptional ? 'optional' : 'required']);
  expect(Object.entries(CHECKED)).toEqual(asked);
});
