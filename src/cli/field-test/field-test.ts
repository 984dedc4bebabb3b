import { readConfig } from '../../config.ts';
import { isWell } from '../../field-report.ts';
import { type Command, Failed } from '../command.ts';
import { useProxy } from '../use-proxy.ts';
import { needLines, summaryOf, toMarkdown } from './markdown.ts';
import { readOptions } from './read-options.ts';
import { runFieldTest } from './run-field-test.ts';
import { checkFolder, writeReport } from './write-report.ts';

/** Tries on a real workspace and Chat app all that the app sends, and asks all that their documents leave open. */
export const fieldTest: Command = {
  usage: 'npm run field-test -- --channel C… --accounts a,b,missing',
  does: 'Tries on a sandbox workspace and Chat app all that the app sends, with the app stopped; the last account must not be in Chat.',
  takesInterrupts: true,
  async *run(args, environment, { interrupted }) {
    const options = readOptions(args);
    const config = readConfig(environment);
    useProxy(environment);
    await checkFolder();
    const asked = Promise.withResolvers<string>();
    const unread = new AbortController();
    const signal = AbortSignal.any([interrupted, unread.signal]);
    const running = runFieldTest({ config, options, signal, onAsk: asked.resolve });
    // Whether or not anybody still reads what is said.
    const writing = running.then((report) => writeReport(report).catch((error: Error) => error));
    // It is waited for below, whatever comes before.
    writing.catch(() => {});
    try {
      yield 'Trying what the app sends; what is posted is deleted at the end.';
      yield 'The app has to be stopped meanwhile: over Socket Mode each of the two would get a part of what people do.';
      const first = await Promise.race([asked.promise, writing.then(() => undefined)]);
      if (first !== undefined) yield first;
      const [report, names] = await Promise.all([running, writing]);
      for (const what of report.leftBehind) yield `Left behind: ${what}`;
      yield summaryOf(report.trials);
      yield* needLines(report.trials);
      if (names instanceof Error) {
        // What took minutes, and people's presses, is not lost with a folder that takes no files.
        yield toMarkdown(report);
        throw names;
      }
      yield `It is all in ${names.join(' and ')}.`;
      if (!isWell(report) || interrupted.aborted) throw new Failed();
    } finally {
      unread.abort();
      await writing.catch(() => {});
    }
  },
};
