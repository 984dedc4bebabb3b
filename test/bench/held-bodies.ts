import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { seedWorkspace } from '../../src/demo/slack/seed.ts';
import { createWorkspace } from '../../src/demo/slack/workspace.ts';
import { runNode } from '../e2e/node-process.ts';
import { forgedHeaders, postHead } from '../raw-http.ts';
import { residentMb } from './resident.ts';

const CONNECTIONS = 400;
/** Less than the 10 s after which the app ends a request by itself. */
const HELD_MS = 8000;
const SAMPLE_MS = 50;
const SETTLE_MS = 3000;
const PATH = '/slack/events';
const MIB = 1024 * 1024;

interface Attack {
  readonly name: string;
  /** What each connection sends before it falls silent. */
  readonly bytes: () => string;
  /** Opens another connection as soon as one is closed. */
  readonly again?: boolean;
}

const oneByteChunks = '1\r\nx\r\n'.repeat(100_000);

const ATTACKS: readonly Attack[] = [
  { name: 'nothing', bytes: () => '' },
  { name: 'headers without end', bytes: () => `POST ${PATH} HTTP/1.1\r\nx: ${'x'.repeat(15_000)}` },
  { name: 'unsigned, 1 MiB', bytes: () => postHead(PATH, {}, MIB) + 'x'.repeat(MIB - 1) },
  { name: 'forged, 10 KB of 1 MiB', bytes: () => postHead(PATH, forgedHeaders(), MIB) + 'x'.repeat(10_000) },
  { name: 'forged, 1 MiB', bytes: () => postHead(PATH, forgedHeaders(), MIB) + 'x'.repeat(MIB - 1) },
  {
    name: 'forged, 1 MiB, again and again',
    bytes: () => postHead(PATH, forgedHeaders(), MIB) + 'x'.repeat(MIB - 1),
    again: true,
  },
  { name: 'forged, 4 MiB', bytes: () => postHead(PATH, forgedHeaders(), 4 * MIB) + 'x'.repeat(4 * MIB - 1) },
  { name: 'forged, 100,000 chunks of a byte', bytes: () => postHead(PATH, forgedHeaders()) + oneByteChunks },
];

/** The resident memory of the app before and while it is attacked, a line for each attack, each on a process of its own. */
export async function benchHeldBodies(): Promise<readonly string[]> {
  const manifest = readFileSync(new URL('../../slack-manifest.yml', import.meta.url), 'utf8');
  const slack = await createWorkspace({ ...seedWorkspace(), manifest });
  const lines: string[] = [];
  for (const attack of ATTACKS) {
    const folder = mkdtempSync(join(tmpdir(), 'followstats-bench-'));
    const app = runNode('src/main.ts', [], {
      SLACK_BOT_TOKEN: slack.credentials.botToken,
      SLACK_SIGNING_SECRET: slack.credentials.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      TENCENT_SDK_APP_ID: '1400000000',
      TENCENT_SECRET_KEY: '0123456789abcdef'.repeat(4),
      TENCENT_BASE_URL: 'http://127.0.0.1:9',
      FOLLOWSTATS_VIEWERS: '*',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: folder,
    });
    const [, port] = await app.says(/"port":(\d+).*"ready"/);
    await sleep(SETTLE_MS);
    const before = residentMb(app.pid);
    const { most, refusedProbes } = await attackWith(attack, Number(port), () => residentMb(app.pid));
    app.kill('SIGTERM');
    await app.ended;
    rmSync(folder, { recursive: true, force: true });
    const ratio = `${before.toFixed(0)} → ${most.toFixed(0)} MB, ratio ${(most / before).toFixed(2)}`;
    lines.push(`    ${attack.name.padEnd(36)}${ratio}${refusedProbes > 0 ? `, ${refusedProbes} probes failed` : ''}`);
  }
  await slack.close();
  return lines;
}

async function attackWith({ bytes, again }: Attack, port: number, readMb: () => number) {
  const open = new Set<Socket>();
  let isOver = false;
  const begin = () => {
    const socket = connect({ host: '127.0.0.1', port });
    open.add(socket);
    socket.on('error', () => {}).resume();
    socket.on('close', () => {
      open.delete(socket);
      if (again && !isOver) begin();
    });
    socket.write(bytes());
  };
  for (let n = 0; n < CONNECTIONS; n += 1) begin();
  let most = 0;
  let refusedProbes = 0;
  const until = performance.now() + HELD_MS;
  while (performance.now() < until) {
    most = Math.max(most, readMb());
    const isWell = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (!isWell) refusedProbes += 1;
    await sleep(SAMPLE_MS);
  }
  isOver = true;
  for (const socket of open) socket.destroy();
  return { most, refusedProbes };
}
