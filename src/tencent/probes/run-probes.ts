import { AppError } from '../../errors.ts';
import type { ChatOptions } from '../chat.ts';
import { createAsk } from './ask.ts';
import { CHECK_PROBES } from './check-probes.ts';
import { DOOR_PROBES } from './door-probes.ts';
import { GET_INFO_PROBES } from './get-info-probes.ts';
import { LIST_PROBES } from './list-probes.ts';
import { NAME_PROBES } from './name-probes.ts';
import type { Finding, Probe, ProbedAccounts } from './probe.ts';

/** A probe with what came of it. */
export interface ProbeResult extends Pick<Probe, 'command' | 'situation' | 'asks' | 'isNeeded'> {
  /** `undefined` where it wasn't tried. */
  readonly finding: Finding | undefined;
  /** Why it wasn't tried. */
  readonly why?: string;
}

const PROBES: readonly Probe[] = [...GET_INFO_PROBES, ...CHECK_PROBES, ...LIST_PROBES, ...NAME_PROBES, ...DOOR_PROBES];

/**
 * Makes every probe, one after the other, and changes nothing there. When not even accounts that exist are answered,
 * nothing else is asked. Rejects with nothing that Chat or the network does.
 * @param signal ends it before the next one
 */
export async function runProbes(
  options: ChatOptions,
  accounts: ProbedAccounts,
  signal: AbortSignal,
): Promise<readonly ProbeResult[]> {
  const ask = createAsk(options);
  const results: ProbeResult[] = [];
  let why: string | undefined;
  for (const { ask: run, ...probe } of PROBES) {
    if (signal.aborted) why ??= 'The test was interrupted.';
    const result = why === undefined ? await attempt(() => run(ask, accounts)) : { finding: undefined, why };
    results.push({ ...probe, ...result });
    const { finding } = result;
    if (results.length === 1 && finding?.call !== 0)
      why = finding ? `Chat answered ${finding.call} to the first call.` : result.why;
  }
  return results;
}

async function attempt(run: () => Promise<Finding | undefined>): Promise<Pick<ProbeResult, 'finding' | 'why'>> {
  try {
    const finding = await run();
    return finding ? { finding } : { finding, why: 'The accounts that were named can’t ask it.' };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { finding: undefined, why: `${error.message}.` };
  }
}
