import { expect, test } from 'vitest';
import { readCommand } from '../../../src/followstats/commands/command.ts';

const read = (text: string) => readCommand(text, 100);

test.each([
  ['digest', { kind: 'digest-list' }],
  ['digest list', { kind: 'digest-list' }],
  ['digest list 21', { kind: 'digest-list', from: '21' }],
  ['Digest NEW', { kind: 'digest-new' }],
  ['digest edit 7', { kind: 'digest-edit', id: '7' }],
  ['digest run #7', { kind: 'digest-run', id: '#7' }],
  ['digest pause "7"', { kind: 'digest-pause', id: '7' }],
  ['digest resume seven', { kind: 'digest-resume', id: 'seven' }],
  ['digest delete 12', { kind: 'digest-delete', id: '12' }],
  ['digest log 12', { kind: 'digest-log', id: '12' }],
])('%s is read as %j', (text, command) => {
  expect(read(text)).toEqual(command);
});

test.each([
  ['digest nwe', { kind: 'unknown-digest-action', word: 'nwe', suggestion: 'new' }],
  ['digest 7', { kind: 'unknown-digest-action', word: '7', suggestion: undefined }],
  ['digest <@U1>', { kind: 'unknown-digest-action', word: { kind: 'person', personId: 'U1' }, suggestion: undefined }],
  ['digest log', { kind: 'missing-digest-id', action: 'log' }],
  ['digest log <@U1>', { kind: 'missing-digest-id', action: 'log' }],
  ['digest new alice', { kind: 'surplus-digest-word', word: 'alice', action: 'new' }],
  ['digest run 7 now', { kind: 'surplus-digest-word', word: 'now', action: 'run' }],
  ['digst list', { kind: 'unknown-subcommand', word: 'digst', suggestion: 'digest' }],
])('%s is wrong', (text, fault) => {
  expect(read(text)).toMatchObject({ kind: 'fault', fault });
});
