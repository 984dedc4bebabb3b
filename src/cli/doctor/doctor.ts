import { parseArgs } from 'node:util';
import { type Command, Failed, UsageError } from '../command.ts';
import { useProxy } from '../use-proxy.ts';
import { isWell, peopleLines, toHookJson, toJson } from './report.ts';
import { runDoctor } from './run-doctor.ts';

/** Checks everything that the app needs, and says what to do about what isn't right. */
export const doctor: Command = {
  usage: 'npm run doctor [-- --json]',
  does: 'Checks all that the app needs, and says what to do; exits 1 when something fails.',
  takesFileFaults: true,
  async *run(args, environment, { fileFaults, hasColours }) {
    const { form, boundary = '' } = readOptions(args);
    useProxy(environment);
    const checks = await runDoctor({ environment, fileFaults });
    if (form === 'people') yield* peopleLines(checks, hasColours);
    if (form === 'json') yield toJson(checks);
    // The Slack CLI reads the answer between its boundaries, and takes any exit code but 0 for a hook that broke.
    if (form === 'hook') yield `${boundary}${toHookJson(checks)}${boundary}`;
    else if (!isWell(checks)) throw new Failed();
  },
};

function readOptions(args: readonly string[]): {
  readonly form: 'people' | 'json' | 'hook';
  readonly boundary?: string | undefined;
} {
  const text = { type: 'string' } as const;
  const isHook = args.includes('--hook');
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        // What the Slack CLI adds to its hooks.
        ...(isHook && { hook: { type: 'boolean' }, boundary: text, protocol: text, source: text }),
      },
    });
    const { boundary } = values as { boundary?: string };
    return { form: isHook ? 'hook' : values.json ? 'json' : 'people', boundary };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'the arguments cannot be read');
  }
}
