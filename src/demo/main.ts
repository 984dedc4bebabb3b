import { parseArgs } from 'node:util';
import { createChatActs } from './chat-acts.ts';
import { createFaultSwitches } from './fault-switches.ts';
import { readFieldRules } from './field-rules.ts';
import { createPageServer } from './page-server/page-server.ts';
import { makeListsAndLinks } from './past/lists-and-links.ts';
import { liveWeek, weekBeganAgo } from './past/live-week.ts';
import { runCommands } from './several-commands.ts';
import { PEOPLE } from './slack/seed.ts';
import { openStage, type Stage } from './stage.ts';
import { readTypedCommands, type TypedCommand } from './typed-commands.ts';
import { LAST_HINT, USAGE, WHO_THERE_IS } from './usage.ts';

const DEFAULT_PORT = 4747;
const OPTIONS = {
  as: { type: 'string', default: 'maya' },
  socket: { type: 'boolean', default: false },
  port: { type: 'string' },
  'field-test': { type: 'string' },
  log: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const write = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => process.stderr.write(`${text}\n`);

async function runInTerminal({ workspace }: Stage, commands: readonly TypedCommand[]): Promise<number> {
  await makeListsAndLinks(workspace);
  const areAnswered = await runCommands({ workspace, commands, write });
  write(LAST_HINT);
  return areAnswered ? 0 : 1;
}

async function servePage(stage: Stage, wanted: string | undefined, interrupted: Promise<number>): Promise<number> {
  const { workspace, chat, app, time } = stage;
  const faultSwitches = createFaultSwitches(chat, workspace, stage.outdateCounts);
  const acts = createChatActs(chat);
  const open = (port: number) => createPageServer({ workspace, faultSwitches, acts, time, port });
  const opening = wanted ? open(Number(wanted)) : open(DEFAULT_PORT).catch(() => open(0));
  // Beside each other: the page's address is printed when both are there.
  const [page] = await Promise.all([opening, liveWeek(stage)]).catch(async (error: unknown) => {
    await opening.then((opened) => opened.close()).catch(() => {});
    throw error;
  });
  page.beginTour();
  write(`followstats demo: ${page.url}   (Ctrl+C ends it)`);
  const code = await Promise.race([interrupted, app.ended.then((exitCode) => ({ exitCode }))]);
  await page.close();
  if (typeof code === 'number') return code;
  complain(`The app has ended (${code.exitCode ?? 'by a signal'}); start the demo anew.`);
  return 1;
}

async function run(): Promise<number> {
  const stray = unknownOption(process.argv.slice(2));
  if (stray !== undefined) throw new Error(`there is no option ${stray}`);
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help) {
    write(USAGE);
    return 0;
  }
  const commands = readTypedCommands(positionals, values.as);
  const stranger = [values.as, ...commands.map(({ name }) => name)].find((name) => !isKnown(name));
  if (stranger !== undefined) {
    complain(`There is no ${stranger} here. There are:\n${WHO_THERE_IS}`);
    return 2;
  }
  if (values.port !== undefined && !/^\d{1,5}$/.test(values.port)) throw new Error('--port takes a port number');
  const rules = values['field-test'] === undefined ? undefined : readFieldRules(values['field-test']);
  const isPage = commands.length === 0;
  // A week of digests takes some seconds.
  if (isPage) write('followstats demo: opening a workspace that has lived for a week …');
  // From the start, so that nothing is left behind by a demo that ends while it opens.
  const interrupted = new Promise<number>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(isPage ? 0 : 130));
  });
  const stage = await openStage({
    mode: values.socket ? 'socket' : 'http',
    onLog: values.log ? complain : () => {},
    hasHistory: true,
    rules,
    behindMs: isPage ? weekBeganAgo(Date.now()) : 0,
  });
  try {
    const work = isPage ? servePage(stage, values.port, interrupted) : runInTerminal(stage, commands);
    return await Promise.race([work, interrupted]);
  } finally {
    await stage.close();
  }
}

/** The first option that there isn't. Node's own sentence about one explains how to pass it on. */
function unknownOption(args: string[]): string | undefined {
  const { tokens } = parseArgs({ args, options: OPTIONS, allowPositionals: true, strict: false, tokens: true });
  const stray = tokens.find((token) => token.kind === 'option' && !Object.hasOwn(OPTIONS, token.name));
  return stray?.kind === 'option' ? stray.rawName : undefined;
}

const isKnown = (wanted: string): boolean => PEOPLE.some(({ name }) => name === wanted.toLowerCase());

process.exitCode = await run().catch((error: unknown) => {
  complain(`demo: ${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  return 2;
});
