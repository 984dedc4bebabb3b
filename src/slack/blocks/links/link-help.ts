import type { HelpLine } from '../kit/help-lines.ts';

/** What can be done with links. */
export const LINK_HELP: readonly HelpLine[] = [
  { needs: 'editor', example: 'link @priya alice', says: ({ links }) => links },
];
