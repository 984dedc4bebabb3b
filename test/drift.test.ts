import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '@slack/bolt';
import { expect, test } from 'vitest';
import { createManifest, SCOPES } from '../manifest/manifest.ts';
import { renderManifest } from '../manifest/render.ts';
import { Env } from '../src/config.ts';
import { emptyForm } from '../src/digests/form/digest-form.ts';
import { emptyWatchForm } from '../src/digests/watches/watch-form.ts';
import { AUDIT_DETAILS } from '../src/followstats/audit/details.ts';
import { SUBCOMMANDS } from '../src/followstats/commands/subcommands.ts';
import { HTTP_LIMITS } from '../src/ops/http/http-limits.ts';
import { digestFormView } from '../src/slack/blocks/digests/digest-form.ts';
import { watchFormView } from '../src/slack/blocks/watches/watch-form-view.ts';
import { ACTIONS, VIEWS } from '../src/slack/names.ts';
import { register } from '../src/slack/register.ts';
import { readerOf } from './slack/readers.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const readme = read('README.md');
const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts;

/** Web API methods the app calls → the scopes each needs (docs.slack.dev/reference/methods). */
const METHOD_SCOPES: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'users.info': ['users:read'],
  'usergroups.users.list': ['usergroups:read'],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'files.delete': ['files:write'],
  filesUploadV2: ['files:write'],
  'blocks.validate': [],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

function listeners() {
  const names = {
    commands: [] as string[],
    shortcuts: [] as object[],
    actions: [] as string[],
    options: [] as string[],
    events: [] as string[],
    views: [] as string[],
  };
  const app = {
    command: (name: string) => names.commands.push(name),
    shortcut: (constraints: object) => names.shortcuts.push(constraints),
    // Controls that give commands differ behind a colon.
    action: (name: string | RegExp) =>
      names.actions.push(typeof name === 'string' ? name : name.source.replace(/^\^|:$/g, '')),
    options: (name: string) => names.options.push(name),
    event: (name: string) => names.events.push(name),
    view: (name: string) => names.views.push(name),
    error: () => {},
  };
  register(app as unknown as App, {} as Parameters<typeof register>[1]);
  return names;
}

/** The first cell of each row of the table below a heading; a cell may name several things. */
function tableNames(markdown: string, heading: string): readonly string[] {
  const section = markdown.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return [...section.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell]) =>
    [...(cell as string).matchAll(/`([^`]+)`/g)].map(([, name]) => name as string),
  );
}

test('slack-manifest.yml is what manifest/ makes', () => {
  expect(read('slack-manifest.yml')).toBe(renderManifest());
});

test('every command, shortcut and event of the manifest has its listener, and every listener is declared', () => {
  const { features, settings } = createManifest();
  const { commands, shortcuts, actions, events, views } = listeners();
  expect(commands).toEqual(features.slash_commands.map(({ command }) => command));
  expect(shortcuts).toEqual(
    features.shortcuts.map(({ type, callback_id }) => ({ type: `${type}_action`, callback_id })),
  );
  expect(actions.toSorted()).toEqual(Object.values(ACTIONS).toSorted());
  expect(views.toSorted()).toEqual(Object.values(VIEWS).toSorted());
  expect(events).toEqual(settings.event_subscriptions.bot_events);
});

test('every menu for which Slack asks the app has its listener', () => {
  const { blocks } = digestFormView(readerOf(), emptyForm('UTC'), {
    context: { edited: undefined, channelId: 'C1' },
    now: 0,
  });
  const watch = watchFormView(readerOf(), emptyWatchForm(undefined), { edited: undefined, channelId: 'C1' });
  const asked = [...blocks, ...watch.blocks].flatMap((block) =>
    'element' in block && /external_select$/.test(block.element.type) ? [block.block_id] : [],
  );
  // The menu of an answer's accounts is searched, too.
  expect(listeners().options.toSorted()).toEqual([...asked, ACTIONS.openAccount].toSorted());
});

test('the README has the limits of the HTTP server', () => {
  const { headersMs, requestMs, keepAliveMs, connections } = HTTP_LIMITS;
  const [, said = ''] = /1 MiB, (headers sent .+)$/m.exec(readme) ?? [];
  expect(said).toContain(`headers sent within ${headersMs / 1000} s, all within ${requestMs / 1000} s.`);
  expect(said).toContain(`Idle connections are kept ${keepAliveMs / 1000} s`);
  expect(said).toContain(`of over ${connections.toLocaleString('en')} the oldest goes`);
});

test('every scope is needed by a call the app makes, and every call has its scope', () => {
  const source = globSync('src/slack/**/*.ts', { cwd: ROOT }).map(read).join('\n');
  const methods = new Set(
    [...source.matchAll(/\b(?:web|posting)\.((?:[a-z]\w*\.)*[a-z]\w*)\(/g)].map(([, name]) => name as string),
  );
  expect([...methods].toSorted()).toEqual(Object.keys(METHOD_SCOPES).toSorted());
  const needed = new Set(['commands', ...Object.values(METHOD_SCOPES).flat()]);
  expect(new Set(SCOPES.map(({ scope }) => scope))).toEqual(needed);
});

test('manifest/README.md gives each scope its reason', () => {
  const rows = SCOPES.map(
    ({ scope, isOptional, why }) => `| \`${scope}\` | ${isOptional ? 'optional' : 'required'} | ${why} |`,
  );
  for (const row of rows) expect(read('manifest/README.md')).toContain(row);
});

