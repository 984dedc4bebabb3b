import type { HelpLine } from '../kit/help-lines.ts';

/** How to look up. */
export const REPORT_HELP: readonly HelpLine[] = [
  { needs: 'viewer', example: 'alice bob', says: ({ lookup }) => lookup.accounts },
  { needs: 'viewer', example: '"with space" a@b.com', says: ({ lookup }) => lookup.quotes },
  { needs: 'viewer', example: 'lookup help', says: ({ lookup }) => lookup.lookup },
  { needs: 'viewer', example: '@priya @creators-team list:creators', says: ({ lookup }) => lookup.people },
];
