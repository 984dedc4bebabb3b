import type { Workspace } from '../slack/workspace-types.ts';
import { actAs } from './acting.ts';

/** Whom the digest of the demo is about. */
export const CREATORS = ['alice', 'bob', 'carol', 'frank', 'grace', 'heidi'] as const;

/** Makes what Anders has made before the reader comes: two lists, and a link from @maya to alice. Rejects as `actAs`. */
export async function makeListsAndLinks(workspace: Workspace): Promise<void> {
  const anders = actAs(workspace, 'anders', 'growth');
  await anders.ask(`/followstats list create creators ${CREATORS.join(' ')}`);
  await anders.ask('/followstats list create press NewsDesk newsdesk @RBT#news');
  await anders.ask('/followstats link @maya alice');
}
