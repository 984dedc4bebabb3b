import { openStore } from '../../../src/store/open.ts';
import { FOLLOW, followBody, sendWebhook, WEBHOOK_TOKEN } from '../webhook-request.ts';
import { CHANNELS, createWorld, PEOPLE, type World } from '../world.ts';
import type { MadeFaults, MakeFault, Seen } from './fault-row.ts';
import { folderFor } from './folder-for.ts';
import { refusedStart } from './refused-start.ts';
import { asRead, healthOf, unusualLines } from './seen.ts';

type Came = { readonly what: string; readonly events: number };

/** Carol really follows bob; then something else comes to the door of webhooks. A person looks bob up. */
function hooked(send: (world: World) => Promise<Came>): MakeFault {
  return async (scope): Promise<Seen> => {
    const folder = folderFor(scope);
    const at = Date.now();
    const world = await createWorld({
      env: {
        ...{ LOG_LEVEL: 'info', FOLLOWSTATS_NAMES: 'off', DATA_DIR: folder },
        TENCENT_WEBHOOK_TOKEN: WEBHOOK_TOKEN,
      },
    });
    scope.defer(() => world.stop());
    world.chat.follow('carol', 'bob');
    await world.chat.settleWebhooks();
    const { what, events } = await send(world);
    const answer = await world.ask('/followstats bob');
    const health = await healthOf(world.url);
    const counted = [...world.app.webhookCounts].map(([outcome, times]) => `${times} ${outcome}`);
    await world.app.stop();
    const store = await openStore({ kind: 'sqlite', folder });
    scope.defer(store.close);
    const period = { after: at - 1000, until: Date.now() + 60_000 };
    const kept = await store.events.between(new Map([['bob', period]] as never));
    return {
      person: [asRead(answer.text, world.slack)],
      operator: [`the sender gets ${what}`, `counted: ${counted.join(', ')}`, ...unusualLines(world.log.lines), health],
      kept: [{ what: 'real events, and no other', of: 1 + events, kept: kept.values().next().value?.came ?? 0 }],
    };
  };
}

const statusOf = async (answer: Promise<Response>): Promise<string> => String((await answer).status);

/** A command whose request the app doesn't take. */
function refusedRequest(change: { readonly clockSkewSeconds?: number; readonly signingSecret?: string }): MakeFault {
  return async (scope): Promise<Seen> => {
    const folder = folderFor(scope);
    const world = await createWorld({ env: { LOG_LEVEL: 'info', FOLLOWSTATS_NAMES: 'off', DATA_DIR: folder } });
    scope.defer(() => world.stop());
    const form = {
      ...{ command: '/followstats', text: 'alice' },
      ...{ user_id: PEOPLE.viewer, channel_id: CHANNELS.community },
    };
    const { status } = await world.slack.deliver({ body: { form }, ...change });
    const health = await healthOf(world.url);
    await world.app.stop();
    const store = await openStore({ kind: 'sqlite', folder });
    scope.defer(store.close);
    const entries = await store.audit.latest(10);
    return {
      person: [`Slack itself says that the app failed: it answered ${status}`],
      operator: [...unusualLines(world.log.lines), health],
      kept: [{ what: 'requests left undone', of: 1, kept: 1 - entries.length }],
    };
  };
}

const started =
  (options: Parameters<typeof refusedStart>[1]): MakeFault =>
  async (scope) => ({
    ...(await refusedStart(scope, options)),
    kept: [],
  });

export const OF_DOORS: MadeFaults = {
  'a webhook signed with another token': hooked(async ({ url }) => ({
    what: await statusOf(sendWebhook(url, followBody('mallory', ['bob']), { token: 'not-the-token' })),
    events: 0,
  })),
  'a webhook that is two minutes old': hooked(async ({ url }) => ({
    what: await statusOf(sendWebhook(url, followBody('mallory', ['bob']), { offsetSeconds: -120 })),
    events: 0,
  })),
  'a webhook of 65 KiB': hooked(async ({ url }) => ({
    what: await statusOf(sendWebhook(url, 'x'.repeat(65 * 1024))),
    events: 0,
  })),
  'a webhook of another shape': hooked(async ({ url }) => ({
    what: await statusOf(sendWebhook(url, JSON.stringify({ CallbackCommand: FOLLOW }))),
    events: 0,
  })),
  'a webhook that comes twice': hooked(async ({ url }) => {
    const body = followBody('alice', ['bob']);
    const statuses = [await statusOf(sendWebhook(url, body)), await statusOf(sendWebhook(url, body))];
    return { what: statuses.join(' and '), events: 1 };
  }),
  'a request of Slack’s with another signature': refusedRequest({ signingSecret: 'f'.repeat(32) }),
  'a clock ten minutes ahead of Slack’s': refusedRequest({ clockSkewSeconds: -600 }),
};

export const OF_STARTS: MadeFaults = {
  'the bot token is another app’s': started({ env: { SLACK_BOT_TOKEN: 'xoxb-of-another' } }),
  'the app-level token lacks its scope': started({
    mode: 'socket',
    faults: [{ kind: 'refuse', method: 'apps.connections.open', error: 'missing_scope' }],
  }),
};