test('manifest/README.md says what the audit keeps', () => {
  const [, section = ''] = read('manifest/README.md').split('## The audit log');
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  expect(rows).toEqual(Object.entries(AUDIT_DETAILS).map(([name, holds]) => `| \`${name}\` | ${holds} |`));
});

test('the manifest keeps Slack’s limits, and asks for escaped mentions', () => {
  const { display_information: display, features } = createManifest();
  expect(display.name.length).toBeLessThanOrEqual(35);
  expect(display.description.length).toBeLessThanOrEqual(140);
  expect(features.slash_commands.every((command) => command.should_escape)).toBe(true);
  expect(features.shortcuts.length).toBeLessThanOrEqual(10);
  for (const { description } of features.shortcuts) expect(description.length).toBeLessThanOrEqual(150);
});

test('over HTTP the manifest names the events path, also for the options of selects and for events; in Socket Mode it names none', () => {
  const { features, settings } = createManifest('https://bot.example.com');
  expect(features.slash_commands[0]).toMatchObject({ url: 'https://bot.example.com/slack/events' });
  expect(settings).toMatchObject({
    socket_mode_enabled: false,
    interactivity: {
      request_url: 'https://bot.example.com/slack/events',
      message_menu_options_url: 'https://bot.example.com/slack/events',
    },
    event_subscriptions: { request_url: 'https://bot.example.com/slack/events', bot_events: ['app_home_opened'] },
  });
  expect(createManifest().settings.interactivity).toEqual({ is_enabled: true });
  expect(createManifest().settings.event_subscriptions).toEqual({ bot_events: ['app_home_opened'] });
});

test('the README’s table of variables is the schema, in its order', () => {
  expect(tableNames(readme, 'Configuration')).toEqual(Object.keys(Env.shape));
});

test('the README’s table of commands has every subcommand', () => {
  const typed = [
    ...tableNames(readme, 'Commands'),
    ...(readme.split('\n## Commands\n')[1] ?? '').matchAll(/`([a-z]+)[ `]/g),
  ]
    .map((one) => (typeof one === 'string' ? one.replace('/followstats ', '') : (one[1] ?? '')))
    .map((text) => text.split(' ')[0]);
  expect(SUBCOMMANDS.flatMap(({ names }) => [...names]).filter((name) => !typed.includes(name))).toEqual([]);
});

test('every npm command of the READMEs exists', () => {
  const builtIn = ['ci', 'cit', 'start', 'test'];
  const documents = [readme, read('src/README.md'), read('manifest/README.md'), read('test/image/README.md')].join(
    '\n',
  );
  const named = [...documents.matchAll(/(?:^|`|&& )npm (?:run (?:-s )?)?([a-z][a-z-]*)/gm)].map(
    ([, name]) => name as string,
  );
  expect(named.filter((name) => !builtIn.includes(name) && !scripts[name])).toEqual([]);
  expect(named).toEqual(expect.arrayContaining(['cit', 'demo', 'start']));
});

test('the README is short, and every file it or the map names exists', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(150);
  for (const [document, base] of [
    ['README.md', '.'],
    ['src/README.md', 'src'],
    ['manifest/README.md', 'manifest'],
    ['manifest/deploy/README.md', 'manifest/deploy'],
    ['test/image/README.md', 'test/image'],
  ] as const) {
    const links = [...read(document).matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path]) =>
      join(base, path as string),
    );
    for (const link of links) expect(globSync(link, { cwd: ROOT }), `${document} → ${link}`).toHaveLength(1);
  }
});

test('the map of the house names every room and every file at its top', () => {
  const map = read('src/README.md');
  const entries = globSync('src/*', { cwd: ROOT }).map((path) => path.slice('src/'.length));
  for (const entry of entries.filter((name) => name !== 'README.md')) expect(map).toContain(`\`${entry}`);
});
