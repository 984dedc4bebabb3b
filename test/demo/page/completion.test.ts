import { expect, test } from 'vitest';
import { completionAt, usageHintOf } from '../../../src/demo/page/completion.ts';
import { ANA, BO, GUS } from '../slack/open-workspace.ts';

const NAMES = {
  commands: [
    { command: '/followstats', description: 'Look up', usageHint: 'WHO…' },
    { command: '/follow', description: 'Another', usageHint: '' },
  ],
  people: [ANA, { ...BO, realName: 'Bo Anderson' }, GUS],
  channels: [
    { id: 'C0NEWS', name: 'news', isPrivate: false, memberIds: [] },
    { id: 'D0ANA', name: 'directmessage', isPrivate: true, memberIds: [] },
  ],
  userGroups: [{ id: 'S0OPS', handle: 'ana-team', name: 'Analysts', memberIds: [] }],
};

/** What is offered when `|` is the caret. */
function offers(typed: string) {
  const caret = typed.indexOf('|');
  return completionAt(typed.replace('|', ''), caret, NAMES)?.choices.map(({ insert }) => insert) ?? [];
}

test.each([
  ['/|', ['/followstats', '/follow']],
  ['/followS|', ['/followstats']],
  ['look at /fo|', []],
  ['/followstats @an|', ['@ana', '@bo', '@ana-team']],
  ['/followstats #|', ['#news']],
  ['/followstats a|', []],
  ['@g| alice', ['@gus']],
  ['', []],
])('%s offers %j', (typed, expected) => {
  expect(offers(typed)).toEqual(expected);
});

test.each(['/follow|', '/followstats|', '@gus|', '@RBT#news|', '/followstats x#ne|'])(
  'at %s there is nothing to complete, so that Enter sends',
  (typed) => {
    expect(offers(typed)).toEqual([]);
  },
);

test('only the word before the caret is replaced', () => {
  expect(completionAt('/followstats @gu bob', 16, NAMES)).toMatchObject({ from: 13, choices: [{ insert: '@gus' }] });
});

test('the usage hint is shown once the command is whole', () => {
  expect(usageHintOf('/followstats al', NAMES)).toBe('WHO…');
  expect(usageHintOf('/followst', NAMES)).toBeUndefined();
});
