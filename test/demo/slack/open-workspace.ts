import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { BOT_USER_ID } from '../../../src/demo/slack/installed-app.ts';
import type { Block, Person } from '../../../src/demo/slack/types.ts';
import { createWorkspace } from '../../../src/demo/slack/workspace.ts';
import type { Workspace, WorkspaceOptions } from '../../../src/demo/slack/workspace-types.ts';

const ALL_SCOPES = [
  'commands',
  'chat:write',
  'users:read',
  'usergroups:read',
  'files:write',
  'im:write',
  'chat:write.public',
];

export function manifestWith({ scopes = ALL_SCOPES }: { scopes?: readonly string[] } = {}): string {
  return `
display_information: { name: followstats }
features:
  slash_commands:
    - { command: /followstats, description: Look up, usage_hint: WHO…, should_escape: true }
    - { command: /plain, description: As it was typed }
  shortcuts:
    - { name: Look up follow stats, type: message, callback_id: look_up, description: Who is mentioned }
oauth_config: { scopes: { bot: ${JSON.stringify(scopes)} } }
`;
}

const person = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  id,
  name,
  realName: name.toUpperCase(),
  note: '',
  kind: 'member',
  locale: 'en-US',
  timeZone: 'Asia/Shanghai',
  ...more,
});

export const ANA = person('U0ANA', 'ana', { locale: 'zh-CN' });
export const BO = person('U0BO', 'bo');
export const GUS = person('U0GUS', 'gus', { kind: 'guest', timeZone: 'America/Los_Angeles' });
export const SAM = person('U0SAM', 'sam', { kind: 'stranger' });
/** A stranger who shares no channel with the app. */
export const FAR = person('U0FAR', 'far', { kind: 'stranger' });

export const OPEN = 'C0OPEN';
export const CLOSED = 'C0CLOSED';
export const UNINVITED = 'C0UNINVITED';
export const HIDDEN = 'C0HIDDEN';
export const ARCHIVED = 'C0ARCHIVED';

/** A workspace with every sort of person and channel; closed when the test is over. */
export async function openWorkspace(overrides: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
  const everyone = [ANA, BO, GUS, SAM].map(({ id }) => id);
  const workspace = await createWorkspace({
    people: [ANA, BO, GUS, SAM, FAR],
    channels: [
      { id: OPEN, name: 'open', isPrivate: false, memberIds: [...everyone, BOT_USER_ID] },
      { id: CLOSED, name: 'closed', isPrivate: true, memberIds: [ANA.id, BOT_USER_ID] },
      { id: UNINVITED, name: 'uninvited', isPrivate: false, memberIds: [ANA.id] },
      { id: HIDDEN, name: 'hidden', isPrivate: true, memberIds: [ANA.id] },
      { id: ARCHIVED, name: 'archived', isPrivate: false, isArchived: true, memberIds: [ANA.id, BOT_USER_ID] },
    ],
    userGroups: [{ id: 'S0OPS', handle: 'ops', name: 'Ops', memberIds: [ANA.id, BO.id] }],
    credentials: { teamId: 'T0TEAM', botToken: 'xoxb-test', appToken: 'xapp-test', signingSecret: 'a'.repeat(32) },
    manifest: manifestWith(),
    ...overrides,
  });
  onTestFinished(() => workspace.close());
  return workspace;
}

type Args = Readonly<Record<string, unknown>>;

/** Calls a Web API method as the SDK does: a form, lists and objects in it as JSON, the token in the header. */
export async function call(workspace: Workspace, method: string, args: Args, token = workspace.credentials.botToken) {
  const fields = Object.entries(args).map(([name, value]): [string, string] => [
    name,
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  ]);
  const response = await fetch(workspace.apiUrl + method, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: new URLSearchParams(fields),
  });
  return (await response.json()) as Record<string, unknown>;
}

/** Posts JSON, as `respond()` does. */
export async function respond(url: string, args: Args) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  return { status: response.status, body: await response.text() };
}

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly form: Readonly<Record<string, string>>;
}

interface Reply {
  readonly status?: number;
  readonly json?: unknown;
  readonly text?: string;
}

/** An app of one request URL: remembers what came and acknowledges with `reply`, or not at all. */
export async function openApp(workspace: Workspace, reply: () => Reply | 'never' = () => ({})) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    received.push({ headers: request.headers, body, form: Object.fromEntries(new URLSearchParams(body)) });

    const answer = reply();
    if (answer === 'never') return;
    const { status = 200, json, text = '' } = answer;
    response.writeHead(status, { 'content-type': json === undefined ? 'text/plain' : 'application/json' });
    response.end(json === undefined ? text : JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  workspace.setRequestUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
  return { received, last: () => received.at(-1) as Received };
}

export const section = (text: string): Block => ({ type: 'section', text: { type: 'mrkdwn', text } });

export const buttons = (...actionIds: readonly string[]): Block => ({
  type: 'actions',
  elements: actionIds.map((action_id) => ({
    type: 'button',
    action_id,
    value: `value of ${action_id}`,
    text: { type: 'plain_text', text: action_id },
  })),
});
