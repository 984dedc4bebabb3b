import { Env } from '../config.ts';

/** Variables of these beginnings are meant for this app, so that an unknown one is a slip of the pen. */
const OURS = /^(?:FOLLOWSTATS|TENCENT)_/;

/**
 * Names the variables that are meant for the app and that it doesn't know.
 * @returns one sentence, without any value; `undefined` when there are none
 */
export function unknownVariables(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const unknown = Object.keys(environment).filter((name) => OURS.test(name) && !Object.hasOwn(Env.shape, name));
  if (unknown.length === 0) return undefined;
  return `The app knows no ${unknown.join(', ')}, and ignores ${unknown.length === 1 ? 'it' : 'them'}.`;
}
