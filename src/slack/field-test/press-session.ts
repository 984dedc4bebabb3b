import { withDeadline } from '../../deadline.ts';
import { ConfigError } from '../../errors.ts';
import { toRichText } from '../blocks/kit/inline.ts';
import type { SlackConnection } from '../connection/bolt.ts';
import { reasonOf } from '../web-api/web-api.ts';
import { type Bench, postIn } from './channel-trials.ts';
import { createPressTrials } from './press-trials.ts';
import { hearPresses, type PressKind, pressButtons } from './presses.ts';
import type { SlackFieldTest } from './slack-field-test.ts';
import { createPressQueue } from './wait-for-presses.ts';

const CONNECT_MS = 15_000;
const ASKING =
  'followstats field test: please press “Try it” within a minute, and then what comes. While you are here, choose “Look up follow stats” in the menu of this message, too, and type “/followstats a@b.example foo.example”.';

const CLICKS: Readonly<Record<Exclude<PressKind, 'done'>, string>> = {
  try: 'a button in the channel, pressed',
  again: 'that button, pressed a second time',
  push: 'a button in a modal, pressed',
  command: 'the slash command, typed',
  shortcut: 'the message shortcut, chosen',
};

type Options = Pick<SlackFieldTest, 'listen' | 'onAsk' | 'pressMs' | 'fetch' | 'timers' | 'signal' | 'channelId'>;

/**
 * Asks the people of the channel for what only they can do, and tries what each press makes possible.
 * @throws {ConfigError} when Slack rejects the app-level token
 * @returns who pressed; `undefined` when no one did, or Slack can't reach this machine
 */
export async function tryPresses(
  bench: Bench,
  connection: SlackConnection,
  options: Options,
): Promise<string | undefined> {
  const { trials } = bench;
  const { timers, signal, pressMs } = options;
  let stop = async () => {};
  let personId: string | undefined;
  let came: ReadonlySet<PressKind> = new Set();
  let why = 'Nobody did it in time.';
  try {
    stop = await options.listen(connection);
    const queue = createPressQueue();
    const pressTrials = createPressTrials({ ...bench, ...options });
    hearPresses(connection.app, options.channelId, (press) => {
      personId ??= press.personId;
      // Settles for whatever Slack answers.
      void pressTrials.atOnce(press).then(() => queue.add(press));
    });
    await withDeadline(connection.start(), { ms: CONNECT_MS });
    if (await ask(bench)) {
      options.onAsk(
        `In the channel stands a message with a button: press it within ${Math.round(pressMs / 1000)} s, and what comes then.`,
      );
      came = await queue.wait({ ms: pressMs, timers, signal, handle: pressTrials.afterwards });
    } else why = 'People could not be asked: the channel took no message.';
  } catch (error) {
    if (!(error instanceof Error) || error instanceof ConfigError) throw error;
    why = `Slack can’t reach this machine: ${reasonOf(error)}.`;
  } finally {
    await connection.drain();
    await stop();
  }
  if (signal.aborted) why = 'The test was interrupted.';
  for (const [kind, tried] of Object.entries(CLICKS)) {
    const about = { id: `press/${kind}`, tried };
    if (came.has(kind as PressKind)) await trials.attempt(about, async () => {});
    else trials.leave(about, why);
  }
  return personId;
}

async function ask(bench: Bench): Promise<boolean> {
  const blocks = [toRichText([[ASKING]]), pressButtons(['try', 'Try it'], ['done', 'That was all'])];
  const posted = await bench.trials.attempt(
    { id: 'post/asking', tried: 'a message with buttons, posted', isNeeded: true },
    () => postIn(bench, { text: ASKING, blocks }),
  );
  return posted !== undefined;
}
