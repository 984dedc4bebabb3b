import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';
import { formBody, signedHeaders } from '../../../src/demo/slack/delivery/http-body.ts';

/** A command that Slack sends. */
export interface TypedCommand {
  readonly personId: string;
  readonly text: string;
}

/** What came of a burst of commands. */
export interface Burst {
  /** Milliseconds from each request until it was acknowledged; without those that weren't. */
  readonly ackMs: readonly number[];
  /** Milliseconds from each request until its answer came, and the answer's text; without those that none came to. */
  readonly answers: readonly { readonly ms: number; readonly text: string }[];
}

/** Sends commands as Slack does, each over a connection of its own, and takes their answers at response URLs. */
export interface CommandSender {
  /**
   * @param spreadMs over which they are sent evenly; 0 sends all at once
   * @param answersWithinMs how long it waits for their answers; 0 waits for none
   */
  send(url: string, commands: readonly TypedCommand[], spreadMs: number, answersWithinMs: number): Promise<Burst>;
  close(): Promise<void>;
}

/** Slack waits no longer. */
const ACK_LIMIT_MS = 3000;

interface Options {
  readonly signingSecret: string;
  readonly teamId: string;
  readonly appId: string;
  readonly channelId: string;
}

export async function createCommandSender({ signingSecret, ...place }: Options): Promise<CommandSender> {
  const onAnswer = new Map<string, (text: string) => void>();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      response.end('ok');
      onAnswer.get(request.url ?? '')?.(JSON.parse(body).text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let sent = 0;

  function requestOf({ personId, text }: TypedCommand) {
    sent += 1;
    const path = `/response/${sent}`;
    const body = formBody({
      ...{ team_id: place.teamId, team_domain: 'bench', channel_id: place.channelId, channel_name: 'community' },
      ...{ user_id: personId, user_name: personId, command: '/followstats', text, api_app_id: place.appId },
      ...{ is_enterprise_install: 'false', trigger_id: `${sent}.1.x`, response_url: `http://127.0.0.1:${port}${path}` },
    });
    // Each is different by its response URL, and so is its signature.
    const timestamp = Math.floor(Date.now() / 1000);
    return { path, body: body.text, headers: signedHeaders(body, { secret: signingSecret, timestamp }) };
  }

  return {
    async send(url, commands, spreadMs, answersWithinMs) {
      const agent = new Agent({ connections: null, pipelining: 1, keepAliveTimeout: 1 });
      const requests = commands.map(requestOf);
      const ackMs: number[] = [];
      const answers: { ms: number; text: string }[] = [];
      const answered = Promise.withResolvers<void>();
      const { origin, pathname } = new URL(url);

      async function sendOne({ path, ...request }: (typeof requests)[number]): Promise<void> {
        const startedAt = performance.now();
        const since = () => performance.now() - startedAt;
        onAnswer.set(path, (text) => {
          if (text.startsWith('This takes a little longer')) return;
          onAnswer.delete(path);
          answers.push({ ms: since(), text });
          if (answers.length === commands.length) answered.resolve();
        });
        try {
          const signal = AbortSignal.timeout(ACK_LIMIT_MS);
          const response = await agent.request({ origin, path: pathname, method: 'POST', signal, ...request });
          await response.body.dump();
          if (response.statusCode === 200) ackMs.push(since());
        } catch {
          // Slack would show a time-out; it is missing from what is returned.
        }
      }

      const beganAt = performance.now();
      const sending: Promise<void>[] = [];
      for (const [n, request] of requests.entries()) {
        const waitMs = beganAt + (n * spreadMs) / commands.length - performance.now();
        if (waitMs > 1) await new Promise((resolve) => setTimeout(resolve, waitMs));
        sending.push(sendOne(request));
      }
      await Promise.all(sending);
      if (answersWithinMs > 0) {
        const late = setTimeout(answered.resolve, answersWithinMs);
        await answered.promise;
        clearTimeout(late);
      }
      onAnswer.clear();
      await agent.destroy();
      return { ackMs, answers };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
