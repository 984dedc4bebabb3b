import { expect, test } from 'vitest';
import { readCommand } from '../../../src/followstats/commands/command.ts';
import { neededRole } from '../../../src/followstats/commands/command-rows.ts';

test.each([
  ['alice "', 'viewer'],
  ['lookup zoë', 'viewer'],
  ['lokup alice', 'viewer'],
  ['list show', 'viewer'],
  ['list show v!p', 'viewer'],
  ['list shwo vip', 'viewer'],
  ['list frobnicate', 'viewer'],
  ['list create', 'editor'],
  ['list create v!p', 'editor'],
  ['list crate vip', 'editor'],
  ['list add vip zoë', 'editor'],
  ['list delete vip alice', 'editor'],
  ['link', 'editor'],
  ['link <@U1> zoë', 'editor'],
  ['unlink priya', 'editor'],
  ['links all', 'editor'],
  ['digest frobnicate', 'editor'],
  ['digest edit', 'editor'],
  ['allow', 'admin'],
  ['allow <@U1> owner', 'admin'],
  ['revoke priya', 'admin'],
  ['access all', 'admin'],
  ['why priya', 'viewer'],
] as const)('%s needs the role %s, whether it is right or wrong', (text, role) => {
  expect(neededRole(readCommand(text, 100), { personId: 'U2', channelId: 'C1' })).toBe(role);
});
