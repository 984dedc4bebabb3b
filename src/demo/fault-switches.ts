import type { ChatFault } from './chat/faults.ts';
import type { ChatServer } from './chat/server.ts';
import type { WebhookRoute } from './chat/webhooks.ts';
import type { SlackFault } from './slack/types.ts';
import type { Workspace } from './slack/workspace-types.ts';

/** One kind of fault that the reader of the page can switch on and off. */
export interface FaultSwitch {
  readonly id: string;
  readonly label: string;
  readonly group: 'Tencent Chat' | 'Webhooks' | 'Slack';
  isOn(): boolean;
  /** Resolves, where it has to be waited for, once the next look-up meets it. */
  set(on: boolean): void | Promise<void>;
}

type SwitchedFault = { readonly id: string; readonly label: string } & (
  | { readonly group: 'Tencent Chat'; readonly fault: ChatFault }
  | { readonly group: 'Webhooks'; readonly route: WebhookRoute }
  | { readonly group: 'Slack'; readonly fault: SlackFault }
);

/**
 * The switches of the demo page, all off. Several may be on at once: Chat then does to each call the first that fits it, in
 * this order, so faults of one account stand before faults of every call.
 * @param outdateCounts called when what Chat does has changed, so that no cached counts hide it
 */
export function createFaultSwitches(
  chat: Pick<ChatServer, 'setFaults' | 'setWebhookRoute'>,
  workspace: Pick<Workspace, 'setFaults'>,
  outdateCounts: () => Promise<void>,
): readonly FaultSwitch[] {
  const on = new Set<string>();

  const apply = (): void => {
    const active = FAULTS.filter(({ id }) => on.has(id));
    chat.setFaults(active.flatMap((one) => (one.group === 'Tencent Chat' ? [one.fault] : [])));
    chat.setWebhookRoute(active.find((one) => one.group === 'Webhooks')?.route);
    workspace.setFaults(active.flatMap((one) => (one.group === 'Slack' ? [one.fault] : [])));
  };

  return FAULTS.map(({ id, label, group }) => ({
    id,
    label,
    group,
    isOn: () => on.has(id),
    async set(wanted) {
      if (on.has(id) === wanted) return;
      if (wanted) on.add(id);
      else on.delete(id);
      apply();
      if (group === 'Tencent Chat') await outdateCounts();
    },
  }));
}

const FAULTS: readonly SwitchedFault[] = [
  chatFault('poison', 'Chat rejects every call that names bob (30003)', {
    kind: 'poison',
    account: 'bob',
    code: 30003,
  }),
  chatFault('bob-busy', 'Chat refuses bob (30006)', { kind: 'account-code', account: 'bob', code: 30006 }),
  chatFault('not-enabled', 'Follow isn’t switched on in Chat (30005)', { kind: 'code', code: 30005 }),
  chatFault('signature', 'Chat says that our signature has expired (70001)', { kind: 'code', code: 70001 }),
  chatFault('throttled', 'Chat is getting too many calls (60007)', { kind: 'code', code: 60007 }),
  chatFault('server-error', 'Chat has an error of its own (30006)', { kind: 'code', code: 30006 }),
  chatFault('bad-gateway', 'A gateway before Chat answers 502', { kind: 'status', status: 502 }),
  chatFault('reset', 'Chat hangs up without an answer', { kind: 'reset' }),
  chatFault('hang', 'Chat never answers', { kind: 'hang' }),
  chatFault('html', 'A web page comes instead of an answer', { kind: 'html' }),
  chatFault('truncated', 'Answers are cut in half', { kind: 'truncated' }),
  chatFault('slow', 'Chat takes 3 s for each answer', { kind: 'slow', ms: 3000 }),
  { id: 'webhooks-lost', label: 'Webhooks are lost', group: 'Webhooks', route: () => {} },
  slackFault('no-data-table', 'Slack won’t take sortable tables (data_table)', {
    kind: 'refuse-blocks',
    types: ['data_table'],
  }),
  slackFault('no-tables', 'Slack won’t take any tables (data_table, table)', {
    kind: 'refuse-blocks',
    types: ['data_table', 'table'],
  }),
  slackFault('rate-limited', 'Slack puts answers off for a second (429)', {
    kind: 'rate-limit',
    method: 'response_url',
    retryAfterSeconds: 1,
  }),
  slackFault('post-limited', 'Slack puts posts off for 5 s (429)', {
    kind: 'rate-limit',
    method: 'chat.postMessage',
    retryAfterSeconds: 5,
  }),
  slackFault('post-lost', 'Posts arrive, but Slack’s “OK” gets lost', {
    kind: 'lose-answer',
    method: 'chat.postMessage',
  }),
  slackFault('uninstalled', 'The app may not post any more (account_inactive)', {
    kind: 'refuse',
    method: 'chat.postMessage',
    error: 'account_inactive',
  }),
];

function chatFault(id: string, label: string, fault: ChatFault): SwitchedFault {
  return { id, label, group: 'Tencent Chat', fault };
}

function slackFault(id: string, label: string, fault: SlackFault): SwitchedFault {
  return { id, label, group: 'Slack', fault };
}
