import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DemoAct } from '../chat-acts.ts';
import type { DemoTime } from '../demo-time.ts';
import type { FaultSwitch } from '../fault-switches.ts';
import type { Workspace } from '../slack/workspace-types.ts';
import { toErrorAnswer, writeAnswer } from './answer.ts';
import { BadInput } from './bad-input.ts';
import { bundlePage } from './bundle.ts';
import { createChangeStream } from './change-stream.ts';
import { isOwnOrigin } from './own-origin.ts';
import { createRoutes } from './routes.ts';
import { createSlotWatch } from './slot-watch.ts';
import { createTour } from './tour/tour.ts';

export interface PageServerOptions {
  readonly workspace: Workspace;
  /** Shown in this order, under their groups. */
  readonly faultSwitches: readonly FaultSwitch[];
  /** What the reader can let happen in Chat, in this order. Absent: nothing. */
  readonly acts?: readonly DemoAct[];
  /** Absent: time can't be moved. */
  readonly time?: DemoTime;
  /** 0, the default, picks a free one. */
  readonly port?: number;
  /** Loopback only: anyone who reaches the page can act as any person. */
  readonly host?: '127.0.0.1' | '::1';
}

export interface PageServer {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  /** Begins the tour: what happened before doesn't count as done. */
  beginTour(): void;
  close(): Promise<void>;
}

/** Serves the demo page of `workspace`. Rejects when the page doesn't build or the port is taken. */
export async function createPageServer({
  workspace,
  faultSwitches,
  acts = [],
  time,
  port = 0,
  host = '127.0.0.1',
}: PageServerOptions): Promise<PageServer> {
  const files = await bundlePage();
  const changes = createChangeStream();
  const slots = createSlotWatch(time, changes.announce);
  const tour = createTour({ workspace, faultSwitches });
  const onChange = (): void => {
    tour?.look();
    changes.announce();
    // Whatever changes the plan is followed by a message of the app.
    void slots.refresh();
  };
  const route = createRoutes({
    demoId: randomUUID(),
    workspace,
    faultSwitches,
    acts,
    time,
    slots,
    tour,
    onMoved: onChange,
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOwnOrigin(request)) return writeAnswer(response, toErrorAnswer(403, 'Only the demo page itself may ask.'));
    const url = URL.parse(request.url ?? '/', `http://${request.headers.host}`);
    if (!url) return writeAnswer(response, toErrorAnswer(400, 'That is not an address.'));
    if (request.method === 'GET' && url.pathname === '/demo/events') return changes.open(response);
    const file = request.method === 'GET' ? files.get(url.pathname) : undefined;
    writeAnswer(response, file ?? (await route(request, url)));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const isBadInput = error instanceof BadInput;
      writeAnswer(
        response,
        isBadInput ? toErrorAnswer(400, error.message) : toErrorAnswer(500, `The demo itself failed: ${error}`),
      );
    });
  });
  server.listen(port, host);
  await once(server, 'listening');
  const stopListening = workspace.onChange(onChange);
  void slots.refresh();

  return {
    url: `http://${host === '::1' ? '[::1]' : host}:${(server.address() as AddressInfo).port}/`,
    beginTour: () => tour?.begin(),
    async close() {
      if (!server.listening) return;
      stopListening();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
