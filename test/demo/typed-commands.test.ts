import { expect, test } from 'vitest';
import { readTypedCommands } from '../../src/demo/typed-commands.ts';

test.each([
  [['/followstats alice bob'], [['maya', '/followstats alice bob']]],
  [['/followstats', 'alice', 'bob'], [['maya', '/followstats alice bob']]],
  [
    ['/a b', '/c d'],
    [
      ['maya', '/a b'],
      ['maya', '/c d'],
    ],
  ],
  [
    ['anders: /a b', '/c'],
    [
      ['anders', '/a b'],
      ['maya', '/c'],
    ],
  ],
  [['Anders:/a', 'b', 'x: y'], [['anders', '/a b x: y']]],
  [['  /a  ', '', '"quoted one"'], [['maya', '/a "quoted one"']]],
  [['/a\nb'], [['maya', '/a\nb']]],
  [[], []],
])('%j', (args, commands) => {
  expect(readTypedCommands(args, 'maya')).toEqual(commands.map(([name, text]) => ({ name, text })));
});

test.each([[['alice bob']], [['', '/a']], [['anders:', '/a']], [['an ders: /a']]])(
  '%j begins with no command',
  (args) => {
    expect(() => readTypedCommands(args, 'maya')).toThrow('a command begins with /');
  },
);
