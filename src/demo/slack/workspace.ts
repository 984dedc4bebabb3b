import { assembleWorkspace } from './assemble-workspace.ts';
import { createPostSigned } from './delivery/delivery-http.ts';
import { createSocketHub } from './delivery/delivery-socket.ts';
import { createNetworkLink } from './delivery/network-link.ts';
import { listen, serve, stop } from './http/http-server.ts';
import { installApp } from './installed-app.ts';
import type { Workspace, WorkspaceOptions } from './workspace-types.ts';

// Slack waits this long for an acknowledgement.
const ACK_TIMEOUT_MS = 3_000;

/**
 * Opens a stand-in Slack workspace on 127.0.0.1 with the app of `manifest` installed.
 *
 * @throws {Error} When the manifest can't be installed or the port is taken.
 */
export async function createWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const { credentials, port: wantedPort = 0, ackTimeoutMs = ACK_TIMEOUT_MS } = options;
  // Before the server: a manifest that can't be installed must leave no port open.
  const app = installApp(options.manifest, options.withoutScopes);
  const { server, port } = await listen(wantedPort);
  const closing = new AbortController();
  const sockets = createSocketHub({ appId: app.id, timeoutMs: ackTimeoutMs });
  const link = createNetworkLink({
    postSigned: createPostSigned({ timeoutMs: ackTimeoutMs, closing: closing.signal }),
    sockets,
    signingSecret: credentials.signingSecret,
    optionsUrl: app.optionsUrl,
  });
  const assembled = assembleWorkspace({
    ...options,
    address: `http://127.0.0.1:${port}`,
    link,
    openSocket: () => `ws://127.0.0.1:${port}/socket?ticket=${sockets.issueTicket()}`,
  });
  serve(server, { ...assembled.handle, socket: sockets.upgrade });

  // Not spread: channels, user groups and calls are read anew each time.
  return Object.assign(assembled, {
    setRequestUrl: link.setRequestUrl,
    socketConnected: sockets.connected,
    dropSockets: sockets.drop,
    sockets: sockets.faults,
    deliver: link.sendRaw,
    close: async () => {
      closing.abort();
      assembled.stopWaiting();
      await sockets.close();
      await stop(server);
    },
  });
}
