import type { ErrorCode } from '../../errors.ts';
import type { DigestReport } from '../report/digest-report.ts';
import { isLasting } from '../report/permanent-failure.ts';
import { isWeekApart } from '../report/week-ago.ts';

/**
 * What to do with a report: post it; say in one line that nothing changed for a week; skip the slot; or try again, since
 * no account could be read and waiting may mend that (`code`: why).
 */
export type Decision =
  | { readonly kind: 'post' | 'sign-of-life' | 'skip' }
  | { readonly kind: 'retry'; readonly code: ErrorCode };

interface Circumstances {
  readonly onlyIfChanged: boolean;
  /** Of the run, Unix milliseconds. */
  readonly slot: number;
  /** The slot of the last posted run; a sign of life is a post, too. */
  readonly lastSlot: number | undefined;
}

/** Decides what becomes of a slot whose accounts have been asked for. */
export function decidePost(report: DigestReport, { onlyIfChanged, slot, lastSlot }: Circumstances): Decision {
  const [passing] = report.failures.filter(({ failure }) => !isLasting(failure.code));
  if (report.read === 0 && passing) return { kind: 'retry', code: passing.failure.code };
  if (!onlyIfChanged || report.changed) return { kind: 'post' };
  return { kind: lastSlot === undefined || isWeekApart(lastSlot, slot) ? 'sign-of-life' : 'skip' };
}
