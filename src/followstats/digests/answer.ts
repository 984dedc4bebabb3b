import type { Asker } from '../access/rules.ts';
import type { AnswerContext } from '../subcommand.ts';
import type { DigestCommand } from './read.ts';

/** How a command about digests ended. The digests' own room says more of each; here it only matters that it ended so. */
export type DigestOutcome =
  | {
      readonly kind: 'digest-form' | 'digest-list' | 'digest-log' | 'digest-changed' | 'digest-unchanged';
    }
  /** `why`: why nothing came of it, in one word. */
  | {
      readonly kind:
        | 'digest-rejected'
        | 'digest-too-late'
        | 'digest-deleted'
        | 'digest-elsewhere'
        | 'digest-unreadable'
        | 'digest-unknown';
      readonly why: string;
    };

/** Does what a command about digests says. The caller has authorized the asker. Rejects with `store_unavailable`. */
export type AnswerDigest<Outcome extends DigestOutcome = DigestOutcome> = (
  command: DigestCommand,
  asker: Asker,
) => Promise<Outcome>;

/** Makes what hands commands about digests to their own room. Rejects as `AnswerDigest`. */
export function createDigestAnswer({ answerDigest }: { readonly answerDigest: AnswerDigest }) {
  return (command: DigestCommand, { asker }: Pick<AnswerContext, 'asker'>): Promise<DigestOutcome> =>
    answerDigest(command, asker);
}
