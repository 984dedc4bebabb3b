import type { DigestReport } from '../report/digest-report.ts';
import { isWeekApart } from '../report/weeks.ts';
import type { PostedRun } from '../runs.ts';
import type { DigestSpec } from '../types.ts';

/** What a scheduled slot posts: its report, one line that says that nothing changed, or nothing. */
export type Posting =
  | { readonly kind: 'report' }
  | { readonly kind: 'sign-of-life'; readonly last: PostedRun }
  | { readonly kind: 'nothing' };

interface Draft {
  readonly report: Pick<DigestReport, 'changed'>;
  /** The last post. */
  readonly last: PostedRun | undefined;
  /** Unix milliseconds. */
  readonly slot: number;
}

/** Decides what a scheduled slot posts of what was drafted for it. */
export function whatToPost({ onlyIfChanged }: Pick<DigestSpec, 'onlyIfChanged'>, draft: Draft): Posting {
  const { report, last, slot } = draft;
  if (!onlyIfChanged || report.changed || !last) return { kind: 'report' };
  return isWeekApart(last.slot, slot) ? { kind: 'sign-of-life', last } : { kind: 'nothing' };
}
