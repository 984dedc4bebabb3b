import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CallReport, createCallLog } from './call-log.ts';
import { createSeededRandom } from './seeded-random.ts';
import { createServiceLimit, type ServiceLimit } from './service-limit.ts';

/** How the service behaves. Shares of all calls, from 0 to 1. */
export interface ServiceOptions {
  readonly limit: ServiceLimit;
  /** Answered with the passing error 30006. */
  readonly failing?: number;
  /** Answered by a gateway: HTTP 502. */
  readonly badGateway?: number;
  /** Answered two seconds late. */
  readonly late?: number;
}

/** The service in a process of its own, so that its work isn't counted as the client's. */
export interface StandIn {
  readonly url: string;
  /** From now on it behaves so; until the first call it has no limit and no errors. */
  become(options: ServiceOptions): Promise<void>;
  /** What it saw since the last report. */
  report(): Promise<CallReport>;
  stop(): void;
}

/** Starts the service; the same seed gives the same answer times and errors, in the order of arrival. */
export async function startStandIn(seed: number): Promise<StandIn> {
  const child = fork(import.meta.filename, [String(seed)], { execArgv: [] });
  const [url] = await once(child, 'message');
  return {
    url: String(url),
    async become(options) {
      child.send(options);
      await once(child, 'message');
    },
    async report() {
      child.send('report');
      const [report] = await once(child, 'message');
      return report as CallReport;
    },
    stop: () => child.kill(),
  };
}

/** Answers after 30 ± 10 ms. An account's counts follow from the number at its end, so that a mix-up is noticed. */
function createService(seed: number) {
  const random = createSeededRandom(seed);
  const log = createCallLog();
  let options: ServiceOptions = { limit: { shape: 'none', callsPerSecond: 0 } };
  let mayCome = createServiceLimit(options.limit, 0);

  function onCall(request: IncomingMessage, response: ServerResponse): void {
    const at = performance.now();
    log.arrived(at);
    const isTaken = mayCome(at);
    if (!isTaken) log.rejected();
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      if (isTaken) answerLater(at, body, response);
      else response.end(refusal(60007));
    });
  }

  function answerLater(at: number, body: string, response: ServerResponse): void {
    const { failing = 0, badGateway = 0, late = 0 } = options;
    const luck = random();
    const isLate = luck >= failing + badGateway && luck < failing + badGateway + late;
    // Whole milliseconds: Node keeps a list of timers for every duration there is.
    const delayMs = Math.round(20 + 20 * random()) + (isLate ? 2000 : 0);
    setTimeout(() => {
      if (luck < failing) response.end(refusal(30006));
      else if (luck < failing + badGateway) response.writeHead(502).end('<html>Bad Gateway</html>');
      else response.end(answer(body));
      if (!isLate) log.answered(performance.now() - at);
    }, delayMs);
  }

  return {
    onCall,
    report: log.report,
    become(next: ServiceOptions) {
      options = next;
      mayCome = createServiceLimit(next.limit, performance.now());
    },
  };
}

function refusal(code: number): string {
  return `{"ActionStatus":"FAIL","ErrorCode":${code},"ErrorInfo":"refused","ErrorDisplay":""}`;
}

function answer(body: string): string {
  const { To_Account } = JSON.parse(body) as { readonly To_Account: readonly string[] };
  const items = To_Account.map((account) => {
    const counts = `"FollowerCount":${Number(account.slice(-7))},"FollowingCount":2,"MutualFollowingCount":1`;
    return `{"To_Account":"${account}","ResultCode":0,"ResultInfo":"",${counts}}`;
  });
  return `{"FollowInfo":[${items.join(',')}],"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}`;
}

if (import.meta.main) {
  const service = createService(Number(process.argv[2]));
  const server = createServer({ keepAliveTimeout: 60_000 }, service.onCall);
  process.on('message', (message: ServiceOptions | 'report') => {
    if (message === 'report') process.send?.(service.report());
    else process.send?.(service.become(message) ?? 'became');
  });
  process.on('disconnect', () => process.exit());
  server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
}
