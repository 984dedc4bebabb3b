import type { Asker, Rule, Subject } from './rules.ts';

/** A rule given from Slack. There is one per subject; a later one takes its place. */
export interface Grant extends Rule {
  /** The admin who gave it, a Slack person id. */
  readonly by: string;
  /** Unix milliseconds, by the store's clock. */
  readonly at: number;
}

/** `last-admin`: not done, since no one could give access any more. */
export type GrantOutcome = 'done' | 'last-admin';

/** What a change of grants has to leave. */
export interface GrantOptions {
  /** Keep that role for the last person who is an admin by a grant; for when the configuration names none. */
  readonly keepAnAdmin: boolean;
}

/**
 * The rules that were given from Slack, kept in the store. Every change is audited in the same transaction. Each function
 * rejects with `store_unavailable` when the store can't be used.
 */
export interface Grants {
  /** In the order given. Read at every decision, so that a change holds at once on every replica. */
  all(): Promise<readonly Grant[]>;
  /** How many rules a newer version of the app gave that this one doesn't know, and that give nothing here therefore. */
  unrecognized(): Promise<number>;
  /** Gives the subject this role in place of any it was granted before. */
  grant(rule: Rule, by: Asker, options: GrantOptions): Promise<GrantOutcome>;
  /** @returns `absent` when nothing was granted to the subject */
  revoke(subject: Subject, by: Asker, options: GrantOptions): Promise<GrantOutcome | 'absent'>;
}
