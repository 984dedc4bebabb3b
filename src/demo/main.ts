import { parseArgs } from 'node:util';
import type { DemoTime } from './demo-time.ts';
import { createFaultSwitches } from './fault-switches.ts';
import { runOneCommand } from './one-command.ts';
import { createPageServer } from './page-server/page-server.ts';
import { seedConversation } from './seed-conversation.ts';
import { openStage, type Stage } from './stage.ts';

const USAGE = `npm run demo                                    opens the demo page
npm run demo -- "/followstats alice bob ghost"  runs one command and prints the answer

  --as NAME    who types it: maya (viewer, the default), anders (admin), priya, chenli, tom, elena
  --socket     Socket Mode instead of signed HTTP
  --port PORT  of the page; 4747, or a free one when that is taken
  --log        shows the app's log on stderr`;

const DEFAULT_PORT = 4747;
const OPTIONS = {
  as: { type: 'string', default: 'maya' },
  socket: { type: 'boolean', default: false },
  port: { type: 'string' },
  log: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const write = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => process.stderr.write(`${text}\n`);

async function runCommand(stage: Stage, text: string, name: string): Promise<number> {
  const { people, channels } = stage.workspace;
  const person = people.find((one) => one.name === name.toLowerCase());
  const [channel] = channels;
  if (!person || !channel) {
    complain(`There is no ${name} here; there are ${people.map((one) => one.name).join(', ')}.`);
    return 2;
  }
  const place = { personId: person.id, channelId: channel.id };
  return (await runOneCommand({ workspace: stage.workspace, text, ...place, write })) ? 0 : 1;
}

async function servePage(stage: Stage, wanted: string | undefined): Promise<number> {
  const { workspace, chat, app, clock } = stage;
  const { move } = clock;
  const time: DemoTime = {
    clock,
    move,
    beDown: move,
    moveToNextSlot: async () => {},
    nextSlotAt: async () => undefined,
  };
  await seedConversation(workspace);
  const open = (port: number) =>
    createPageServer({ workspace, faultSwitches: createFaultSwitches(chat, workspace), time, port });
  const page = wanted ? await open(Number(wanted)) : await open(DEFAULT_PORT).catch(() => open(0));
  write(`followstats demo: ${page.url}   (Ctrl+C ends it)`);
  const interrupted = new Promise<number>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(0));
  });
  const code = await Promise.race([interrupted, app.ended.then((exitCode) => ({ exitCode }))]);
  await page.close();
  if (typeof code === 'number') return code;
  complain(`The app has ended (${code.exitCode ?? 'by a signal'}); start the demo anew.`);
  return 1;
}

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help) {
    write(USAGE);
    return 0;
  }
  const text = positionals.join(' ').trim();
  if (positionals.length > 0 && !text.startsWith('/'))
    throw new Error('a command begins with /, like "/followstats alice bob"');
  if (values.port !== undefined && !/^\d{1,5}$/.test(values.port)) throw new Error('--port takes a port number');
  const onLog = values.log ? complain : () => {};
  const stage = await openStage({ mode: values.socket ? 'socket' : 'http', onLog });
  try {
    return text ? await runCommand(stage, text, values.as) : await servePage(stage, values.port);
  } finally {
    await stage.close();
  }
}

process.exitCode = await run().catch((error: unknown) => {
  complain(`demo: ${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  return 2;
});
