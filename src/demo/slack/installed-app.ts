import { parse } from 'yaml';
import { flagOf, isObject, type JsonObject, listOf, objectOf, textOf } from './json-values.ts';
import type { Shortcut, SlashCommand } from './types.ts';

/** The bot user that installing gives the app; a channel it was invited to has this id among its members. */
export const BOT_USER_ID = 'U0FOLLOWBOT';

interface InstalledCommand extends SlashCommand {
  /** Mentions and links arrive as ids and URLs instead of as typed. */
  readonly shouldEscape: boolean;
}

/** The app as the workspace knows it after installing. */
export interface InstalledApp {
  readonly id: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly name: string;
  readonly commands: readonly InstalledCommand[];
  readonly shortcuts: readonly Shortcut[];
  /** What the bot token may do. */
  readonly scopes: ReadonlySet<string>;
  /** The events that the app subscribes to, e.g. `app_home_opened`. */
  readonly events: ReadonlySet<string>;
  /** Whether it has a Home tab that it may fill. */
  readonly hasHomeTab: boolean;
  /** Whether it may write to people. The manifest reference: on unless switched off. */
  readonly hasMessagesTab: boolean;
  /** Where options of external selects are asked for over HTTP. Undefined: the app isn't asked. */
  readonly optionsUrl: string | undefined;
}

/**
 * Installs an app from the text of its manifest (YAML or JSON). Optional scopes are granted too, as they are when
 * the installing admin leaves the boxes ticked.
 *
 * @param withoutScopes Optional scopes whose boxes the admin unticks.
 * @throws {Error} What Slack's manifest reference forbids: no name, over 50 commands or 10 shortcuts, a badly formed
 * command or shortcut, an optional scope that isn't among the ordinary ones, an options URL that is none. A scope of
 * `withoutScopes` that isn't optional.
 */
export function installApp(manifest: string, withoutScopes: readonly string[] = []): InstalledApp {
  const parsed: unknown = parse(manifest);
  if (!isObject(parsed)) throw new Error('The manifest is not a YAML or JSON object');

  const name = textOf(objectOf(parsed, 'display_information'), 'name');
  demand(name !== '' && name.length <= 35, 'display_information.name must have 1–35 characters');

  const features = objectOf(parsed, 'features');
  const appHome = objectOf(features, 'app_home');
  const commands = listOf(features, 'slash_commands').filter(isObject).map(readCommand);
  const shortcuts = listOf(features, 'shortcuts').filter(isObject).map(readShortcut);
  demand(commands.length <= 50, 'features.slash_commands may hold 50 commands');
  demand(shortcuts.length <= 10, 'features.shortcuts may hold 10 shortcuts');

  const settings = objectOf(parsed, 'settings');
  return {
    id: 'A0FOLLOWAPP',
    botId: 'B0FOLLOWBOT',
    botUserId: BOT_USER_ID,
    name,
    commands,
    shortcuts,
    scopes: readScopes(objectOf(objectOf(parsed, 'oauth_config'), 'scopes'), withoutScopes),
    events: new Set(listOf(objectOf(settings, 'event_subscriptions'), 'bot_events').map(String)),
    hasHomeTab: flagOf(appHome, 'home_tab_enabled'),
    hasMessagesTab: appHome.messages_tab_enabled !== false,
    optionsUrl: readOptionsUrl(objectOf(settings, 'interactivity')),
  };
}

function readCommand(entry: JsonObject): InstalledCommand {
  const command = textOf(entry, 'command');
  const description = textOf(entry, 'description');
  const usageHint = textOf(entry, 'usage_hint');
  demand(/^\/\S{1,31}$/.test(command), `"${command}" must be "/" and 1–31 characters without spaces`);
  demand(description !== '' && description.length <= 2000, `${command}: the description must have 1–2000 characters`);
  demand(usageHint.length <= 1000, `${command}: the usage hint may have 1000 characters`);
  return { command, description, usageHint, shouldEscape: flagOf(entry, 'should_escape') };
}

function readShortcut(entry: JsonObject): Shortcut {
  const name = textOf(entry, 'name');
  const description = textOf(entry, 'description');
  const callbackId = textOf(entry, 'callback_id');
  const type = textOf(entry, 'type');
  demand(name !== '', 'A shortcut has no name');
  demand(description.length <= 150, `Shortcut "${name}": the description may have 150 characters`);
  demand(callbackId !== '' && callbackId.length <= 255, `Shortcut "${name}": callback_id must have 1–255 characters`);
  if (type !== 'message' && type !== 'global') throw new Error(`Shortcut "${name}": type must be message or global`);
  return { name, description, callbackId, type };
}

function readScopes(scopes: JsonObject, without: readonly string[]): ReadonlySet<string> {
  const asked = new Set(listOf(scopes, 'bot').map(String));
  const optional = new Set(listOf(scopes, 'bot_optional').map(String));
  for (const scope of optional) demand(asked.has(scope), `Optional scope ${scope} must be listed under bot as well`);
  for (const scope of without) demand(optional.has(scope), `${scope} is not optional, so nobody can leave it out`);
  return asked.difference(new Set(without));
}

/** The schema of manifests: `^https?://`, at most 3500 characters. */
function readOptionsUrl(interactivity: JsonObject): string | undefined {
  if (interactivity.message_menu_options_url === undefined) return undefined;
  const url = textOf(interactivity, 'message_menu_options_url');
  const isUrl = /^https?:\/\//.test(url) && URL.canParse(url) && url.length <= 3500;
  demand(isUrl, 'settings.interactivity.message_menu_options_url must be a URL of at most 3500 characters');
  return url;
}

function demand(condition: boolean, message: string): void {
  if (!condition) throw new Error(`The manifest can't be installed: ${message}`);
}
