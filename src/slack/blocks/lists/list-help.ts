import type { HelpLine } from '../kit/help-lines.ts';

/** What can be done with lists. */
export const LIST_HELP: readonly HelpLine[] = [
  { needs: 'viewer', example: 'list show', says: ({ lists }) => lists.show },
  { needs: 'editor', example: 'list create creators alice bob', says: ({ lists }) => lists.create },
];
