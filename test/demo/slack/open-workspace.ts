import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Block } from '../../../src/demo/slack/types.ts';
import { createWorkspace } from '../../../src/demo/slack/workspace.ts';
import type { Workspace, WorkspaceOptions } from '../../../src/demo/slack/workspace-types.ts';
import { workspaceOptions } from './workspace-options.ts';

export * from './workspace-options.ts';

/** A workspace with every sort of person and channel; closed when the test is over. */
export async function openWorkspace(overrides: Partial<WorkspaceOptions> = {}): Promise<Workspace> {
  const workspace = await createWorkspace({ ...workspaceOptions(), ...overrides });
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
  readonly path: string;
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
    received.push({
      path: request.url ?? '',
      headers: request.headers,
      body,
      form: Object.fromEntries(new URLSearchParams(body)),
    });

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

const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** Options with these values, and the same in capitals as text. */
export const options = (...values: readonly string[]) =>
  values.map((value) => ({ text: plain(value.toUpperCase()), value }));

/** A section with an element at its side. */
export const beside = (blockId: string, accessory: object): Block => ({
  ...section(blockId),
  block_id: blockId,
  accessory,
});

export const buttons = (...actionIds: readonly string[]): Block => ({
  type: 'actions',
  elements: actionIds.map((action_id) => ({
    type: 'button',
    action_id,
    value: `value of ${action_id}`,
    text: { type: 'plain_text', text: action_id },
  })),
});
