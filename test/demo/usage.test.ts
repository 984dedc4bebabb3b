import { expect, test } from 'vitest';
import { demoAccounts } from '../../src/demo/chat/seed.ts';
import { PEOPLE } from '../../src/demo/slack/seed.ts';
import { readTypedCommands } from '../../src/demo/typed-commands.ts';
import { ACCOUNTS_TO_TRY, USAGE, WHO_THERE_IS } from '../../src/demo/usage.ts';
import { readCommand } from '../../src/followstats/commands/command.ts';

test('the help lists accounts that exist, but for one, and everybody who can type', () => {
  expect(ACCOUNTS_TO_TRY.filter((id) => !demoAccounts.includes(id))).toEqual(['ghost']);
  for (const id of ACCOUNTS_TO_TRY) expect(WHO_THERE_IS).toContain(id);
  for (const { name, note } of PEOPLE) expect(WHO_THERE_IS).toContain(`${name} (${note})`);
  expect(USAGE).toContain(WHO_THERE_IS);
});

test('every command that the help gives can be typed as it stands there', () => {
  const typed = [...USAGE.matchAll(/"([^"]*\/followstats [^"]*)"/g)].map(([, text]) => text ?? '');
  const commands = readTypedCommands(typed, 'maya').map(({ text }) =>
    readCommand(text.slice('/followstats'.length), 100),
  );
  expect(commands.filter(({ kind }) => kind === 'fault')).toEqual([]);
  for (const kind of ['fans', 'following', 'mutual', 'check', 'changes', 'history', 'watch-new', 'watch-list'])
    expect(commands.map((command) => command.kind)).toContain(kind);
});
