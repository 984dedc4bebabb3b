import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openStage, type Stage } from '../../src/demo/stage.ts';
import { median, quantile } from './statistics.ts';

const COMMANDS = 200;
const ROUNDS = 7;

/** Sends 200 signed commands at once and gives the milliseconds to each acknowledgement. */
async function burst({ workspace }: Stage): Promise<readonly number[]> {
  const personId = workspace.people[0]?.id ?? '';
  const channelId = workspace.channels[0]?.id ?? '';
  const deliveries = await Promise.all(
    Array.from({ length: COMMANDS }, (_, n) =>
      workspace.type({ personId, channelId, text: `/followstats alice bob u${n % 50}` }),
    ),
  );
  if (deliveries.some(({ status }) => status !== 200)) throw new Error('a command was not acknowledged');
  return deliveries.map(({ ackMs }) => ackMs);
}

/** How long 200 commands at once wait for their acknowledgement, over a server that does nothing but answer 200. */
export async function benchAckLatency(): Promise<readonly string[]> {
  const stage = await openStage({ mode: 'http', onLog: () => {} });
  const floor = createServer((request, response) => request.resume().on('end', () => response.end()));
  await new Promise<void>((resolve) => floor.listen(0, '127.0.0.1', resolve));
  const appUrl = `http://127.0.0.1:${stage.app.port}/slack/events`;
  const floorUrl = `http://127.0.0.1:${(floor.address() as AddressInfo).port}/`;
  const rounds: { readonly app: readonly number[]; readonly floor: readonly number[] }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    stage.workspace.setRequestUrl(floorUrl);
    const floorMs = await burst(stage);
    stage.workspace.setRequestUrl(appUrl);
    rounds.push({ app: await burst(stage), floor: floorMs });
  }
  floor.close();
  await stage.close();
  const of = (pick: (round: (typeof rounds)[number]) => number) => median(rounds.slice(1).map(pick));
  const ms = (share: number) =>
    `${of((r) => quantile(r.app, share)).toFixed(0)} / ${of((r) => quantile(r.floor, share)).toFixed(0)}`;
  const line = (name: string, value: string) => `    ${name.padEnd(36)}${value}`;
  return [
    line('p50 ms: app / bare server', ms(0.5)),
    line('p99 ms: app / bare server', ms(0.99)),
    line('p99, ratio', of((r) => quantile(r.app, 0.99) / quantile(r.floor, 0.99)).toFixed(2)),
  ];
}
