import type { Run } from '../../../digests/runs.ts';
import type { Digest } from '../../../digests/types.ts';
import type { Watch } from '../../../digests/watches/types.ts';
import { isGranted } from '../../../followstats/access/access.ts';
import { describeSubject } from '../../../followstats/access/rules.ts';
import type { NoticeSubject } from '../../../followstats/homes.ts';
import type { WholeHome } from './home-content.ts';

/** The state of what isn't there. */
const NONE = '';

/**
 * How what a notice is about stands now, as far as its reader may see that: two texts that differ say that it was changed.
 * @returns `undefined` where what the notice tells of is over in any case
 */
export function stateOf(
  { digests, watches, lists, links, rules }: WholeHome,
  subject: NoticeSubject,
): string | undefined {
  switch (subject.kind) {
    case 'digest': {
      const digest = [...digests.failing, ...digests.others].find(({ id }) => id === subject.id);
      const latest = digest && digests.latest.get(digest.id);
      if (subject.slot !== undefined && latest && latest.slot >= subject.slot) return undefined;
      return digest ? digestState(digest, latest) : NONE;
    }
    case 'watch': {
      const watch = watches.all.find(({ id }) => id === subject.id);
      return watch ? watchState(watch) : NONE;
    }
    case 'list':
      return `${lists.find(({ name }) => name === subject.name)?.size ?? NONE}`;
    case 'link':
      return links?.find(({ personId }) => personId === subject.personId)?.account ?? NONE;
    case 'rule':
      return rules?.find((rule) => isGranted(rule) && describeSubject(rule.subject) === subject.subject)?.role ?? NONE;
  }
}

function watchState({ state, mutedUntil, editedAt }: Watch): string {
  return [state.kind, state.kind === 'paused' ? state.since : '', mutedUntil, editedAt].join(' ');
}

function digestState({ state, nextRunAt, editedAt }: Digest, latest: Run | undefined): string {
  const since = state.kind === 'paused' ? state.since : nextRunAt;
  return [state.kind, since, editedAt, latest?.slot, latest?.state].join(' ');
}
