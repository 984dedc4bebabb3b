/** Everything that is checked, in the order in which it is shown. */
export const CHECK_IDS = [
  'config',
  'slack-token',
  'slack-scopes',
  'slack-connection',
  'slack-clock',
  'chat-key',
  'chat-region',
  'chat-follow',
  'chat-from-account',
  'chat-clock',
  'store',
  'store-space',
  'digests',
] as const;

/** The name of one check. */
export type CheckId = (typeof CHECK_IDS)[number];

/** What one check came to. `skip`: it couldn't be made, because of another one or because there is nothing to check. */
export type CheckStatus = 'ok' | 'warn' | 'fail' | 'skip';

/** What was found, without any secret and any value of the configuration that could be one. */
export interface Finding {
  readonly status: CheckStatus;
  /** One sentence: what was found, or one on each line; of `skip`, why nothing was. */
  readonly what: string;
  /** What to do about it; `null` where there is nothing to do. */
  readonly fix: string | null;
}

/** One check with its outcome. */
export interface Check extends Finding {
  readonly id: CheckId;
}

/** Findings by their check; one of them that is missing was never made. */
export type Findings = Partial<Record<CheckId, Finding>>;

/** All is well. */
export const ok = (what: string): Finding => ({ status: 'ok', what, fix: null });
/** It works, and soon may not. */
export const warn = (what: string, fix: string): Finding => ({ status: 'warn', what, fix });
/** It doesn't work. */
export const fail = (what: string, fix: string): Finding => ({ status: 'fail', what, fix });
/** It was not checked. */
export const skip = (why: string): Finding => ({ status: 'skip', what: why, fix: null });

/** Faults as sentences, each on a line of its own. */
export const sentences = (faults: readonly string[]): string => faults.map((fault) => `${fault}.`).join('\n');

/** The same finding for several checks. */
export function all(ids: readonly CheckId[], finding: Finding): Findings {
  return Object.fromEntries(ids.map((id) => [id, finding]));
}
