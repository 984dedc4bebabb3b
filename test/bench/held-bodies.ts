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
/** The longest it may take the connections to send what they have; what a server doesn't read, they can't. */
const SEND_MS = 5000;
const HELD_MS = 2000;
const SAMPLE_MS = 20;
const SETTLE_MS = 3000;
const PATH = '/slack/events';
const MIB = 1024 * 1024;

interface Attack {
  readonly name: string;
  /** What each connection sends before it falls silent. */
  readonly bytes: Buffer;
  /** Opens another connection as soon as one is closed. */
  readonly again?: boolean;
}

const large = 'x'.repeat(MIB - 1);
const forged = (length?: number) => postHead(PATH, forgedHeaders(), length);

/** Made when they are needed: a forged time must be of the present. */
const attacks = (): readonly Attack[] => [
  { name: 'nothing', bytes: Buffer.from('') },
  { name: 'headers without end', bytes: Buffer.from(`POST ${PATH} HTTP/1.1\r\nx: ${'x'.repeat(15_000)}`) },
  { name: 'unsigned, 1 MiB', bytes: Buffer.from(postHead(PATH, {}, MIB) + large) },
  { name: 'forged, 10 KB of 1 MiB', bytes: Buffer.from(forged(MIB) + 'x'.repeat(10_000)) },
  { name: 'forged, 1 MiB', bytes: Buffer.from(forged(MIB) + large) },
  { name: 'forged, 1 MiB, again and again', bytes: Buffer.from(forged(MIB) + large), again: true },
  { name: 'forged, 10,000 chunks of a byte', bytes: Buffer.from(forged() + '1\r\nx\r\n'.repeat(10_000)) },
];

const named = (name: string): Attack => attacks().find((attack) => attack.name === name) as Attack;

/** The resident memory of the app before and while it is attacked, a line for each attack, each on a process of its own. */
export async function benchHeldBodies(): Promise<readonly string[]> {
  const manifest = readFileSync(new URL('../../slack-manifest.yml', import.meta.url), 'utf8');
  const slack = await createWorkspace({ ...seedWorkspace(), manifest });
  const lines: string[] = [];
  for (const { name } of attacks()) {
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
    const { most, held, isWell } = await attackWith(named(name), Number(port), () => residentMb(app.pid));
    app.kill('SIGTERM');
    await app.ended;
    rmSync(folder, { recursive: true, force: true });
    const ratio = `${before.toFixed(0)} → ${most.toFixed(0)} MB, ratio ${(most / before).toFixed(2)}`;
    lines.push(`    ${name.padEnd(36)}${ratio}, ${held} still open, /healthz ${isWell ? 'answers' : 'is silent'}`);
  }
  await slack.close();
  return lines;
}

async function attackWith({ bytes, again }: Attack, port: number, readMb: () => number) {
  const open = new Set<Socket>();
  let isOver = false;
  /** Resolves when the system has taken everything, or the server has closed the connection. */
  const begin = () =>
    new Promise<void>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port });
      open.add(socket);
      socket.on('error', () => {}).resume();
      socket.on('close', () => {
        open.delete(socket);
        if (again && !isOver) void begin();
        resolve();
      });
      socket.write(bytes, () => resolve());
    });
  let most = readMb();
  const sampling = setInterval(() => {
    most = Math.max(most, readMb());
  }, SAMPLE_MS);
  await Promise.race([Promise.all(Array.from({ length: CONNECTIONS }, begin)), sleep(SEND_MS)]);
  await sleep(HELD_MS);
  const isWell = await fetch(`http://127.0.0.1:${port}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
  const held = open.size;
  isOver = true;
  clearInterval(sampling);
  for (const socket of open) socket.destroy();
  return { most, held, isWell };
}
