import type { ChatFault } from './chat/faults.ts';
import type { ChatServer } from './chat/server.ts';
import type { SlackFault } from './slack/types.ts';
import type { Workspace } from './slack/workspace-types.ts';

/** One kind of trouble that the reader of the page can switch on and off. */
export interface FaultSwitch {
  readonly id: string;
  readonly label: string;
  readonly group: 'Tencent Chat' | 'Slack';
  isOn(): boolean;
  set(on: boolean): void;
}

type Trouble = { readonly id: string; readonly label: string } & (
  | { readonly group: 'Tencent Chat'; readonly fault: ChatFault }
  | { readonly group: 'Slack'; readonly fault: SlackFault }
);

/**
 * The switches of the demo page, all off. Several may be on at once: Chat then does to each call the first that fits it, in
 * this order, so trouble of one account stands before trouble of every call.
 */
export function createFaultSwitches(
  chat: Pick<ChatServer, 'setFaults'>,
  workspace: Pick<Workspace, 'setFaults'>,
): readonly FaultSwitch[] {
  const on = new Set<string>();

  const apply = (): void => {
    const troubles = TROUBLES.filter(({ id }) => on.has(id));
    chat.setFaults(troubles.flatMap((trouble) => (trouble.group === 'Tencent Chat' ? [trouble.fault] : [])));
    workspace.setFaults(troubles.flatMap((trouble) => (trouble.group === 'Slack' ? [trouble.fault] : [])));
  };

  return TROUBLES.map(({ id, label, group }) => ({
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

const TROUBLES: readonly Trouble[] = [
  chatTrouble('poison', 'Every call with bob fails (30003)', { kind: 'poison', account: 'bob', code: 30003 }),
  chatTrouble('bob-busy', 'bob alone fails (30006)', { kind: 'account-code', account: 'bob', code: 30006 }),
  chatTrouble('not-enabled', 'Follow is not enabled (30005)', { kind: 'code', code: 30005 }),
  chatTrouble('signature', 'The signature has expired (70001)', { kind: 'code', code: 70001 }),
  chatTrouble('throttled', 'Too many calls (60007)', { kind: 'code', code: 60007 }),
  chatTrouble('server-error', 'Server error (30006)', { kind: 'code', code: 30006 }),
  chatTrouble('bad-gateway', '502 Bad Gateway', { kind: 'status', status: 502 }),
  chatTrouble('reset', 'The connection is reset', { kind: 'reset' }),
  chatTrouble('hang', 'Never answers', { kind: 'hang' }),
  chatTrouble('html', 'An HTML page instead of JSON', { kind: 'html' }),
  chatTrouble('truncated', 'JSON cut in half', { kind: 'truncated' }),
  chatTrouble('slow', 'Each answer takes 3 s', { kind: 'slow', ms: 3000 }),
  slackTrouble('no-data-table', 'Refuses data_table', { kind: 'refuse-blocks', types: ['data_table'] }),
  slackTrouble('no-tables', 'Refuses data_table and table', { kind: 'refuse-blocks', types: ['data_table', 'table'] }),
  slackTrouble('rate-limited', 'response_url answers 429', {
    kind: 'rate-limit',
    method: 'response_url',
    retryAfterSeconds: 1,
  }),
  slackTrouble('post-limited', 'chat.postMessage answers 429', {
    kind: 'rate-limit',
    method: 'chat.postMessage',
    retryAfterSeconds: 5,
  }),
  slackTrouble('post-lost', 'Posts arrive, their answers get lost', {
    kind: 'lose-answer',
    method: 'chat.postMessage',
  }),
  slackTrouble('uninstalled', 'The app was uninstalled (account_inactive)', {
    kind: 'refuse',
    method: 'chat.postMessage',
    error: 'account_inactive',
  }),
];

function chatTrouble(id: string, label: string, fault: ChatFault): Trouble {
  return { id, label, group: 'Tencent Chat', fault };
}

function slackTrouble(id: string, label: string, fault: SlackFault): Trouble {
  return { id, label, group: 'Slack', fault };
}
