import { type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { createPageServer, type PageServerOptions } from '../../../src/demo/page-server/page-server.ts';
import { openWorkspace } from '../slack/open-workspace.ts';

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Answered {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The page of a workspace, closed when the test is over. */
export async function openPage(
  input: Partial<Pick<PageServerOptions, 'workspace' | 'faultSwitches' | 'acts' | 'time'>> = {},
) {
  const workspace = input.workspace ?? (await openWorkspace());
  const page = await createPageServer({ faultSwitches: [], ...input, workspace });
  onTestFinished(() => page.close());

  // Not fetch: that doesn't let anybody choose the Host header.
  const ask = (path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const asking = request(new URL(path, page.url), { method, headers }, async (response) => {
        resolve({ status: response.statusCode, headers: response.headers, body: await text(response) });
      });
      asking.on('error', reject).end(body);
    });
  const post = async (path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: answer.status, json: JSON.parse(answer.body) };
  };
  const state = async (query = '') => JSON.parse((await ask(`/demo/state${query}`)).body);

  return { workspace, page, ask, post, state };
}
