import type { Relation } from '../../../../src/followstats/relations/ports.ts';
import type { RelationPage } from '../../../../src/followstats/relations/relation-page.ts';
import type { AccountId } from '../../../../src/followstats/types.ts';
import { longId } from '../reports/sample-reports.ts';

const READ_AT = Date.parse('2026-11-29T12:00:00Z');
const LIST_ID = '00000000-0000-4000-8000-000000000000';

/** So many accounts with UserIDs and names as long as they can be. */
function relationsOf(count: number): readonly Relation[] {
  return Array.from({ length: count }, (_, n) => ({
    account: longId(n) as AccountId,
    since: n % 3 === 0 ? undefined : READ_AT - n * 86_400_000,
    name: n % 2 === 0 ? undefined : `<!channel> *Name* ${n} ${'x'.repeat(20)}`,
  }));
}

/** A page in the middle of a list, or as `changes` say. */
export function pageOf(changes: Partial<RelationPage> = {}): RelationPage {
  return {
    ...{
      account: longId(999) as AccountId,
      kind: 'fans',
      all: 4_000_000_000,
      relations: relationsOf(50),
      before: 199_950,
    },
    ...{ listId: LIST_ID, place: { part: 3, page: 4 }, previous: { part: 3, page: 3 }, next: { part: 3, page: 5 } },
    ...{ isCut: false, readAt: READ_AT },
    ...changes,
  };
}
