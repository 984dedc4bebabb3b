import type { PersonId } from '../ids.ts';
import type { FindMissing, MissingAccount } from '../missing-accounts.ts';
import type { AnswerContext } from '../subcommand.ts';
import type { AccountId } from '../types.ts';
import type { Link, Links } from './links.ts';
import type { LinkCommand } from './read.ts';

/** What comes of `link`, `unlink` and `links`. */
export type LinkAnswer =
  /** `before`: the account it replaced. */
  | {
      readonly kind: 'linked';
      readonly personId: PersonId;
      readonly account: AccountId;
      readonly before: AccountId | undefined;
      /** The account, when Chat doesn't know it; none when that isn't known. */
      readonly notInChat: readonly MissingAccount[];
    }
  /** `account`: what the link named; `undefined` when there was none. */
  | { readonly kind: 'unlinked'; readonly personId: PersonId; readonly account: AccountId | undefined }
  | { readonly kind: 'links'; readonly links: readonly Link[] };

/** Makes what answers these commands; the caller has authorized the asker. The answer rejects with `store_unavailable`. */
export function createLinkAnswer({ links, findMissing }: { readonly links: Links; readonly findMissing: FindMissing }) {
  return async (command: LinkCommand, context: Pick<AnswerContext, 'asker' | 'signal'>): Promise<LinkAnswer> => {
    const { asker } = context;
    if (command.kind === 'links') return { kind: 'links', links: await links.all() };
    const { personId } = command;
    if (command.kind === 'unlink') return { kind: 'unlinked', personId, account: await links.unlink(personId, asker) };
    const { account } = command;
    const before = await links.link(personId, account, asker);
    return { kind: 'linked', personId, account, before, notInChat: await findMissing([account], context) };
  };
}
