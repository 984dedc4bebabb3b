import type { Asker } from '../access/rules.ts';
import type { AnswerContext } from '../subcommand.ts';
import type { WatchCommand } from './read.ts';

/** How a command about watches ended. The digests' room, where watches live, says more of each; here it only matters that it ended so. */
export type WatchOutcome =
  | { readonly kind: 'watch-form' | 'watch-list' | 'watch-changed' | 'watch-unchanged' }
  /** `why`: why nothing came of it, in one word. */
  | {
      readonly kind:
        | 'watch-rejected'
        | 'watch-too-late'
        | 'watch-deleted'
        | 'watch-elsewhere'
        | 'watch-unreadable'
        | 'watch-unknown';
      readonly why: string;
    };

/** Does what a command about watches says. The caller has authorized the asker. Rejects with `store_unavailable`. */
export type AnswerWatch<Outcome extends WatchOutcome = WatchOutcome> = (
  command: WatchCommand,
  asker: Asker,
) => Promise<Outcome>;

/** Makes what hands commands about watches to their own room. Rejects as `AnswerWatch`. */
export function createWatchAnswer({ answerWatch }: { readonly answerWatch: AnswerWatch }) {
  return (command: WatchCommand, { asker }: Pick<AnswerContext, 'asker'>): Promise<WatchOutcome> =>
    answerWatch(command, asker);
}
