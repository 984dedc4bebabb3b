import { AppError } from '../../errors.ts';
import type { ChatOptions } from '../chat.ts';
import { createAsk } from './ask.ts';
import { CHECK_PROBES } from './check-probes.ts';
import { DOOR_PROBES } from './door-probes.ts';
import { GET_INFO_PROBES } from './get-info-probes.ts';
import { HOST_PROBE } from './host-probe.ts';
import { LIST_PROBES } from './list-probes.ts';
import { NAME_PROBES } from './name-probes.ts';
import type { Finding, Probe, ProbedAccounts } from './probe.ts';

/** A probe with what came of it. */
export interface ProbeResult extends Pick<Probe, 'command' | 'situation' | 'asks' | 'isNeeded'> {
  /** `undefined` where it wasn't tried. */
  readonly finding: Finding | undefined;
  /** Why it wasn't tried. */
  readonly why?: string;
  /** Whether it was tried, and nothing of Chat's came back. */
  readonly isUnanswered?: boolean;
}

const PROBES: readonly Probe[] = [
  ...[...GET_INFO_PROBES, ...CHECK_PROBES, ...LIST_PROBES, ...NAME_PROBES],
  // The backup host may share its door.
  ...[HOST_PROBE, ...DOOR_PROBES],
];

/**
 * Makes every probe, one after the other, and changes nothing there. When not even accounts that exist are answered,
 * nothing else is asked. Rejects with nothing that Chat or the network does.
 * @param signal ends it before the next one
 * @param backup the same app by another host; `undefined` where there is none that is known
 */
export async function runProbes(
  options: ChatOptions,
  accounts: ProbedAccounts,
  signal: AbortSignal,
  backup?: ChatOptions,
): Promise<readonly ProbeResult[]> {
  const ask = createAsk(options);
  const results: ProbeResult[] = [];
  let why: string | undefined;
  const onBackup = backup && createAsk(backup);
  for (const { ask: run, ...probe } of PROBES) {
    if (signal.aborted) why ??= 'The test was interrupted.';
    const by = probe.situation === HOST_PROBE.situation ? onBackup : ask;
    const unasked = why ?? (by ? undefined : 'No other host is known for the address in the configuration.');
    const result =
      by && unasked === undefined ? await attempt(() => run(by, accounts)) : { finding: undefined, why: unasked ?? '' };
    results.push({ ...probe, ...result });
    const { finding } = result;
    if (results.length === 1 && finding?.call !== 0)
      why = finding ? `Chat answered ${finding.call} to the first call.` : result.why;
  }
  return results;
}

async function attempt(
  run: () => Promise<Finding | undefined>,
): Promise<Pick<ProbeResult, 'finding' | 'why' | 'isUnanswered'>> {
  try {
    const finding = await run();
    return finding ? { finding } : { finding, why: 'The accounts that were named can’t ask it.' };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { finding: undefined, why: `${error.message}.`, isUnanswered: true };
  }
}
