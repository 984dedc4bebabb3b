import type { ChatFault } from './chat/faults.ts';
import type { ChatServer } from './chat/server.ts';
import type { SlackFault } from './slack/types.ts';
import type { Workspace } from './slack/workspace-types.ts';

/** One kind of fault that the reader of the page can switch on and off. */
export interface FaultSwitch {
  readonly id: string;
  readonly label: string;
  readonly group: 'Tencent Chat' | 'Slack';
  isOn(): boolean;
  set(on: boolean): void;
}

type SwitchedFault = { readonly id: string; readonly label: string } & (
  | { readonly group: 'Tencent Chat'; readonly fault: ChatFault }
  | { readonly group: 'Slack'; readonly fault: SlackFault }
);

/**
 * The switches of the demo page, all off. Several may be on at once: Chat then does to each call the first that fits it, in
 * this order, so faults of one account stand before faults of every call.
 */
export function createFaultSwitches(
  chat: Pick<ChatServer, 'setFaults'>,
  workspace: Pick<Workspace, 'setFaults'>,
): readonly FaultSwitch[] {
  const on = new Set<string>();

  const apply = (): void => {
    const active = FAULTS.filter(({ id }) => on.has(id));
    chat.setFaults(active.flatMap((one) => (one.group === 'Tencent Chat' ? [one.fault] : [])));
    workspace.setFaults(active.flatMap((one) => (one.group === 'Slack' ? [one.fault] : [])));
  };

  return FAULTS.map(({ id, label, group }) => ({
    id,
    label,
    group,
    isOn: () => on.has(id),
    set(wanted) {
      if (wanted) on.add(id);
      else on.delete(id);
      apply();
    },
  }));
}

const FAULTS: readonly SwitchedFault[] = [
  chatFault('poison', 'Every call with bob fails (30003)', { kind: 'poison', account: 'bob', code: 30003 }),
  chatFault('bob-busy', 'bob alone fails (30006)', { kind: 'account-code', account: 'bob', code: 30006 }),
  chatFault('not-enabled', 'Follow is not enabled (30005)', { kind: 'code', code: 30005 }),
  chatFault('signature', 'The signature has expired (70001)', { kind: 'code', code: 70001 }),
  chatFault('throttled', 'Too many calls (60007)', { kind: 'code', code: 60007 }),
  chatFault('server-error', 'Server error (30006)', { kind: 'code', code: 30006 }),
  chatFault('bad-gateway', '502 Bad Gateway', { kind: 'status', status: 502 }),
  chatFault('reset', 'The connection is reset', { kind: 'reset' }),
  chatFault('hang', 'Never answers', { kind: 'hang' }),
  chatFault('html', 'An HTML page instead of JSON', { kind: 'html' }),
  chatFault('truncated', 'JSON cut in half', { kind: 'truncated' }),
  chatFault('slow', 'Each answer takes 3 s', { kind: 'slow', ms: 3000 }),
  slackFault('no-data-table', 'Refuses data_table', { kind: 'refuse-blocks', types: ['data_table'] }),
  slackFault('no-tables', 'Refuses data_table and table', { kind: 'refuse-blocks', types: ['data_table', 'table'] }),
  slackFault('rate-limited', 'response_url answers 429', {
    kind: 'rate-limit',
    method: 'response_url',
    retryAfterSeconds: 1,
  }),
  slackFault('post-limited', 'chat.postMessage answers 429', {
    kind: 'rate-limit',
    method: 'chat.postMessage',
    retryAfterSeconds: 5,
  }),
  slackFault('post-lost', 'Posts arrive, their answers get lost', {
    kind: 'lose-answer',
    method: 'chat.postMessage',
  }),
  slackFault('uninstalled', 'The app was uninstalled (account_inactive)', {
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
