import { expect, test } from 'vitest';
import { installApp } from '../../../src/demo/slack/installed-app.ts';
import { manifestWith, openWorkspace } from './open-workspace.ts';

const manifest = (features: object, scopes: object = {}) =>
  JSON.stringify({ display_information: { name: 'app' }, features, oauth_config: { scopes } });

test('commands, hints and shortcuts come from the manifest', async () => {
  const workspace = await openWorkspace();
  expect(workspace.commands).toMatchObject([
    { command: '/followstats', description: 'Look up', usageHint: 'WHO…' },
    { command: '/plain', description: 'As it was typed', usageHint: '' },
  ]);
  expect(workspace.shortcuts).toEqual([
    { name: 'Look up follow stats', type: 'message', callbackId: 'look_up', description: 'Who is mentioned' },
  ]);
});

test('optional scopes are granted with the others', () => {
  const scopes = { bot: ['commands', 'users:read'], bot_optional: ['users:read'] };
  expect([...installApp(manifest({}, scopes)).scopes]).toEqual(['commands', 'users:read']);
  expect([...installApp(manifestWith({ scopes: ['commands'] })).scopes]).toEqual(['commands']);
});

const command = { command: '/a', description: 'A' };
const shortcut = { name: 'A', type: 'message', callback_id: 'a', description: 'A' };

test.each([
  ['no object', '- a list', 'not a YAML or JSON object'],
  ['no name', '{}', 'display_information.name'],
  ['a command without a slash', manifest({ slash_commands: [{ ...command, command: 'a' }] }), '"a" must be'],
  ['a command without a description', manifest({ slash_commands: [{ command: '/a' }] }), 'description'],
  ['51 commands', manifest({ slash_commands: Array(51).fill(command) }), '50 commands'],
  ['11 shortcuts', manifest({ shortcuts: Array(11).fill(shortcut) }), '10 shortcuts'],
  ['a shortcut of no kind', manifest({ shortcuts: [{ ...shortcut, type: 'other' }] }), 'message or global'],
  [
    'an options URL without a protocol',
    manifestWith({ optionsUrl: 'bot.example/options' }),
    'message_menu_options_url',
  ],
  ['a long options URL', manifestWith({ optionsUrl: `https://bot.example/${'a'.repeat(3500)}` }), 'at most 3500'],
  ['an optional scope alone', manifest({}, { bot: [], bot_optional: ['users:read'] }), 'listed under bot'],
])('%s can not be installed', (_what, text, message) => {
  expect(() => installApp(text)).toThrow(message);
});
