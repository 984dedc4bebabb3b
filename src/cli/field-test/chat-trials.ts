import type { Config } from '../../config.ts';
import type { Trial } from '../../field-report.ts';
import { createDispatcher } from '../../tencent/pool.ts';
import { hasAccount } from '../../tencent/probes/has-account.ts';
import { type ProbeResult, runProbes } from '../../tencent/probes/run-probes.ts';
import { backupOf } from '../../tencent/regions.ts';
import type { FieldTestOptions } from './read-options.ts';

interface Options extends Pick<FieldTestOptions, 'existing' | 'missing'> {
  readonly config: Config;
  readonly signal: AbortSignal;
  /** Unix milliseconds. */
  readonly now: () => number;
}

/** Asks Chat what its documents leave open, by reads alone. */
export async function tryChat({ config, existing, missing, signal, now }: Options): Promise<readonly Trial[]> {
  const { tencent, proxy } = config;
  const { baseUrl, timeoutMs, fromAccount: from } = tencent;
  const dispatcher = createDispatcher({ baseUrl, proxy, timeoutMs });
  const backupUrl = backupOf(baseUrl);
  const backup =
    backupUrl === undefined
      ? undefined
      : { baseUrl: backupUrl, dispatcher: createDispatcher({ baseUrl: backupUrl, proxy, timeoutMs }) };
  try {
    const accounts = { existing, missing, from };
    const options = { ...tencent, dispatcher, now, random: Math.random };
    const results = await runProbes(options, accounts, signal, backup && { ...options, ...backup });
    return [...results.map(toTrial), ...LEFT];
  } finally {
    // Not `close`: what hangs is not waited for.
    await Promise.all([dispatcher.destroy(), backup?.dispatcher.destroy()]);
  }
}

/**
 * Asks Chat whether the last account of `--accounts` is there, of which the trials have to know that it isn't.
 * @returns one sentence when it is
 */
export async function faultOfAccounts({ config, missing, now }: Omit<Options, 'signal' | 'existing'>) {
  const { tencent, proxy } = config;
  const dispatcher = createDispatcher({ ...tencent, proxy });
  try {
    const options = { ...tencent, dispatcher, now, random: Math.random };
    return (await hasAccount(options, missing, tencent.fromAccount))
      ? 'the last account of --accounts is in Chat, and has to be one that nobody has, to see what Chat answers then: a,b,missing'
      : undefined;
  } finally {
    await dispatcher.destroy();
  }
}

/** The test changes nothing in Chat, and takes no calls from others that ask it. */
const LEFT: readonly Trial[] = [
  {
    ...{ id: 'chat/follow_get_info/freshness', tried: 'how soon a count shows that somebody followed' },
    ...{ isNeeded: false, outcome: 'not tried', detail: 'It needs a new follow, and the test only reads.' },
  },
  {
    ...{ id: 'chat/follow_get_info/burst', tried: 'what calls beyond the limit of 200 a second are rejected with' },
    ...{ isNeeded: false, outcome: 'not tried', detail: 'It would take the calls of all that ask this Chat app.' },
  },
];

function toTrial({
  command,
  situation,
  asks,
  isNeeded = false,
  finding,
  why = '',
  isUnanswered = false,
}: ProbeResult): Trial {
  const about = { id: `chat/${command}/${situation}`, tried: `${command}: ${asks}`, isNeeded };
  if (!finding) return { ...about, outcome: isNeeded && isUnanswered ? 'refused' : 'not tried', detail: why };
  const { call, items, facts } = finding;
  const isTaken = call === 0 && Object.values(items ?? {}).every((code) => code === 0);
  const outcome = isNeeded ? (isTaken ? 'taken' : 'refused') : 'answered';
  const chat = {
    command,
    situation,
    call,
    ...(items && { items: { ...items } }),
    ...(facts && { facts: { ...facts } }),
  };
  return { ...about, outcome, detail: describe(finding), chat };
}

function describe({
  call,
  items = {},
  facts = {},
}: Pick<Required<ProbeResult>, 'finding'>['finding'] & object): string {
  const ofItems = Object.entries(items).map(([who, code]) => {
    const account = who === 'existing' ? 'an account that exists' : 'one that doesn’t';
    return code === null ? `${account} is left out` : `${account} has ${code}`;
  });
  const others = Object.entries(facts).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]));
  const parts = [call === 0 ? 'The call is answered' : `The call fails with ${call}`, ...ofItems, ...others];
  return `${parts.join('; ')}.`;
}
